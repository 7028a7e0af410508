import { describe, expect, it } from 'vitest';
import { clopperPearson, shareInterval } from '../../src/statistics/share-interval.ts';

describe('clopperPearson', () => {
  it('gives reference values', () => {
    // Beta quantiles of @stdlib/stats-base-dists-beta-quantile 0.2.3.
    const rare = clopperPearson(3, 1000, 0.95);
    expect(rare.low).toBeCloseTo(0.0006191, 8);
    expect(rare.high).toBeCloseTo(0.00874202, 8);
    expect(clopperPearson(12, 1.6e8, 0.95).low).toBeCloseTo(3.8753595e-8, 14);
  });

  it('has closed forms at none and all', () => {
    const none = clopperPearson(0, 10, 0.95);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(1 - 0.025 ** (1 / 10), 13);
    const all = clopperPearson(10, 10, 0.95);
    expect(all.low).toBeCloseTo(0.025 ** (1 / 10), 13);
    expect(all.high).toBe(1);
  });

  it('is symmetric in successes and failures, whole or not', () => {
    const some = clopperPearson(3.7, 21.2, 0.9);
    const others = clopperPearson(21.2 - 3.7, 21.2, 0.9);
    expect(some.low).toBeCloseTo(1 - others.high, 12);
    expect(some.high).toBeCloseTo(1 - others.low, 12);
  });

  it('covers every share at least as often as it says: all outcomes of 25 trials', () => {
    const intervals = Array.from({ length: 26 }, (_, k) => clopperPearson(k, 25, 0.9));
    for (let share = 0.01; share < 1; share += 0.01) {
      let probability = (1 - share) ** 25;
      let coverage = 0;
      intervals.forEach(({ low, high }, k) => {
        if (low <= share && share <= high) coverage += probability;
        probability *= ((25 - k) / (k + 1)) * (share / (1 - share));
      });
      expect(coverage).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('refuses impossible counts', () => {
    for (const [k, n] of [
      [-1, 5],
      [6, 5],
      [0, 0],
      [Number.NaN, 5],
    ] as const) {
      expect(() => clopperPearson(k, n, 0.9)).toThrow(/^invalid successes/);
    }
  });
});

describe('shareInterval', () => {
  it('is Clopper-Pearson under simple random sampling', () => {
    const binomial = shareInterval({ share: 0.3, variance: (0.3 * 0.7) / 100, trials: 100, level: 0.95 });
    const exact = clopperPearson(30, 100, 0.95);
    expect(binomial.low).toBeCloseTo(exact.low, 12);
    expect(binomial.high).toBeCloseTo(exact.high, 12);
  });

  it('counts a design effect of 2 as half the trials', () => {
    const clustered = shareInterval({
      share: 0.3,
      variance: (2 * 0.3 * 0.7) / 100,
      trials: 100,
      level: 0.95,
    });
    const exact = clopperPearson(15, 50, 0.95);
    expect(clustered.low).toBeCloseTo(exact.low, 12);
    expect(clustered.high).toBeCloseTo(exact.high, 12);
  });

  it('never counts more trials than there were, and keeps them all at a share of 0 or 1', () => {
    const tight = shareInterval({ share: 0.5, variance: 1e-9, trials: 40, level: 0.9 });
    expect(tight).toEqual(clopperPearson(20, 40, 0.9));
    expect(shareInterval({ share: 0.5, variance: 0, trials: 40, level: 0.9 })).toEqual(tight);
    expect(shareInterval({ share: 0, variance: 0, trials: 40, level: 0.9 })).toEqual(
      clopperPearson(0, 40, 0.9),
    );
    expect(shareInterval({ share: 1, variance: 0, trials: 40, level: 0.9 })).toEqual(
      clopperPearson(40, 40, 0.9),
    );
  });

  it('refuses what is no share or no variance', () => {
    expect(() => shareInterval({ share: 1.2, variance: 0, trials: 4, level: 0.9 })).toThrow(/^invalid share/);
    expect(() => shareInterval({ share: 0.2, variance: -1, trials: 4, level: 0.9 })).toThrow(
      /^invalid variance/,
    );
  });
});
