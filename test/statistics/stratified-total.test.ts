import { describe, expect, it } from 'vitest';
import { stratifiedRatio, stratifiedTotal } from '../../src/statistics/stratified-total.ts';

const POPULATION = [
  [3, 8, 1, 4, 9],
  [20, 31, 26],
  [7, 5],
] as const;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Every subset of `size` values. */
function samples(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, i) => samples(values.slice(i + 1), size - 1).map((rest) => [value, ...rest]));
}

/** The estimate from every possible sample with these numbers of clusters from the three strata. */
function everyEstimate(sizes: readonly number[]): { total: number; variance: number }[] {
  const options = POPULATION.map((stratum, i) => samples(stratum, sizes[i]!));
  const [first, second, third] = options as [number[][], number[][], number[][]];
  return first.flatMap((a) =>
    second.flatMap((b) =>
      third.map((c) =>
        stratifiedTotal(
          [a, b, c].map((values, i) => ({
            clusters: POPULATION[i]!.length,
            sampled: values.length,
            sum: sum(values),
            sumOfSquares: sum(values.map((value) => value ** 2)),
          })),
        ),
      ),
    ),
  );
}

describe('stratifiedTotal', () => {
  const truth = sum(POPULATION.flat());
  const trueVariance = (estimates: readonly { total: number }[]) =>
    mean(estimates.map(({ total }) => (total - truth) ** 2));

  it('is unbiased for the total and its variance over all samples, with a stratum taken whole', () => {
    const estimates = everyEstimate([3, 2, 2]);
    expect(estimates.length).toBe(30);
    expect(mean(estimates.map((e) => e.total))).toBeCloseTo(truth, 10);
    expect(mean(estimates.map((e) => e.variance))).toBeCloseTo(trueVariance(estimates), 10);
  });

  it('is exact for a census', () => {
    expect(everyEstimate([5, 3, 2])).toEqual([{ total: truth, variance: 0 }]);
  });

  it('with one cluster of several is unbiased for the total and not too sure of it', () => {
    const estimates = everyEstimate([1, 2, 1]);
    expect(mean(estimates.map((e) => e.total))).toBeCloseTo(truth, 10);
    expect(mean(estimates.map((e) => e.variance))).toBeGreaterThanOrEqual(trueVariance(estimates));
  });

  it('ignores a stratum without clusters and refuses one without a sample', () => {
    const none = { clusters: 0, sampled: 0, sum: 0, sumOfSquares: 0 };
    expect(stratifiedTotal([none])).toEqual({ total: 0, variance: 0 });
    for (const sampled of [0, 6, Number.NaN]) {
      expect(() => stratifiedTotal([{ ...none, clusters: 5, sampled }])).toThrow(
        /^invalid sample of a stratum/,
      );
    }
  });
});

describe('stratifiedRatio', () => {
  const paired = (clusters: number, pairs: readonly (readonly [number, number])[]) => ({
    clusters,
    sampled: pairs.length,
    sumX: sum(pairs.map(([x]) => x)),
    sumY: sum(pairs.map(([, y]) => y)),
    sumXX: sum(pairs.map(([x]) => x * x)),
    sumYY: sum(pairs.map(([, y]) => y * y)),
    sumXY: sum(pairs.map(([x, y]) => x * y)),
  });

  it('has no variance where every cluster has the same ratio', () => {
    const { ratio, variance } = stratifiedRatio([
      paired(9, [
        [2, 1],
        [4, 2],
        [10, 5],
      ]),
      paired(6, [
        [8, 4],
        [6, 3],
      ]),
    ]);
    expect(ratio).toBe(0.5);
    expect(variance).toBeCloseTo(0, 14);
  });

  it('is the mean per cluster, with its variance, when x counts clusters', () => {
    const y = [3, 8, 1, 4];
    const { ratio, variance } = stratifiedRatio([
      paired(
        10,
        y.map((value) => [1, value] as const),
      ),
    ]);
    const total = stratifiedTotal([
      { clusters: 10, sampled: 4, sum: sum(y), sumOfSquares: sum(y.map((v) => v * v)) },
    ]);
    expect(ratio).toBeCloseTo(mean(y), 14);
    expect(variance).toBeCloseTo(total.variance / 100, 12);
  });

  it('comes near the true mean square error over all samples of a population', () => {
    const population = Array.from(
      { length: 14 },
      (_, i) => [20 + ((i * 7) % 11), 5 + ((i * 5) % 13) / 3] as const,
    );
    const truth = sum(population.map(([, y]) => y)) / sum(population.map(([x]) => x));
    const every = samples(
      population.map((_, i) => i),
      7,
    ).map((chosen) =>
      stratifiedRatio([
        paired(
          14,
          chosen.map((i) => population[i]!),
        ),
      ]),
    );
    const error = mean(every.map(({ ratio }) => (ratio - truth) ** 2));
    expect(mean(every.map(({ ratio }) => ratio)) / truth).toBeCloseTo(1, 2);
    expect(Math.abs(mean(every.map(({ variance }) => variance)) / error - 1)).toBeLessThan(0.05);
  });

  it('is no number when the total of x is 0', () => {
    expect(
      stratifiedRatio([
        paired(3, [
          [0, 0],
          [0, 0],
        ]),
      ]),
    ).toEqual({ ratio: Number.NaN, variance: Number.NaN });
  });
});
