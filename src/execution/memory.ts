/**
 * How much memory a run takes at its peak, told before it begins: a stated model, held against measurements
 * (bench/RESULTS.md) and rounded up. It grows with the threads, the request list and the number of settings, and not with the
 * taxpayer file, which is never stored.
 */

import { cells, isWide, settings } from '../linkage/counts.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Scenario } from '../scenario/schema.ts';
import { countPlan } from './run-plan.ts';

const MEGABYTE = 1e6;
/** Node, the tables, the world, a large ZIP area at work, and the report. */
const FIRST_THREAD = 550 * MEGABYTE;
/** Its own engine, its part of a world, a large ZIP area at work. */
const FURTHER_THREAD = 300 * MEGABYTE;
/** Where it is dealt, and where it is recorded. */
const REQUEST = 24;
/** Columns and names of the request list where a place scope is wider than a ZIP area, and what they are made of. */
const REQUEST_IN_REGISTER = 250;
/** What a further thread holds when it makes its part of that, ZIP areas from everywhere. */
const REGISTER_IN_THREAD = 150 * MEGABYTE;
/** Tables of whom the requests held against everybody are like. */
const HOLDER_IN_THREAD = 120 * MEGABYTE;
/** By request held, matcher and wide place scope: two counts for each threshold, and the best (`HeldTally`). */
const HELD_AT_THRESHOLD = 2 * 4;
const HELD = 14;
/** How common names are, for the matcher that asks for it. */
const FREQUENCIES_IN_THREAD = 20 * MEGABYTE;
/** Sum, sum of squares and squares of requests. */
const COUNT = 3 * 8;
/** Tallies of strata, and those between threads. */
const TALLIES = 16;
/** An estimate as an object, and as text in three files. */
const ESTIMATE = 700;

/**
 * Bytes of a run on so many threads at its peak.
 * @param zipShare of the ZIP areas that are simulated, in (0, 1]
 */
export function plannedBytes(
  scenario: Scenario,
  threads: number,
  zipShare = scenario.sampling.zipShare,
): number {
  const plan = countPlan(scenario);
  const { matchers, places, thresholds } = plan;
  const widePlaces = places.filter(isWide).length;
  const held = widePlaces > 0 && zipShare === 1 ? (scenario.sampling.requestsHeldAgainstAll ?? 0) : 0;
  const heldTally = held * matchers.length * widePlaces * (HELD_AT_THRESHOLD * thresholds.length + HELD);
  const counts = settings(plan) * cells.length;
  const inThread =
    (held > 0 ? HOLDER_IN_THREAD : 0) + (matchers.includes('fellegi-sunter') ? FREQUENCIES_IN_THREAD : 0);
  return (
    FIRST_THREAD +
    threads * inThread +
    (threads - 1) * (FURTHER_THREAD + (widePlaces > 0 ? REGISTER_IN_THREAD : 0)) +
    scenario.requests.count.value * (REQUEST + (widePlaces > 0 ? REQUEST_IN_REGISTER : 0)) +
    (counts * COUNT + heldTally) * (TALLIES + threads) +
    counts * ESTIMATE
  );
}

/**
 * Threads up to `most` that stay within so many gigabytes (of 10^9 bytes). An InputError with the figure that would
 * do where not even one does.
 * @param zipShare as for `plannedBytes`
 */
export function threadsWithin(
  gigabytes: number,
  scenario: Scenario,
  most: number,
  zipShare = scenario.sampling.zipShare,
): number {
  const least = Math.ceil(plannedBytes(scenario, 1, zipShare) / 1e7) / 100;
  if (gigabytes < least) {
    throw new InputError([
      `--memory: too little for this run; allowed: ${least} or more; found: ${gigabytes}`,
    ]);
  }
  let threads = most;
  while (threads > 1 && plannedBytes(scenario, threads, zipShare) > gigabytes * 1e9) threads--;
  return threads;
}
