/** Sample quantiles against the worked definition and the order of the sample. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleQuantile } from '../../src/statistics/quantile.ts';

it('is that of definition 8: R, quantile(c(1, 2, 4, 8, 16), p, type = 8)', () => {
  const sample = [16, 2, 8, 1, 4];
  expect(sampleQuantile(sample, 0.5)).toBe(4);
  // (5 + 1/3) 0.25 + 1/3 = 5/3: two thirds of the way from 1 to 2.
  expect(sampleQuantile(sample, 0.25)).toBeCloseTo(5 / 3, 12);
  // (5 + 1/3) 0.75 + 1/3 = 13/3: a third of the way from 8 to 16.
  expect(sampleQuantile(sample, 0.75)).toBeCloseTo(8 + 8 / 3, 12);
  expect(sampleQuantile(sample, 0)).toBe(1);
  expect(sampleQuantile(sample, 1)).toBe(16);
  expect(sampleQuantile([], 0.5)).toBeNaN();
});

it('lies in the sample and rises with the probability', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(numbers, share, share, (values, p, q) => {
      const [low, high] = [Math.min(p, q), Math.max(p, q)].map((one) => sampleQuantile(values, one));
      expect(low!).toBeLessThanOrEqual(high! + 1e-9);
      expect(low!).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high!).toBeLessThanOrEqual(Math.max(...values));
    }),
    { seed: 1 },
  );
});
