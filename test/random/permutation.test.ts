import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permutation, permutationOf } from '../../src/random/permutation.ts';
import { stream } from '../../src/random/stream.ts';

describe('permutation', () => {
  it('is a bijection with its inverse for every n up to 300', () => {
    for (let n = 1; n <= 300; n++) {
      const { at, indexOf } = permutation(n % 7, 'test', n);
      const values = Array.from({ length: n }, (_, i) => at(i));
      expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      expect(values.map(indexOf)).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  it('stays in range and inverts for any n up to 2^48', () => {
    const size = fc.oneof(
      fc.integer({ min: 1, max: 2 ** 48 }),
      fc.constant(2 ** 48),
      fc.constant(213_000_000),
    );
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        size,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (seed, entity, n, share) => {
          const { at, indexOf } = permutationOf(stream(seed, 'test'), entity, n);
          const i = Math.floor(share * n);
          expect(at(i)).toBeLessThan(n);
          expect(at(i)).toBeGreaterThanOrEqual(0);
          expect(indexOf(at(i))).toBe(i);
          expect(at(indexOf(i))).toBe(i);
        },
      ),
      { seed: 5, numRuns: 1000 },
    );
  });

  // For k cells the statistic has mean k-1 and variance 2(k-1); 4.5 of its deviations beyond the mean is a
  // false alarm of about 1 in 10,000.
  it('sends each element, and each pair, anywhere equally often over the entities', () => {
    const keys = 20_000;
    const source = stream(3, 'uniformity');
    for (const n of [2, 3, 5, 10, 50]) {
      const first = new Float64Array(n);
      const pairs = new Float64Array(n * n);
      for (let entity = 0; entity < keys; entity++) {
        const { at } = permutationOf(source, entity, n);
        const a = at(0);
        const b = at(n - 1);
        first[a] = first[a]! + 1;
        pairs[a * n + b] = pairs[a * n + b]! + 1;
      }
      const distance = (counts: Float64Array, cells: number) => {
        const expected = keys / cells;
        return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      };
      const limit = (cells: number) => cells - 1 + 4.5 * Math.sqrt(2 * (cells - 1));
      expect(distance(first, n)).toBeLessThan(limit(n));
      // The diagonal is empty, by the bijection; it adds n expected counts of its own.
      const pairCells = n * (n - 1);
      const offDiagonal = pairs.filter((_, i) => Math.floor(i / n) !== i % n);
      expect(distance(offDiagonal, pairCells)).toBeLessThan(limit(pairCells));
    }
  });

  it('differs between seeds, names and entities', () => {
    const places = (at: (i: number) => number) => String(Array.from({ length: 20 }, (_, i) => at(i)));
    const seen = [
      permutation(1, 'a', 1000),
      permutation(2, 'a', 1000),
      permutation(1, 'b', 1000),
      permutationOf(stream(1, 'a'), 1, 1000),
    ].map(({ at }) => places(at));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('refuses sizes and elements out of range', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 2 ** 48 + 1]) {
      expect(() => permutation(1, 'a', n)).toThrow(/^invalid permutation size/);
    }
    const { at, indexOf } = permutation(1, 'a', 10);
    for (const value of [-1, 10, 0.5, Number.NaN]) {
      expect(() => at(value)).toThrow(/^invalid element of a permutation/);
      expect(() => indexOf(value)).toThrow(/^invalid element of a permutation/);
    }
  });
});
