/**
 * Distributions of uncertain numbers: draws follow the density that is stated. Kolmogorov-Smirnov against distribution
 * functions written here by closed form or by numerical integration of the density, at an error rate of 1 in 10,000 each.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, stream, uniform53 } from '../../src/random/stream.ts';
import type { Range } from '../../src/scenario/distribution.ts';
import { beta } from '../../src/scenario/distributions/beta.ts';
import { fixed } from '../../src/scenario/distributions/fixed.ts';
import { distributions } from '../../src/scenario/distributions/index.ts';
import { pert } from '../../src/scenario/distributions/pert.ts';
import { triangular } from '../../src/scenario/distributions/triangular.ts';
import { uniform } from '../../src/scenario/distributions/uniform.ts';

const DRAWS = 3000;
/** Kolmogorov's limit law: sqrt(n) D is above this once in 10,000. */
const CRITICAL = Math.sqrt(-Math.log(1e-4 / 2) / 2);

function draws(distribution: (typeof distributions)[number], range: Range): readonly number[] {
  const words = new Uint32Array(4);
  const lots = stream(7, `test/${distribution.id}`);
  return Array.from({ length: DRAWS }, (_, i) => {
    block(lots, i, 0, words);
    return distribution.quantile(range, uniform53(words[0]!, words[1]!));
  });
}

/** The greatest distance between the draws and a distribution function, times sqrt(n). */
function distance(values: readonly number[], below: (x: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const gaps = sorted.map((x, i) =>
    Math.max(Math.abs(below(x) - i / sorted.length), Math.abs(below(x) - (i + 1) / sorted.length)),
  );
  return Math.sqrt(sorted.length) * Math.max(...gaps);
}

/** The distribution function of a density on [from, to], by Simpson's rule on a fine grid. */
function integrated(density: (x: number) => number, from: number, to: number): (x: number) => number {
  const cells = 2000;
  const width = (to - from) / cells;
  const sums = [0];
  for (let i = 0; i < cells; i++) {
    const x = from + i * width;
    sums.push(sums[i]! + (density(x) + 4 * density(x + width / 2) + density(x + width)) * (width / 6));
  }
  return (x) => {
    const place = Math.min(cells - 1e-9, Math.max(0, (x - from) / width));
    const cell = Math.floor(place);
    return (sums[cell]! + (place - cell) * (sums[cell + 1]! - sums[cell]!)) / sums[cells]!;
  };
}

const triangle =
  ({ low, mode, high }: Range) =>
  (x: number) =>
    x <= mode
      ? (x - low) ** 2 / ((high - low) * (mode - low))
      : 1 - (high - x) ** 2 / ((high - low) * (high - mode));
/** The density of a PERT distribution up to a factor. */
const hill =
  ({ low, mode, high }: Range) =>
  (x: number) =>
    (x - low) ** ((4 * (mode - low)) / (high - low)) *
    Math.max(0, high - x) ** ((4 * (high - mode)) / (high - low));

describe('draws follow the distribution', () => {
  const range = { low: 2, mode: 3, high: 7 };

  it('triangular', () => {
    expect(distance(draws(triangular, range), triangle(range))).toBeLessThan(CRITICAL);
    const rising = { low: 0.7, mode: 1, high: 1 };
    const square = (x: number) => ((x - 0.7) / 0.3) ** 2;
    expect(distance(draws(triangular, rising), square)).toBeLessThan(CRITICAL);
  });

  it('uniform', () => {
    expect(distance(draws(uniform, range), (x) => (x - 2) / 5)).toBeLessThan(CRITICAL);
  });

  it('pert, with the mean (low + 4 mode + high) / 6', () => {
    const values = draws(pert, range);
    expect(distance(values, integrated(hill(range), 2, 7))).toBeLessThan(CRITICAL);
    const mean = values.reduce((sum, x) => sum + x, 0) / DRAWS;
    // The standard deviation is below (high - low) / 5; four standard errors.
    expect(Math.abs(mean - 3.5)).toBeLessThan(4 / Math.sqrt(DRAWS));
  });

  it('beta: over all of [0, 1], with its top at the mode and nine in ten in the range', () => {
    for (const share of [
      { low: 0.05, mode: 0.1, high: 0.3 },
      { low: 0, mode: 0, high: 0.2 },
      { low: 0.6, mode: 0.9, high: 0.95 },
    ]) {
      const values = draws(beta, share);
      const inside = values.filter((x) => x >= share.low && x <= share.high).length;
      // Binomial, five standard deviations.
      expect(Math.abs(inside - 0.9 * DRAWS)).toBeLessThan(5 * Math.sqrt(DRAWS * 0.09));
      // Quantiles at equal steps: the density is highest where they are closest.
      const steps = Array.from({ length: 2001 }, (_, i) => beta.quantile(share, i / 2000));
      const closest = steps.slice(1).reduce((best, x, i) => {
        return x - steps[i]! < steps[best + 1]! - steps[best]! ? i : best;
      }, 0);
      expect(Math.abs(steps[closest]! - share.mode)).toBeLessThan(0.02);
    }
    const wide = draws(beta, { low: 0, mode: 0.4, high: 0.95 });
    expect(distance(wide, (x) => x)).toBeLessThan(CRITICAL);
  });

  it('fixed', () => {
    expect(new Set(draws(fixed, range))).toEqual(new Set([3]));
  });
});

describe.each(distributions)('$id', (distribution) => {
  const range = fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map((three) => three.toSorted((a, b) => a - b))
    .filter(([low, mode, high]) => mode! - low! > 1e-3 && high! - mode! > 1e-3)
    .map(([low, mode, high]) => ({ low: low!, mode: mode!, high: high! }));
  const probability = fc.double({ min: 0, max: 1, noNaN: true });

  it('rises with the probability, and stays in the range (beta: in [0, 1])', () => {
    fc.assert(
      fc.property(range, probability, probability, (three, p, q) => {
        const [from, to] = [Math.min(p, q), Math.max(p, q)].map((one) => distribution.quantile(three, one));
        expect(from!).toBeLessThanOrEqual(to! + 1e-9);
        const [low, high] = distribution.id === 'beta' ? [0, 1] : [three.low, three.high];
        expect(from!).toBeGreaterThanOrEqual(low - 1e-12);
        expect(to!).toBeLessThanOrEqual(high + 1e-12);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('of a range without width is its one value', () => {
    const point = { low: 0.4, mode: 0.4, high: 0.4 };
    if (distribution.refuses?.(point, true) === undefined)
      expect(distribution.quantile(point, 0.3)).toBeCloseTo(0.4, 12);
  });
});
