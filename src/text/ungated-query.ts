/**
 * Jaro-Winkler with the bonus however low Jaro is, of one query with many values: the twin of
 * `ungatedJaroWinklerSimilarity`, equal to it bit for bit; and how many characters two values must have in common to
 * reach a similarity.
 *
 * Why that bound holds: Jaro of m matched characters is at most that of m without transpositions, and grows with m;
 * the bonus grows with the common prefix. Who knows only part of the prefix takes the longest that is possible.
 */

import { jaroOf, PREFIX_LONGEST, ungatedBoost, ungatedJaroWinklerSimilarity } from './jaro-winkler.ts';
import { type ByteSimilarity, jaroQuery } from './jaro-winkler-query.ts';
import type { KernelSimilarity } from './one-to-many.ts';

/** Prepares `query` for ungated Jaro-Winkler similarity with many values. */
export function ungatedQuery(query: string): ByteSimilarity {
  const jaro = jaroQuery(query);
  return (bytes, start, end) => ungatedBoost(jaro(bytes, start, end), commonPrefix(query, bytes, start, end));
}

/**
 * The same of one query and sixteen values at a time, for those that reach `least`. Some that the kernel does not pass over
 * have too few characters in common for a beginning so short: they are not scored, which is 0 here.
 * @param prefixLongest the longest prefix that the values may have in common with the query; with a longer one they may
 * be passed over
 */
export function ungatedKernel(least: number, prefixLongest = PREFIX_LONGEST): KernelSimilarity {
  const neededFor = neededInCommon(least);
  return {
    kernel: 'jaroWinkler',
    compare: ungatedJaroWinklerSimilarity,
    limit(length, size) {
      const needed = neededFor(length);
      let matched = 1;
      while (matched < needed[Math.min(matched, prefixLongest)]![size]!) matched++;
      return matched;
    },
    score(length, bytes, at) {
      const [matched, transposed, prefix, size] = [
        bytes[at]!,
        bytes[at + 1]!,
        bytes[at + 2]!,
        bytes[at + 3]!,
      ];
      if (matched < neededFor(length)[prefix]![size]!) return 0;
      return ungatedBoost(jaroOf(length, size, matched, transposed >>> 1), prefix);
    },
  };
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

/**
 * How many characters a value must have in common with others to reach a similarity, by its length; worked out once for
 * each. The fewest stand by common prefix and length of the other value, or one more than there can be where none do;
 * other lengths count up to `LONGEST_BOUNDED`.
 */
export function neededInCommon(least: number): (length: number) => readonly Uint8Array[] {
  const known: (readonly Uint8Array[] | undefined)[] = [];
  const sharedWith = (length: number, other: number, prefix: number): number => {
    if (length >= LONGEST_BOUNDED || other === LONGEST_BOUNDED) return 0;
    const most = Math.min(length, other);
    let shared = 1;
    while (shared <= most && ungatedBoost(jaroOf(length, other, shared, 0), prefix) < least - ROUNDING) {
      shared++;
    }
    return shared;
  };
  const neededFor = (length: number): readonly Uint8Array[] =>
    Array.from({ length: PREFIX_LONGEST + 1 }, (_, prefix) =>
      Uint8Array.from({ length: LONGEST_BOUNDED + 1 }, (_, other) => sharedWith(length, other, prefix)),
    );
  return (length) => {
    known[length] ??= neededFor(length);
    return known[length];
  };
}
