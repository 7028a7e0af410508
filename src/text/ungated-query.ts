/**
 * Jaro-Winkler with the bonus however low Jaro is, of one query with many values: the twin of
 * `ungatedJaroWinklerSimilarity`, equal to it bit for bit; and how many characters two values must have in common to
 * reach a similarity.
 *
 * Why that bound holds: Jaro of m matched characters is at most that of m without transpositions, and grows with m;
 * the bonus grows with the common prefix. Who knows only part of the prefix takes the longest that is possible.
 */

import { jaroOf, PREFIX_LONGEST, ungatedBoost } from './jaro-winkler.ts';
import { type ByteSimilarity, jaroQuery } from './jaro-winkler-query.ts';

/** Prepares `query` for ungated Jaro-Winkler similarity with many values. */
export function ungatedQuery(query: string): ByteSimilarity {
  const jaro = jaroQuery(query);
  return (bytes, start, end) => ungatedBoost(jaro(bytes, start, end), commonPrefix(query, bytes, start, end));
}

/** The length of the common prefix of a query and the value at `bytes[start..end)`, at most `PREFIX_LONGEST`. */
export function commonPrefix(query: string, bytes: Uint8Array, start: number, end: number): number {
  const longest = Math.min(query.length, end - start, PREFIX_LONGEST);
  let prefix = 0;
  while (prefix < longest && bytes[start + prefix] === query.charCodeAt(prefix)) prefix++;
  return prefix;
}

/** Of longer values nothing is asked. */
export const LONGEST_BOUNDED = 127;
/** Far above what rounding adds, far below what two scores differ by. */
const ROUNDING = 1e-9;

/** How many characters a value must have in common with others to reach a similarity; by the length of the other value. */
export interface NeededInCommon {
  /** By common prefix: the fewest in common, or one more than there can be where none do. */
  readonly shared: readonly Uint8Array[];
  /** By common prefix: how many letters only one of the two may have, both sides together. */
  readonly apart: readonly Int16Array[];
}

/** By length of a value; worked out once for each. Other lengths count up to `LONGEST_BOUNDED`. */
export function neededInCommon(least: number): (length: number) => NeededInCommon {
  const known: (NeededInCommon | undefined)[] = [];
  const sharedWith = (length: number, other: number, prefix: number): number => {
    if (length >= LONGEST_BOUNDED || other === LONGEST_BOUNDED) return 0;
    const most = Math.min(length, other);
    let shared = 1;
    while (shared <= most && ungatedBoost(jaroOf(length, other, shared, 0), prefix) < least - ROUNDING) {
      shared++;
    }
    return shared;
  };
  const neededFor = (length: number): NeededInCommon => {
    const lengths = Array.from({ length: LONGEST_BOUNDED + 1 }, (_, other) => other);
    const shared = Array.from({ length: PREFIX_LONGEST + 1 }, (_, prefix) =>
      Uint8Array.from(lengths, (other) => sharedWith(length, other, prefix)),
    );
    const anything = length + LONGEST_BOUNDED;
    const apart = shared.map((by) =>
      Int16Array.from(by, (needed, other) => (needed === 0 ? anything : length + other - 2 * needed)),
    );
    return { shared, apart };
  };
  return (length) => {
    known[length] ??= neededFor(length);
    return known[length];
  };
}
