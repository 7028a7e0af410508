/** Tallies add up to the same, however the work is cut, ordered or stored. */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linker } from '../../src/linkage/link-zip-area.ts';
import { linkShard } from '../../src/linkage/shard.ts';
import { addTally, decodeTally, emptyTally, encodeTally, type Tally } from '../../src/linkage/tally.ts';
import { requestsIn, smallWorld } from '../small-world.ts';

const world = smallWorld({ seed: 5, people: 4000, requests: 160, zipAreas: 12 });
const { population, requests, plan, scenario } = world;
const { procedures } = scenario.matching;
const zipAreas = Array.from({ length: population.layout.zipAreas }, (_, zip) => zip);

/** Fresh each time, so that nothing remembered in one shard can help or harm another. */
function linkOnly(zips: readonly number[]): Tally {
  const lists = zipAreas.map((zip) => requestsIn(requests, zip));
  const starts = Int32Array.from([
    0,
    ...lists.map((_, zip) => lists.slice(0, zip + 1).reduce((n, l) => n + l.length, 0)),
  ]);
  const numbers = Int32Array.from(lists.flatMap((list) => [...list]));
  const shard = { id: 's', stratum: 0, zipAreas: zips, taxpayers: 0 };
  return linkShard(
    shard,
    population,
    { narrow: linker(population, requests, plan, { procedures }) },
    { numbers, starts },
    plan,
  );
}

const whole = linkOnly(zipAreas);

describe('tallies', () => {
  it('say something', () => {
    expect(whole.zipAreas).toBe(12);
    expect(whole.taxpayers).toBe(4000);
    expect(Math.max(...whole.sum)).toBeGreaterThan(50);
  });

  it('add up to the same for any cut into shards, in any order', { timeout: 60_000 }, () => {
    const cuts = fc.tuple(
      fc.shuffledSubarray(zipAreas, { minLength: 12, maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 11 }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(cuts, ([order, at]) => {
        const bounds = [0, ...[...new Set(at)].sort((a, b) => a - b), 12];
        const merged = emptyTally(plan);
        for (let i = 0; i + 1 < bounds.length; i++)
          addTally(merged, linkOnly(order.slice(bounds[i], bounds[i + 1])));
        expect(encodeTally(merged, 'k')).toEqual(encodeTally(whole, 'k'));
      }),
      { seed: 1, numRuns: 6 },
    );
  });

  it('survive being written and read', () => {
    expect(decodeTally(encodeTally(whole, 'k'), 'k', plan)).toEqual(whole);
    expect(decodeTally(encodeTally(emptyTally(plan), 'k'), 'k', plan)).toEqual(emptyTally(plan));
  });

  it('are refused when damaged, foreign, or of another shape', () => {
    const bytes = encodeTally(whole, 'k');
    const flipped = Uint8Array.from(bytes);
    flipped[bytes.length >> 1]! ^= 0xff;
    expect(() => decodeTally(bytes.slice(0, 100), 'k', plan)).toThrow(/^damaged tally/);
    expect(() => decodeTally(flipped, 'k', plan)).toThrow(/^damaged tally/);
    expect(() => decodeTally(new Uint8Array(), 'k', plan)).toThrow(/^damaged tally/);
    expect(() => decodeTally(gzipSync('{}'), 'k', plan)).toThrow(/^foreign tally/);
    expect(() => decodeTally(bytes, 'another', plan)).toThrow(/^foreign tally/);
    expect(() => decodeTally(bytes, 'k', { ...plan, rules: ['all'] })).toThrow(/^damaged tally/);
  });
});
