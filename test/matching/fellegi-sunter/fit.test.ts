/** Expectation maximisation: planted parameters, an independent twin, and edges. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgreementPattern, fitFellegiSunter } from '../../../src/matching/fellegi-sunter/fit.ts';

const planted = {
  lambda: 0.02,
  m: [
    [0.05, 0.15, 0.8],
    [0.1, 0.9],
    [0.2, 0.1, 0.7],
    [0.15, 0.85],
  ],
  u: [
    [0.9, 0.08, 0.02],
    [0.95, 0.05],
    [0.7, 0.25, 0.05],
    [0.9, 0.1],
  ],
};

function everyPattern(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<number[][]>(
    (found, size) =>
      found.flatMap((levels) => Array.from({ length: size }, (_, level) => [...levels, level])),
    [[]],
  );
}

const probabilityOf = (shares: readonly (readonly number[])[], levels: readonly number[]) =>
  levels.reduce((product, level, field) => (level < 0 ? product : product * shares[field]![level]!), 1);

/** The counts that the planted parameters lead one to expect of so many pairs. */
function expectedPatterns({ lambda, m, u }: typeof planted, pairs: number): readonly AgreementPattern[] {
  return everyPattern(m.map((shares) => shares.length)).map((levels) => ({
    levels,
    count: pairs * (lambda * probabilityOf(m, levels) + (1 - lambda) * probabilityOf(u, levels)),
  }));
}

/** The same with a fifth of the values of each field missing at random. */
function withMissing(patterns: readonly AgreementPattern[]): readonly AgreementPattern[] {
  const fields = patterns[0]!.levels.length;
  return patterns.flatMap(({ levels, count }) =>
    everyPattern(Array.from({ length: fields }, () => 2)).map((gone) => ({
      levels: levels.map((level, field) => (gone[field] === 1 ? -1 : level)),
      count: count * gone.reduce((share, g) => share * (g === 1 ? 0.2 : 0.8), 1),
    })),
  );
}

function furthest(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  return Math.max(
    ...a.flatMap((shares, field) => shares.map((share, level) => Math.abs(share - b[field]![level]!))),
  );
}

describe('planted parameters', () => {
  it.each([
    ['complete', expectedPatterns(planted, 1e6)],
    ['with missing values', withMissing(expectedPatterns(planted, 1e6))],
  ])('are recovered to 1e-3: %s', (_, patterns) => {
    const fit = fitFellegiSunter(patterns);
    expect(Math.abs(fit.lambda - planted.lambda)).toBeLessThan(1e-3);
    expect(furthest(fit.m, planted.m)).toBeLessThan(1e-3);
    expect(furthest(fit.u, planted.u)).toBeLessThan(1e-3);
  });

  it('are recovered with u known', () => {
    const fit = fitFellegiSunter(expectedPatterns(planted, 1e6), { u: planted.u });
    expect(fit.u).toBe(planted.u);
    expect(Math.abs(fit.lambda - planted.lambda)).toBeLessThan(1e-3);
    expect(furthest(fit.m, planted.m)).toBeLessThan(1e-3);
  });
});

