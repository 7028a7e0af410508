/** Student's t against published tables and the normal distribution. */

import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/statistics/normal.ts';
import { studentQuantile } from '../../src/statistics/student.ts';

describe("quantiles of Student's t", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2.
  it.each([
    [0.05, 1, 6.314],
    [0.05, 5, 2.015],
    [0.025, 10, 2.228],
    [0.01, 30, 2.457],
    [0.1, 60, 1.296],
  ])('exceeded with probability %s at %s degrees of freedom: %s', (tail, degrees, published) => {
    expect(studentQuantile(tail, degrees)).toBeCloseTo(published, 3);
  });

  it('has a closed form at one degree (Cauchy) and at two', () => {
    for (const tail of [0.4, 0.1, 0.01]) {
      expect(studentQuantile(tail, 1)).toBeCloseTo(1 / Math.tan(Math.PI * tail), 6);
      const p = 1 - tail;
      expect(studentQuantile(tail, 2)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / (4 * p * tail)), 6);
    }
  });

  it('is normal in the limit, and nothing at the middle', () => {
    expect(studentQuantile(0.05, 1e6)).toBeCloseTo(normalQuantile(0.95), 4);
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 6);
  });

  it('refuses a tail beyond the middle', () => {
    expect(() => studentQuantile(0.6, 3)).toThrow(RangeError);
  });
});
