import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaccardBigramSimilarity } from '../../src/text/jaccard-bigram.ts';

/** The definition, over arrays. */
function plain(a: string, b: string): number {
  const grams = (value: string) =>
    value.length === 1
      ? [value]
      : [...Array(Math.max(value.length - 1, 0)).keys()].map((i) => value.slice(i, i + 2));
  const both = [...new Set([...grams(a), ...grams(b)])];
  const shared = both.filter((gram) => grams(a).includes(gram) && grams(b).includes(gram));
  return both.length === 0 ? 0 : shared.length / both.length;
}

describe('jaccardBigramSimilarity', () => {
  it.each([
    // NI IG GH HT against NA AC CH HT: one of seven.
    ['NIGHT', 'NACHT', 1 / 7],
    // GA AR RC CI IA against GA AR RZ ZI IA: three of seven.
    ['GARCIA', 'GARZIA', 3 / 7],
    // A repeated bigram counts once.
    ['ANANAN', 'ANA', 1],
    ['A', 'A', 1],
    ['A', 'AB', 0],
    ['', 'AB', 0],
    ['', '', 0],
  ])('%s and %s', (a, b, score) => {
    expect(jaccardBigramSimilarity(a, b)).toBe(score);
  });

  it('equals its definition for any strings', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ABC'), maxLength: 10 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaccardBigramSimilarity(a, b)).toBe(plain(a, b));
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
