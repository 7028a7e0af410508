import { describe, expect, it } from 'vitest';
import { aliasTable, pick } from '../../src/random/alias.ts';
import { block, stream } from '../../src/random/stream.ts';
import { weightedCountInterval } from '../../src/statistics/count-interval.ts';

const counted = (count: number, weight = 1, level = 0.95) =>
  weightedCountInterval({
    estimate: count * weight,
    variance: count * weight ** 2,
    largestWeight: weight,
    level,
  });

describe('weightedCountInterval', () => {
  // Exact 95% limits of a Poisson count (Garwood, 1936), to three decimals, as R's poisson.test has them.
  it.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [100, 81.364, 121.627],
  ])('with weights 1 it is the exact Poisson interval of %i', (count, low, high) => {
    const interval = counted(count);
    expect(Math.abs(interval.low - low)).toBeLessThan(6e-4);
    expect(Math.abs(interval.high - high)).toBeLessThan(6e-4);
  });

  it('leaves zero events an upper end: -weight log(tail)', () => {
    const { low, high } = counted(0, 100, 0.9);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(-100 * Math.log(0.05), 9);
  });

  it('scales with the weights', () => {
    const unit = counted(7);
    const scaled = counted(7, 250);
    expect(scaled.low).toBeCloseTo(250 * unit.low, 8);
    expect(scaled.high).toBeCloseTo(250 * unit.high, 8);
  });

  it('holds the estimate, approaches the normal interval, and takes a certain count', () => {
    const { low, high } = counted(1e8);
    expect(low).toBeCloseTo(1e8 - 1.959963985 * 1e4, -1);
    expect(high).toBeCloseTo(1e8 + 1.959963985 * 1e4, -1);
    const certain = weightedCountInterval({ estimate: 40, variance: 0, largestWeight: 1, level: 0.9 });
    expect(certain.low).toBe(40);
    expect(certain.high).toBeGreaterThan(40);
  });

  it('covers a weighted sum of Poisson counts at least as often as it says', () => {
    // Rates 2 and 4 at weights 5 and 1: true value 14. 4,000 trials: one standard error is 0.5%.
    const poisson = (rate: number) => {
      const weights = [Math.exp(-rate)];
      for (let k = 1; k < 60; k++) weights.push((weights[k - 1]! * rate) / k);
      return aliasTable(weights);
    };
    const [rare, common] = [poisson(2), poisson(4)];
    const source = stream(1, 'coverage');
    const words = new Uint32Array(4);
    let covered = 0;
    for (let trial = 0; trial < 4000; trial++) {
      block(source, trial, 0, words);
      const a = pick(rare, words[0]!, words[1]!);
      const b = pick(common, words[2]!, words[3]!);
      const estimate = 5 * a + b;
      const { low, high } = weightedCountInterval({
        estimate,
        variance: 25 * a + b,
        largestWeight: 5,
        level: 0.9,
      });
      if (low <= 14 && 14 <= high) covered++;
    }
    expect(covered / 4000).toBeGreaterThan(0.9);
  });

  it('refuses levels and counts that are none', () => {
    expect(() => counted(3, 1, 1)).toThrow(/^invalid confidence level/);
    expect(() => counted(-3)).toThrow(/^invalid weighted count/);
    expect(() => counted(3, 0)).toThrow(/^invalid weighted count/);
  });
});
