/** How many threads a run is worth. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastWork, surveyWork, threadsThatPay, workOf } from '../../src/execution/work.ts';

/** Work that takes as long as to make a world: where the first thread begins to think of a second. */
const world = 1_200_000;

/** When the last of so many threads is done, in worlds made; all but the first make theirs before they link. */
const end = (work: number, threads: number) => (work / world + threads - 1) / threads;

describe('work', () => {
  it('of a shard is its people, and its requests many times over', () => {
    const recorded = { starts: Int32Array.of(0, 2, 2, 5), numbers: new Int32Array(5) };
    const shard = { id: 'a', stratum: 0, zipAreas: [0, 2], taxpayers: 70 };
    expect(workOf(shard, recorded)).toBe(leastWork(70, 5));
    expect(workOf({ ...shard, zipAreas: [1] }, recorded)).toBe(70);
    expect(leastWork(0, 1)).toBeGreaterThan(100);
  });

  it('of a person grows with the requests held against everybody', () => {
    const recorded = { starts: Int32Array.of(0, 2), numbers: new Int32Array(2) };
    const shard = { id: 'a', stratum: 0, zipAreas: [0], taxpayers: 70 };
    const held = (requestsHeld: number) => workOf({ ...shard, requestsHeld }, recorded);
    expect(held(0)).toBe(workOf(shard, recorded));
    expect(held(2000) - held(0)).toBeGreaterThan(70);
    expect(held(5000)).toBeGreaterThan(held(2000));
  });

  it('of asking a list grows with it, is far less than to link it, and with a long one worth a second thread', () => {
    expect(surveyWork(0)).toBe(0);
    expect(surveyWork(2000)).toBeCloseTo(2 * surveyWork(1000), 9);
    expect(surveyWork(1000)).toBeLessThan(leastWork(0, 1000) / 50);
    const [people, requests] = [213_000, 1_280];
    expect(threadsThatPay(leastWork(people, requests), 2)).toBe(1);
    expect(threadsThatPay(surveyWork(1000 * requests) + leastWork(people, requests), 2)).toBe(2);
  });

  it('is worth as many threads as each link at least as long as they prepare', () => {
    const work = fc.double({ min: 0, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 64 }), (amount, most) => {
        const threads = threadsThatPay(amount, most);
        expect(threads).toBeGreaterThanOrEqual(1);
        expect(threads).toBeLessThanOrEqual(most);
        if (threads > 1) expect(end(amount, threads)).toBeGreaterThanOrEqual(2 - 1e-9);
        if (threads < most) expect(end(amount, threads + 1)).toBeLessThan(2);
      }),
    );
  });
});
