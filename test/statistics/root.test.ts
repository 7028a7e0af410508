import { describe, expect, it } from 'vitest';
import { increasingRoot } from '../../src/statistics/root.ts';

describe('increasingRoot', () => {
  it('finds the root of smooth, steep, flat and misleading functions', () => {
    const square = (x: number) => ({ value: x * x - 2, slope: 2 * x });
    expect(increasingRoot(square, 0, 2, 1)).toBeCloseTo(Math.SQRT2, 14);
    const steep = (x: number) => ({ value: Math.tanh(1e4 * (x - 0.7)), slope: 0 });
    expect(increasingRoot(steep, -1000, 1000, 900)).toBeCloseTo(0.7, 13);
    const overshooting = (x: number) => ({ value: Math.atan(x - 3), slope: 1 / (1 + (x - 3) ** 2) });
    expect(increasingRoot(overshooting, -1e6, 1e6, 50)).toBeCloseTo(3, 13);
    const flat = (x: number) => ({ value: (x - 1) ** 9, slope: 9 * (x - 1) ** 8 });
    expect(increasingRoot(flat, -5, 9, 8)).toBeCloseTo(1, 12);
  });

  it('stays in the bracket', () => {
    const positive = (x: number) => ({ value: x + 1, slope: 1 });
    expect(increasingRoot(positive, 0, 1, 5)).toBeCloseTo(0, 14);
  });
});
