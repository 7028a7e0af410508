/**
 * How fast comparison is on this machine. The clock is read here and nowhere that scores.
 *
 * Method: work is repeated in rounds after one to warm up, and the fastest round counts, since whatever else the machine
 * does can only make a round slower. The time of one pair is too short for a clock to see: every pair is scored many
 * times over, and quantiles are over pairs.
 */

import { foundLinks } from '../linkage/files/found-links.ts';
import { searchLinker } from '../linkage/files/link-by-search.ts';
import { comparedColumns, sharedCodes } from '../linkage/files/record-columns.ts';
import type { Comparator } from '../matching/comparator.ts';
import type { Dictionary } from '../matching/dictionary.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { PersonRecord } from '../population/record.ts';

/** Time to be spent on each figure. */
export interface Patience {
  readonly seconds: number;
}

const LEAST_ROUNDS = 3;
/** Long enough for the clock and for what the engine clears away, short enough to find the machine undisturbed. */
const ROUND_MILLISECONDS = 10;
const REPEATS = 20;
/** Similarities below it are of no interest to a one-to-many search, as in a simulation. */
export const SEARCH_FLOOR = 0.7;

/** At most so many in one go, always the same, so that no round has easier ones than another. */
const PAIRS = 500;
const VALUES = 100;

function evenly<Entry>(entries: readonly Entry[], most: number): readonly Entry[] {
  const step = Math.ceil(entries.length / most);
  return entries.filter((_, place) => place % step === 0);
}

/** Looks at a result, so that the engine cannot leave out the work it came from. */
function used(result: number): void {
  if (Number.isNaN(result)) throw new Error('a comparison gave no number');
}

/** Pairs a second of work that says how many pairs it did, the same each time it is called. */
export function pairsPerSecond(work: () => number, { seconds }: Patience): number {
  let fastest = 0;
  const end = performance.now() + 1000 * seconds;
  for (let round = 0; round < LEAST_ROUNDS || performance.now() < end; round++) {
    let pairs = 0;
    const started = performance.now();
    let elapsed = 0;
    do {
      pairs += work();
      elapsed = performance.now() - started;
    } while (elapsed < ROUND_MILLISECONDS);
    if (round > 0) fastest = Math.max(fastest, pairs / elapsed);
  }
  return Math.round(fastest * 1000);
}

export interface MatcherSpeed {
  readonly pairsPerSecond: number;
  /** Of one pair, over the pairs. */
  readonly microseconds: { readonly p50: number; readonly p95: number };
}

/** Speed of a score of pairs, one pair after the other. */
export function matcherSpeed<Pair>(
  pairs: readonly Pair[],
  score: (pair: Pair) => number,
  patience: Patience,
): MatcherSpeed {
  const some = evenly(pairs, PAIRS);
  const rate = pairsPerSecond(() => {
    let sum = 0;
    for (const pair of some) sum += score(pair);
    used(sum);
    return some.length;
  }, patience);
  const times = pairs.map((pair) => {
    const started = performance.now();
    for (let again = 0; again < REPEATS; again++) used(score(pair));
    return ((performance.now() - started) * 1000) / REPEATS;
  });
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { pairsPerSecond: rate, microseconds: { p50: quantile(0.5), p95: quantile(0.95) } };
}

/** Speed of a comparison of two strings: every value against every other, or of many values some evenly chosen. */
export function pairwiseSpeed(
  values: readonly string[],
  compare: (a: string, b: string) => number,
  patience: Patience,
): number {
  const some = evenly(values, VALUES);
  return pairsPerSecond(() => {
    let sum = 0;
    for (const a of some) for (const b of some) sum += compare(a, b);
    used(sum);
    return some.length ** 2;
  }, patience);
}

/** Speed of some values against a dictionary, as linkage searches: each prepared once, the similar ones found. */
export function oneToManySpeed(dictionary: Dictionary, comparator: Comparator, patience: Patience): number {
  const some = evenly(dictionary.values, VALUES);
  return pairsPerSecond(() => {
    for (const value of some) used(comparator.query(dictionary, value, SEARCH_FLOOR).all().codes.length);
    return some.length * dictionary.size;
  }, patience);
}

/**
 * Pairs of records a second of the linkage of files, where a search leaves out what cannot be alike: all requests against
 * all taxpayers, as if in one place.
 */
export function linkageSpeed(
  requests: readonly PersonRecord[],
  taxpayers: readonly PersonRecord[],
  matcher: Matcher,
  threshold: number,
  patience: Patience,
): number {
  const codes = sharedCodes();
  const [left, right] = [comparedColumns(requests, codes), comparedColumns(taxpayers, codes)];
  const rows = (length: number) => Int32Array.from({ length }, (_, row) => row);
  return pairsPerSecond(() => {
    const link = searchLinker({
      requests: left,
      taxpayers: right,
      values: { surnames: codes.surnames.values, givenNames: codes.givenNames.values },
      matcher,
      searched: matcher,
      threshold,
      leastNameScore: threshold,
      confirms: () => true,
    });
    const block = { place: 0, requests: rows(requests.length), taxpayers: rows(taxpayers.length) };
    for (const _ of link(block, foundLinks(requests.length)));
    return requests.length * taxpayers.length;
  }, patience);
}