/** One round as the textbook has it, pair class by pair class, without added counts. */
function plainRound(
  patterns: readonly AgreementPattern[],
  { lambda, m, u }: { lambda: number; m: readonly (readonly number[])[]; u: readonly (readonly number[])[] },
) {
  const pairs = patterns.reduce((sum, { count }) => sum + count, 0);
  const posterior = patterns.map(({ levels }) => {
    const [match, other] = [lambda * probabilityOf(m, levels), (1 - lambda) * probabilityOf(u, levels)];
    return match / (match + other);
  });
  const shares = (of: (i: number) => number) =>
    m.map((levelsOfField, field) => {
      const weights = levelsOfField.map((_, level) =>
        patterns.reduce(
          (sum, { levels, count }, i) => sum + (levels[field] === level ? count * of(i) : 0),
          0,
        ),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
  return {
    lambda: patterns.reduce((sum, { count }, i) => sum + count * posterior[i]!, 0) / pairs,
    m: shares((i) => posterior[i]!),
    u: shares((i) => 1 - posterior[i]!),
  };
}

describe('beside an independent twin', () => {
  it('ends where another round of the textbook moves nothing', () => {
    const patterns = expectedPatterns(planted, 5000).map(({ levels, count }) => ({
      levels,
      count: Math.ceil(count),
    }));
    const fit = fitFellegiSunter(patterns, { pseudoCount: 0, tolerance: 1e-12 });
    const next = plainRound(patterns, fit);
    expect(next.lambda).toBeCloseTo(fit.lambda, 9);
    expect(furthest(next.m, fit.m)).toBeLessThan(1e-9);
    expect(furthest(next.u, fit.u)).toBeLessThan(1e-9);
  });

  it('does a first round by hand', () => {
    // Two fields of two levels; u known, lambda 1/2 and m 9/10 to start.
    const patterns = [
      { levels: [1, 1], count: 10 },
      { levels: [0, 0], count: 90 },
    ];
    const u = [
      [0.9, 0.1],
      [0.9, 0.1],
    ];
    const fit = fitFellegiSunter(patterns, { u, lambda: 0.5, pseudoCount: 0, maxIterations: 1 });
    // Posteriors: 0.81 / (0.81 + 0.01) and 0.01 / (0.01 + 0.81).
    const [high, low] = [81 / 82, 1 / 82];
    expect(fit.iterations).toBe(1);
    expect(fit.lambda).toBeCloseTo((10 * high + 90 * low) / 100, 14);
    expect(fit.m[0]![1]).toBeCloseTo((10 * high) / (10 * high + 90 * low), 14);
    expect(fit.logLikelihood[0]).toBeCloseTo(100 * Math.log(0.5 * 0.82), 10);
  });
});

describe('any counts', () => {
  const sizes = [2, 3, 2];
  const somePatterns = fc.array(
    fc.record({
      levels: fc.tuple(...sizes.map((size) => fc.integer({ min: -1, max: size - 1 }))),
      count: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1e9, noNaN: true })),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it('give probabilities, never NaN, a likelihood that never falls, and the same again', () => {
    fc.assert(
      fc.property(somePatterns, fc.constantFrom(0, 0.01, 1), (patterns, pseudoCount) => {
        fc.pre(patterns.some(({ count }) => count > 1e-6));
        const options = { levels: sizes, pseudoCount, maxIterations: 60 };
        const fit = fitFellegiSunter(patterns, options);
        for (const shares of [...fit.m, ...fit.u]) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
        }
        expect(fit.lambda >= 0 && fit.lambda <= 1 + 1e-12).toBe(true);
        fit.logLikelihood.slice(1).forEach((value, i) => {
          const before = fit.logLikelihood[i]!;
          expect(value).toBeGreaterThanOrEqual(before - 1e-9 * Math.abs(before) - 1e-6);
        });
        expect(fitFellegiSunter(patterns, options)).toEqual(fit);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('give no probability of 0 for a level that was never seen', () => {
    const fit = fitFellegiSunter(
      [
        { levels: [1, 2], count: 50 },
        { levels: [0, 0], count: 950 },
      ],
      { levels: [2, 3] },
    );
    for (const share of [...fit.m, ...fit.u].flat()) expect(share).toBeGreaterThan(0);
  });

  it('give weights that never fall with the level, when asked for', () => {
    fc.assert(
      fc.property(somePatterns, (patterns) => {
        fc.pre(patterns.some(({ count }) => count > 1e-6));
        const { m, u } = fitFellegiSunter(patterns, { levels: sizes, monotone: true, maxIterations: 40 });
        m.forEach((shares, field) => {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          shares.slice(1).forEach((share, level) => {
            const [low, high] = [shares[level]! / u[field]![level]!, share / u[field]![level + 1]!];
            expect(high).toBeGreaterThanOrEqual(low * (1 - 1e-9));
          });
        });
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

it('says in one line what is wrong', () => {
  const fitting =
    (patterns: readonly AgreementPattern[], options = {}) =>
    () =>
      fitFellegiSunter(patterns, options);
  const one = { levels: [0, 1], count: 1 };
  expect(fitting([])).toThrow(
    'fitFellegiSunter: there must be at least one pattern with a field and a count above 0',
  );
  expect(fitting([one, { levels: [0], count: 1 }])).toThrow(
    'fitFellegiSunter: every pattern must have 2 levels: 1',
  );
  expect(fitting([{ levels: [0, 1], count: -1 }])).toThrow(
    'fitFellegiSunter: a count must be a number from 0 up: -1',
  );
  expect(fitting([{ levels: [0, 0.5], count: 1 }])).toThrow(
    'fitFellegiSunter: a level must be -1, 0, 1, 2 ...: 0.5',
  );
  expect(fitting([one], { levels: [1, 1] })).toThrow(
    'fitFellegiSunter: the numbers of levels must be at least 1, 2: 1, 1',
  );
  expect(fitting([one], { lambda: 0 })).toThrow(
    'fitFellegiSunter: lambda must lie between 0 and 1, both excluded: 0',
  );
});
