/** Counts by steps against a table of counts, threshold by threshold. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowestBit, stepCounts } from '../../src/linkage/step-counts.ts';

const KEYS = 4;
const THRESHOLDS = 31;

const additions = fc.array(
  fc.record({
    key: fc.nat(KEYS - 1),
    matchedAt: fc.oneof(fc.integer({ min: 0, max: 2 ** THRESHOLDS - 1 }), fc.constant(2 ** THRESHOLDS - 1)),
    by: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 10 ** 12 })),
  }),
  { maxLength: 12 },
);

it('are those of a table, and empty once they are read', () => {
  const counts = stepCounts(KEYS);
  fc.assert(
    fc.property(additions, (all) => {
      const expected = new Map<string, number>();
      for (const { key, matchedAt, by } of all) {
        counts.add(key, matchedAt, by);
        for (let bits = matchedAt; bits !== 0; bits &= bits - 1) {
          const at = `${key}@${lowestBit(bits)}`;
          expected.set(at, (expected.get(at) ?? 0) + by);
        }
      }
      const found = new Map<string, number>();
      counts.read((key, matchedAt, count) => {
        for (let bits = matchedAt; bits !== 0; bits &= bits - 1) {
          const at = `${key}@${lowestBit(bits)}`;
          expect(found.has(at)).toBe(false);
          found.set(at, count);
        }
      });
      expect(found).toEqual(expected);
      counts.read(() => expect.fail('nothing is left'));
    }),
    { seed: 1 },
  );
});

it('tell a run of equal counts at once', () => {
  const counts = stepCounts(2);
  counts.add(1, 0b0111, 1);
  counts.add(1, 0b0001, 4);
  const runs: (readonly number[])[] = [];
  counts.read((...run) => runs.push(run));
  expect(runs).toEqual([
    [1, 0b0001, 5],
    [1, 0b0110, 1],
  ]);
});
