/**
 * How much work linking is, before it is done, and how many threads it is worth. Work is counted in people: a person
 * of the file costs one, and so does nothing else that grows with the file; a request costs as much as so many people.
 *
 * The figures are rounded from measurements (bench/RESULTS.md). They need not be exact, and are not the same for every
 * matcher: threads and time left depend on them, results do not.
 */

import type { RecordedRequests, Shard } from '../linkage/shard.ts';

/** A request, its search by every matcher of the base scenario and its part of the counts. */
const PEOPLE_PER_REQUEST = 440;
/** A person whom so many requests are held against costs one more; requests share most of it. */
const REQUESTS_HELD_PER_PERSON = 1000;
/** A request of the list, linked or not: it is asked where it is recorded, and adds to the realised rates of errors. */
const PEOPLE_PER_REQUEST_ASKED = 2.5;
/** A request of the register, where a place scope is wider than a ZIP area. */
const PEOPLE_PER_REGISTERED_REQUEST = 50;
/** A world: its tables, layout and request list. */
const PEOPLE_PER_WORLD = 1_200_000;

/** The work of a shard, in people. */
export function workOf(
  { zipAreas, taxpayers, requestsHeld = 0 }: Shard,
  { starts }: RecordedRequests,
): number {
  const requests = zipAreas.reduce((sum, zip) => sum + starts[zip + 1]! - starts[zip]!, 0);
  return taxpayers * (1 + requestsHeld / REQUESTS_HELD_PER_PERSON) + PEOPLE_PER_REQUEST * requests;
}

/** The work of making the register of so many requests, in people. */
export function registerWork(requests: number): number {
  return PEOPLE_PER_REGISTERED_REQUEST * requests;
}

/** The work of asking a list of so many requests before any of them is linked, in people. */
export function surveyWork(listed: number): number {
  return PEOPLE_PER_REQUEST_ASKED * listed;
}

/** The least work of linking that a run has with shares of the people and of the requests, before it is known where they live. */
export function leastWork(people: number, requests: number): number {
  return people + PEOPLE_PER_REQUEST * requests;
}

/**
 * Threads for so much work, this one counted. A further thread first makes its world, w. With k threads the work W ends
 * at T = (W + (k - 1) w) / k; each is to link at least as long as it prepares, T >= 2 w, so k <= W / w - 1.
 */
export function threadsThatPay(work: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(work / PEOPLE_PER_WORLD) - 1));
}
