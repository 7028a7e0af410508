/**
 * What a comparator is: a similarity of two values of one field, in [0, 1], and a way to hold one value against
 * a whole dictionary. The second is only a faster way to say the first: the same scores, to the last bit.
 */

import { bitCount, canShare, letterMask } from '../text/letter-bag.ts';
import type { KernelSimilarity } from '../text/one-to-many.ts';
import type { Dictionary, KeysOf } from './dictionary.ts';

export interface Comparator {
  readonly id: string;
  /** As a chart or table names it. */
  readonly label: string;
  /** One sentence: the variant and its convention. */
  readonly describe: string;
  /** Similarity of two normalised values; 1 for equal ones, 0 when either is missing. */
  compare(a: string, b: string): number;
  /** Set where a query finds all similar values of a dictionary by looking them up, without going through it. */
  readonly looksUp?: true;
  /** Set where values can only be alike with characters in common. */
  readonly scan?: Scan;
  /** Set where values can only be alike that are equal or have one of the first two keys of this kind in common. */
  readonly keysOf?: KeysOf;
  /** The score of two different values by those keys. */
  gradeOfKeys?(a: readonly string[], b: readonly string[]): number;
  /** Prepares a value for comparison with those of a dictionary; scores below `floor`, above 0, are of no interest. */
  query(dictionary: Dictionary, value: string, floor: number): Query;
}

/** What going through many values is made of. */
export interface Scan {
  /** The highest score of two values of these lengths with so many characters in common. */
  bound(lengthA: number, lengthB: number, shared: number): number;
  /** What compares a value with many at a time, with the same scores. */
  readonly kernel?: KernelSimilarity;
}

/** One value at work against a dictionary. */
export interface Query {
  /** The similarity to the value of a code, or 0 where it is below the floor. */
  scoreOf(code: number): number;
  /** All values at or above the floor. */
  all(): SimilarValues;
}

/** Codes of a dictionary with their scores, in no set order. */
export interface SimilarValues {
  readonly codes: Int32Array;
  readonly scores: Float64Array;
}

/** Longer values are compared whatever letters they have. */
const LONGEST = 64;
/** Above any number of letters. */
const UNKNOWN = 64;

/**
 * A query that compares only values with enough letters in common, and finds all by going through them.
 * @param bound the highest score of two values of these lengths with so many characters in common
 * @param compare the similarity of the queried value to the value of a code
 */
export function scanningQuery(
  dictionary: Dictionary,
  value: string,
  floor: number,
  bound: (lengthA: number, lengthB: number, shared: number) => number,
  compare: (code: number) => number,
): Query {
  const { starts, letters } = dictionary;
  const length = value.length;
  const mask = letterMask(value);
  // By length of the other value: the fewest characters in common that allow the floor to be reached.
  const needed = new Uint8Array(LONGEST + 1);
  const neededFor = (other: number) => {
    let shared = 1;
    while (shared <= Math.min(length, other) && bound(length, other, shared) < floor) shared++;
    return shared;
  };
  // By length of the other value: the letters that only one of the two may have, both sides together.
  const apart = new Int32Array(LONGEST + 2).fill(UNKNOWN);
  apart[LONGEST + 1] = UNKNOWN - 1;
  const look = (other: number) => {
    needed[other] = neededFor(other);
    apart[other] = length + other - 2 * needed[other]!;
  };
  const scoreOf = (code: number) => {
    const other = starts[code + 1]! - starts[code]!;
    if (other <= LONGEST) {
      if (needed[other] === 0) look(other);
      if (!canShare(needed[other]!, length, other, mask, letters[code]!)) return 0;
    }
    const score = compare(code);
    return score >= floor ? score : 0;
  };
  return {
    scoreOf,
    all() {
      const codes: number[] = [];
      const scores: number[] = [];
      for (const code of nearMasks(dictionary, mask, apart, look)) {
        const score = scoreOf(code);
        if (score === 0) continue;
        codes.push(code);
        scores.push(score);
      }
      return { codes: Int32Array.from(codes), scores: Float64Array.from(scores) };
    },
  };
}

/**
 * The codes of the values whose letters are near a mask: what most strangers fail, in few operations.
 * @param apart by length of the value, the last for all longer ones: the letters that only one side may have, or
 *   `UNKNOWN` where `look` has not found that out yet
 */
function nearMasks(
  { size, starts, letters }: Dictionary,
  mask: number,
  apart: Int32Array,
  look: (length: number) => void,
): number[] {
  const longest = apart.length - 1;
  const near: number[] = [];
  let start = 0;
  for (let code = 0; code < size; code++) {
    const end = starts[code + 1]!;
    const length = end - start < longest ? end - start : longest;
    start = end;
    const differing = bitCount(mask ^ letters[code]!);
    if (differing > apart[length]!) continue;
    if (apart[length] === UNKNOWN) {
      look(length);
      if (differing > apart[length]!) continue;
    }
    near.push(code);
  }
  return near;
}

/**
 * A query that meets only values with a key in common with the queried one, and finds them by looking the keys up.
 * @param compare the similarity of the queried value to the value of a code; 0 without a key in common or equality
 */
export function keyedQuery(
  dictionary: Dictionary,
  value: string,
  floor: number,
  keysOf: KeysOf,
  compare: (code: number) => number,
): Query {
  const same = value === '' ? -1 : dictionary.codeOf(value);
  const scoreOf = (code: number) => {
    const score = code === same ? 1 : compare(code);
    return score >= floor ? score : 0;
  };
  return {
    scoreOf,
    all() {
      const index = dictionary.keyed(keysOf);
      const codes = new Set(keysOf(value).flatMap((key) => index.codesOf(key)));
      if (same >= 0) codes.add(same);
      const similar = [...codes].filter((code) => scoreOf(code) > 0);
      return { codes: Int32Array.from(similar), scores: Float64Array.from(similar, scoreOf) };
    },
  };
}
