/**
 * How much memory a run takes at its peak, told before it begins: a stated model, held against measurements
 * (bench/RESULTS.md) and rounded up. It grows with the threads, the request list and the number of settings, and not with the
 * taxpayer file, which is never stored.
 */

import { cells, settings } from '../linkage/counts.ts';
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
/** Sum, sum of squares and squares of requests. */
const COUNT = 3 * 8;
/** Tallies of strata, and those between threads. */
const TALLIES = 16;
/** An estimate as an object, and as text in three files. */
const ESTIMATE = 700;

/** Bytes of a run on so many threads at its peak. */
export function plannedBytes(scenario: Scenario, threads: number): number {
  const plan = countPlan(scenario);
  const isWide = plan.places.some((place) => place === 'nation' || place === 'state');
  const counts = settings(plan) * cells.length;
  return (
    FIRST_THREAD +
    (threads - 1) * (FURTHER_THREAD + (isWide ? REGISTER_IN_THREAD : 0)) +
    scenario.requests.count.value * (REQUEST + (isWide ? REQUEST_IN_REGISTER : 0)) +
    counts * (COUNT * (TALLIES + threads) + ESTIMATE)
  );
}

/**
 * Threads up to `most` that stay within so many gigabytes (of 10^9 bytes). An InputError with the figure that would
 * do where not even one does.
 */
export function threadsWithin(gigabytes: number, scenario: Scenario, most: number): number {
  const least = Math.ceil(plannedBytes(scenario, 1) / 1e7) / 100;
  if (gigabytes < least) {
    throw new InputError([
      `--memory: too little for this run; allowed: ${least} or more; found: ${gigabytes}`,
    ]);
  }
  let threads = most;
  while (threads > 1 && plannedBytes(scenario, threads) > gigabytes * 1e9) threads--;
  return threads;
}
