/** The decision by bounds against the comparison of quantiles that it stands for. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { happensBy } from '../../src/corruption/decision.ts';
import { uniform } from '../../src/random/stream.ts';
import { normalQuantile } from '../../src/statistics/normal.ts';

const bySquareRoots = (correlation: number) => Math.sqrt(1 - correlation);
const compared = (word: number, chance: number, own: number, shared: number) =>
  own * normalQuantile(uniform(word)) < normalQuantile(chance) + shared;

const anyWord = fc.oneof(
  fc.nat(2 ** 32 - 1),
  fc.constantFrom(0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 31, 2 ** 32 - 1),
);
const anyChance = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.02, noNaN: true }),
  fc.constantFrom(0, 1e-9, 1 / 4096, 0.5, 4095 / 4096, 1 - 1e-9, 1),
);

it('is that of the quantiles, for any word, chance and carelessness', () => {
  fc.assert(
    fc.property(
      anyWord,
      anyChance,
      fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)),
      fc.double({ min: -8, max: 8, noNaN: true }),
      (word, chance, correlation, normal) => {
        const own = bySquareRoots(correlation);
        const shared = Math.sqrt(correlation) * normal;
        expect(happensBy(word, chance, own, shared)).toBe(compared(word, chance, own, shared));
      },
    ),
    { seed: 1, numRuns: 20_000 },
  );
});

it('is that of the quantiles at the very word where it turns', () => {
  for (const chance of [0.0005, 0.003, 0.055, 0.33, 0.5, 0.98, 0.9997]) {
    const turn = Math.round(chance * 2 ** 32);
    for (let word = turn - 3; word <= turn + 3; word++) {
      expect(happensBy(word, chance, 1, 0)).toBe(uniform(word) < chance);
      expect(happensBy(word, chance, 1, 0)).toBe(compared(word, chance, 1, 0));
    }
  }
});
