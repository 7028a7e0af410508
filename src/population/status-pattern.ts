/**
 * The status of the primary filer of each household of an origin, as arithmetic, in the manner of the household
 * pattern: statuses follow one repeating, shuffled pattern that holds each in its share. So "how many of these
 * households are headed by somebody without lawful status" and "the third of them" need no household to be made.
 *
 * The length is a prime that does not divide that of the household pattern: every kind meets every status.
 */

import { permutation } from '../random/permutation.ts';
import { statuses } from './statuses.ts';

/** Households before the pattern repeats; shares are honoured to 1 in as many. */
export const statusPatternLength = 2003;

/** The pattern, seen from a cell that begins at its household `start`. Statuses are places in `statuses`. */
export interface StatusPattern {
  statusOf(household: number, start: number): number;
  /** How many of the first `households` households are of the status. */
  countOf(status: number, households: number, start: number): number;
  /** The household that is number `nth` of the status, from 0. Only where the status has a share. */
  nthOf(status: number, nth: number, start: number): number;
}

/** @param shares by status, in the order of `statuses`; `name` keeps the shuffles of origins apart */
export function statusPattern(shares: readonly number[], seed: number, name: string): StatusPattern {
  const shuffled = permutation(seed, `population/status-pattern/${name}`, statusPatternLength);
  const pattern = new Uint8Array(statusPatternLength);
  let place = 0;
  apportion(shares, statusPatternLength).forEach((count, status) => {
    for (let i = 0; i < count; i++) pattern[shuffled.at(place++)] = status;
  });
  const places = statuses.map(() => new Uint16Array(statusPatternLength));
  const before = statuses.map(() => new Uint16Array(statusPatternLength + 1));
  const counts = statuses.map(() => 0);
  for (let h = 0; h < statusPatternLength; h++) {
    const status = pattern[h]!;
    places[status]![counts[status]!++] = h;
    for (let other = 0; other < counts.length; other++) before[other]![h + 1] = counts[other]!;
  }
  const upTo = (status: number, households: number) =>
    Math.floor(households / statusPatternLength) * counts[status]! +
    before[status]![households % statusPatternLength]!;
  return {
    statusOf: (household, start) => pattern[(start + household) % statusPatternLength]!,
    countOf: (status, households, start) => upTo(status, start + households) - upTo(status, start),
    nthOf(status, nth, start) {
      const inPattern = counts[status]!;
      const fromTheBeginning = nth + upTo(status, start);
      return (
        Math.floor(fromTheBeginning / inPattern) * statusPatternLength +
        places[status]![fromTheBeginning % inPattern]! -
        start
      );
    },
  };
}

/** Whole numbers that sum to `total` and are as near as can be to `shares` of it (largest remainder method). */
function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (share / sum) * total);
  const counts = exact.map(Math.floor);
  const short = total - counts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - counts[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, short)) counts[i]! += 1;
  return counts;
}
