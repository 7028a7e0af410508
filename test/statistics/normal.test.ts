import { describe, expect, it } from 'vitest';
import { gammaAbove } from '../../src/statistics/gamma.ts';
import { normalQuantile } from '../../src/statistics/normal.ts';

describe('normalQuantile', () => {
  it('gives the check values of AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12);
  });

  it('inverts the distribution function in the centre and both tails', () => {
    for (const tail of [0.49, 0.3, 0.07, 0.06, 0.025, 1e-3, 1e-8, 1e-11, 1e-12, 1e-40, 1e-250]) {
      const z = normalQuantile(tail);
      const below = gammaAbove(0.5, z ** 2 / 2) / 2;
      expect(Math.abs(below / tail - 1)).toBeLessThan(1e-11);
    }
    expect(normalQuantile(0.975)).toBeCloseTo(-normalQuantile(0.025), 13);
  });

  it('is 0 at the middle and infinite at the ends', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(/^invalid probability/);
  });
});
