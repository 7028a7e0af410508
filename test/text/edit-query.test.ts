import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauSimilarity } from '../../src/text/damerau.ts';
import { damerauQuery, levenshteinQuery } from '../../src/text/edit-query.ts';
import { levenshteinSimilarity } from '../../src/text/levenshtein.ts';
import { byteColumn } from './byte-column.ts';
import { namePairs } from './name-pairs.ts';

describe.each([
  { name: 'levenshteinQuery', query: levenshteinQuery, plain: levenshteinSimilarity },
  { name: 'damerauQuery', query: damerauQuery, plain: damerauSimilarity },
])('$name', ({ query, plain }) => {
  it('equals the plain form bit for bit on 20,000 name-like pairs', () => {
    const unequal = namePairs(20_000).filter(([a, b]) => query(a)(...byteColumn(b)) !== plain(a, b));
    expect(unequal).toEqual([]);
  });

  it('equals the plain form bit for bit over small alphabets, around and beyond 32 characters', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'AB '), maxLength: 36 }),
      fc.string({ unit: fc.constantFrom(...'ABC'), minLength: 30, maxLength: 34 }),
      fc.string({ unit: fc.constantFrom(...'ABCDEFGZ 019'), maxLength: 70 }),
    );
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(query(a)(...byteColumn(b))).toBe(plain(a, b));
      }),
      { seed: 1, numRuns: 10_000 },
    );
  });

  it('takes a query beyond Latin-1: its other characters match no byte', () => {
    const text = 'M\u0141\ud83dODA';
    expect(query(text)(...byteColumn('MLODA'))).toBe(plain(text, 'MLODA'));
  });
});
