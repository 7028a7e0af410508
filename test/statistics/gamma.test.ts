import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareQuantile,
  gammaAbove,
  gammaBelow,
  gammaQuantile,
  logGamma,
  stirlingRemainder,
} from '../../src/statistics/gamma.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('logGamma', () => {
  it('is the logarithm of the factorial, and of the root of pi at one half', () => {
    let logFactorial = 0;
    for (let n = 2; n <= 170; n++) {
      logFactorial += Math.log(n);
      expect(relative(logGamma(n + 1), logFactorial)).toBeLessThan(1e-14);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(1e-10)).toBeCloseTo(Math.log(1e10), 9);
    for (const x of [0, -1, Number.NaN]) expect(() => logGamma(x)).toThrow(/^invalid argument of log gamma/);
  });

  it('leaves a remainder of Stirling between its first two bounds', () => {
    for (const x of [0.3, 1, 5, 11.9, 12, 100, 1e8]) {
      expect(stirlingRemainder(x)).toBeLessThan(1 / (12 * x));
      expect(stirlingRemainder(x)).toBeGreaterThan(1 / (12 * x) - 1 / (360 * x ** 3) - 1e-13);
    }
  });
});

describe('the gamma distribution', () => {
  it('is a sum of Poisson probabilities for whole shapes', () => {
    for (const shape of [1, 2, 7, 30]) {
      for (const x of [0.01, 0.5, 3, 10, 30, 80]) {
        let term = Math.exp(-x);
        let sum = 0;
        for (let k = 0; k < shape; k++) {
          sum += term;
          term *= x / (k + 1);
        }
        expect(relative(gammaAbove(shape, x), sum)).toBeLessThan(1e-13);
        expect(gammaBelow(shape, x)).toBeCloseTo(1 - sum, 14);
      }
    }
  });

  it('keeps the recurrence P(a + 1, x) = P(a, x) - x^a e^-x / gamma(a + 1)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 120, noNaN: true }),
        (a, x) => {
          const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
          expect(gammaBelow(a + 1, x)).toBeCloseTo(gammaBelow(a, x) - step, 12);
          expect(gammaBelow(a, x) + gammaAbove(a, x)).toBeCloseTo(1, 14);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is 0 below and 1 above everything', () => {
    expect([gammaBelow(2, 0), gammaAbove(2, -1)]).toEqual([0, 1]);
    const infinity = Number.POSITIVE_INFINITY;
    expect([gammaBelow(2, infinity), gammaAbove(2, infinity)]).toEqual([1, 0]);
    expect(() => gammaBelow(0, 1)).toThrow(/^invalid gamma shape/);
  });
});

describe('quantiles', () => {
  it('match closed forms and the chi-square table', () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4, three decimals.
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841, 3);
    expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 3);
    expect(chiSquareQuantile(0.975, 100)).toBeCloseTo(129.561, 3);
    expect(relative(chiSquareQuantile(0.975, 2), -2 * Math.log(0.025))).toBeLessThan(1e-13);
    expect(relative(gammaQuantile(1e-9, 1), -Math.log1p(-1e-9))).toBeLessThan(1e-12);
  });

  it('has the median shape - 1/3 + 8/(405 shape) for large shapes', () => {
    for (const shape of [1e4, 1e6, 1e8]) {
      const median = shape - 1 / 3 + 8 / (405 * shape);
      expect(relative(gammaQuantile(0.5, shape), median)).toBeLessThan(1e-11);
    }
  });

  it('inverts the distribution', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 6, noNaN: true }),
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (exponent, probability) => {
          const shape = 10 ** exponent;
          const x = gammaQuantile(probability, shape);
          fc.pre(x > 1e-300);
          expect(Math.abs(gammaBelow(shape, x) - probability)).toBeLessThan(1e-10 * probability);
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it('ends at 0 and infinity, and refuses what is no probability', () => {
    expect(gammaQuantile(0, 3)).toBe(0);
    expect(gammaQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(() => gammaQuantile(1.2, 3)).toThrow(/^invalid probability/);
    expect(() => gammaQuantile(0.5, -3)).toThrow(/^invalid gamma shape/);
  });
});
