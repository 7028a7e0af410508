import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile } from '../../src/statistics/beta.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

/** P(fewer than k successes in n trials), summed term by term: 1 - I_x(k, n - k + 1). */
function binomialBelow(k: number, n: number, x: number): number {
  let term = Math.exp(n * Math.log1p(-x));
  let sum = 0;
  for (let i = 0; i < k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (x / (1 - x));
  }
  return sum;
}

describe('betaBelow', () => {
  it('is a binomial tail for whole shapes, up to 160 million trials', () => {
    for (const [k, n, x] of [
      [1, 1, 0.3],
      [3, 10, 0.2],
      [7, 20, 0.5],
      [3, 1000, 0.0006191],
      [40, 1000, 0.05],
      [12, 1.6e8, 3.8753595e-8],
      [12, 1.6e8, 2e-7],
      [400, 1.6e8, 2.4e-6],
    ] as const) {
      expect(Math.abs(betaBelow(k, n - k + 1, x) - (1 - binomialBelow(k, n, x)))).toBeLessThan(1e-12);
    }
  });

  it('has its closed forms and its symmetry', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, x) => {
          expect(betaBelow(a, b, x)).toBeCloseTo(1 - betaBelow(b, a, 1 - x), 12);
          expect(betaBelow(a, 1, x)).toBeCloseTo(x ** a, 12);
          expect(betaBelow(1, b, x)).toBeCloseTo(-Math.expm1(b * Math.log1p(-x)), 12);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
    expect(betaBelow(0.5, 0.5, 0.25)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 14);
    expect(betaBelow(8e7, 8e7, 0.5)).toBeCloseTo(0.5, 9);
  });

  it('is 0 and 1 at the ends, and refuses shapes that are none', () => {
    expect([betaBelow(2, 3, 0), betaBelow(2, 3, 1)]).toEqual([0, 1]);
    expect(() => betaBelow(0, 1, 0.5)).toThrow(/^invalid beta shapes/);
    expect(() => betaQuantile(0.5, 1, Number.POSITIVE_INFINITY)).toThrow(/^invalid beta shapes/);
  });
});

describe('betaQuantile', () => {
  it('matches closed forms', () => {
    for (const p of [1e-9, 0.025, 0.5, 0.975, 0.999]) {
      expect(relative(betaQuantile(p, 3.5, 1), p ** (1 / 3.5))).toBeLessThan(1e-13);
      expect(relative(betaQuantile(p, 1, 1e7), -Math.expm1(Math.log1p(-p) / 1e7))).toBeLessThan(1e-9);
      expect(relative(betaQuantile(p, 0.5, 0.5), Math.sin((Math.PI * p) / 2) ** 2)).toBeLessThan(1e-11);
    }
  });

  it('is within 1e-8 of the binomial root at 160 million trials', () => {
    for (const k of [1, 12, 100]) {
      for (const p of [0.025, 0.975]) {
        const x = betaQuantile(p, k, 1.6e8 - k + 1);
        const slack = x * 1e-8;
        expect(1 - binomialBelow(k, 1.6e8, x - slack)).toBeLessThan(p);
        expect(1 - binomialBelow(k, 1.6e8, x + slack)).toBeGreaterThan(p);
      }
    }
  });

  it('inverts the distribution over shapes from 1 to 10^8', () => {
    const shape = fc.double({ min: 0, max: 8, noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
        expect(Math.abs(betaBelow(a, b, betaQuantile(p, a, b)) - p)).toBeLessThan(1e-7);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('keeps the ends, and refuses what is no probability', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(() => betaQuantile(-0.1, 2, 3)).toThrow(/^invalid probability/);
  });
});
