import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../../src/report/drawing/spread-labels.ts';

const positions = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 8 });

test('labels with room stay where they are', () => {
  expect(spreadLabels([5, 1, 9], 2)).toEqual([5, 1, 9]);
});

test('crowded labels move apart evenly about their middle', () => {
  expect(spreadLabels([4, 4], 1)).toEqual([3.5, 4.5]);
  expect(spreadLabels([4, 4, 4.5], 1).map((each) => each.toFixed(4))).toEqual(['3.1667', '4.1667', '5.1667']);
});

test('labels keep the gap, the order and the limits', () => {
  fc.assert(
    fc.property(positions, (wanted) => {
      const spread = spreadLabels(wanted, 1, 0, 10);
      const byWish = wanted
        .map((wish, index) => ({ wish, index }))
        .sort((a, b) => a.wish - b.wish || a.index - b.index);
      const placed = byWish.map(({ index }) => spread[index] ?? Number.NaN);
      for (const [rank, position] of placed.entries()) {
        expect(position).toBeGreaterThanOrEqual(-1e-9);
        expect(position).toBeLessThanOrEqual(10 + 1e-9);
        if (rank > 0) expect(position - (placed[rank - 1] ?? 0)).toBeGreaterThanOrEqual(1 - 1e-9);
      }
    }),
  );
});
