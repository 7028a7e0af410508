/** The normal distribution function: published values, and the quantile turned back. */
import { expect, it } from 'vitest';
import { normalQuantile } from '../../src/statistics/normal.ts';
import { normalBelow } from '../../src/statistics/normal-below.ts';

it.each([
  // Abramowitz & Stegun, Handbook of Mathematical Functions (1964), table 26.1.
  [0, 0.5],
  [0.5, 0.691462461274013],
  [1, 0.841344746068543],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
  [-1, 0.158655253931457],
])('below %f lies %f', (x, probability) => {
  expect(normalBelow(x)).toBeCloseTo(probability, 13);
});

it('is what the quantile turns back', () => {
  for (const p of [1e-12, 1e-5, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999999])
    expect(normalBelow(normalQuantile(p)) / p).toBeCloseTo(1, 10);
  expect([normalBelow(-Infinity), normalBelow(-40), normalBelow(40)]).toEqual([0, 0, 1]);
});
