import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauSimilarity } from '../../src/text/damerau.ts';
import { doubleMetaphoneSimilarity } from '../../src/text/double-metaphone.ts';
import { exactSimilarity } from '../../src/text/exact.ts';
import { indelSimilarity } from '../../src/text/indel.ts';
import { jaccardBigramSimilarity } from '../../src/text/jaccard-bigram.ts';
import {
  jaroSimilarity,
  jaroWinklerSimilarity,
  ungatedJaroWinklerSimilarity,
} from '../../src/text/jaro-winkler.ts';
import { levenshteinSimilarity } from '../../src/text/levenshtein.ts';
import { nicknameSimilarity } from '../../src/text/nicknames.ts';
import { nysiisSimilarity } from '../../src/text/nysiis.ts';
import { soundexSimilarity } from '../../src/text/soundex.ts';
import { tokenSetSimilarity } from '../../src/text/token-set.ts';
import { tokenSortSimilarity } from '../../src/text/token-sort.ts';

const SIMILARITIES = {
  exactSimilarity,
  levenshteinSimilarity,
  jaroSimilarity,
  jaroWinklerSimilarity,
  ungatedJaroWinklerSimilarity,
  damerauSimilarity,
  jaccardBigramSimilarity,
  indelSimilarity,
  tokenSortSimilarity,
  tokenSetSimilarity,
  soundexSimilarity,
  nysiisSimilarity,
  doubleMetaphoneSimilarity,
  nicknameSimilarity,
};

// Any sequence of UTF-16 code units, lone surrogates included, and near strings over few letters.
const anything = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const few = fc.string({ unit: fc.constantFrom(...'ABX C'), maxLength: 40 });
const value = fc.oneof(
  anything,
  few,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', '7', '\ud800'),
);

describe.each(Object.entries(SIMILARITIES))('%s', (_, similarity) => {
  it('is in [0, 1], symmetric, and does not throw, for any strings', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBe(score);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('is 1 for a non-empty value and itself', () => {
    fc.assert(
      fc.property(value, (a) => {
        fc.pre(a !== '');
        expect(similarity(a, a)).toBe(1);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('is 0 when a value is missing', () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(similarity(a, '')).toBe(0);
        expect(similarity('', a)).toBe(0);
      }),
      { seed: 3 },
    );
  });
});
