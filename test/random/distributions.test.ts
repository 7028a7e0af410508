import { describe, expect, it } from 'vitest';
import { exponential, gammaDraw, normal } from '../../src/random/distributions.ts';
import { block, stream } from '../../src/random/stream.ts';

const DRAWS = 100_000;
const source = stream(11, 'distribution test');

/**
 * Holds the mean and variance of the draws against the distribution's, each within 4 standard errors
 * (false alarm 1 in 16,000); `kurtosis` is the fourth central moment over the squared variance.
 */
function expectMoments(draw: (i: number) => number, mean: number, variance: number, kurtosis: number): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) {
    const x = draw(i);
    sum += x - mean;
    squares += (x - mean) ** 2;
  }
  expect(Math.abs(sum / DRAWS)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
  expect(Math.abs(squares / DRAWS - variance)).toBeLessThan(4 * variance * Math.sqrt((kurtosis - 1) / DRAWS));
}

describe('distributions', () => {
  const words = new Uint32Array(4);

  it('normal has mean 0 and variance 1', () => {
    expectMoments(
      (i) => {
        block(source, i, 1000, words);
        return normal(words[0]!, words[1]!, words[2]!);
      },
      0,
      1,
      3,
    );
  });

  it('exponential has its mean, and the median mean x ln 2', () => {
    let belowMedian = 0;
    expectMoments(
      (i) => {
        block(source, i, 1001, words);
        const x = exponential(words[0]!, 5);
        if (x < 5 * Math.LN2) belowMedian++;
        return x;
      },
      5,
      25,
      9,
    );
    expect(Math.abs(belowMedian - DRAWS / 2)).toBeLessThan(4 * Math.sqrt(DRAWS / 4));
  });

  for (const shape of [0.1, 0.5, 1, 2.5, 40]) {
    it(`gammaDraw of shape ${shape} has mean and variance ${shape}`, () => {
      expectMoments((i) => gammaDraw(source, i, 0, shape), shape, shape, 3 + 6 / shape);
    });
  }

  it('gammaDraw of shape 1/2 is half a squared normal: the right share lies under its median', () => {
    let count = 0;
    for (let i = 0; i < DRAWS; i++) if (gammaDraw(source, i, 0, 0.5) < 0.2274682) count++;
    // Chi-square with 1 degree has median 0.4549364.
    expect(Math.abs(count - DRAWS / 2)).toBeLessThan(4 * Math.sqrt(DRAWS / 4));
  });

  it('no draw at the corner of the words is infinite or negative', () => {
    for (const word of [0, 0xffffffff]) {
      expect(Number.isFinite(normal(word, word, word))).toBe(true);
      expect(exponential(word, 1)).toBeGreaterThan(0);
      expect(exponential(word, 1)).toBeLessThan(23);
    }
  });

  it('gammaDraw refuses a shape that is not positive and finite', () => {
    for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => gammaDraw(source, 0, 0, shape)).toThrow(/^invalid gamma shape/);
    }
  });
});
