import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroSimilarity, jaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import { jaroQuery, jaroWinklerQuery } from '../../src/text/jaro-winkler-query.ts';
import { byteColumn } from './byte-column.ts';
import { namePairs } from './name-pairs.ts';

describe.each([
  { name: 'jaroQuery', query: jaroQuery, plain: jaroSimilarity },
  { name: 'jaroWinklerQuery', query: jaroWinklerQuery, plain: jaroWinklerSimilarity },
])('$name', ({ query, plain }) => {
  it('equals the plain form bit for bit on 20,000 name-like pairs', () => {
    const unequal = namePairs(20_000).filter(([a, b]) => query(a)(...byteColumn(b)) !== plain(a, b));
    expect(unequal).toEqual([]);
  });

  it('equals the plain form bit for bit over small alphabets, around and beyond 32 characters', () => {
    const few = fc.string({ unit: fc.constantFrom(...'AB '), maxLength: 36 });
    const more = fc.string({ unit: fc.constantFrom(...'ABCDEFGZ 019'), maxLength: 36 });
    const full = fc.string({ unit: fc.constantFrom(...'ABC'), minLength: 30, maxLength: 34 });
    const latin = fc
      .array(fc.integer({ min: 0, max: 255 }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units));
    const value = fc.oneof(few, more, full, latin);
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(query(a)(...byteColumn(b))).toBe(plain(a, b));
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('takes a query beyond Latin-1: its other characters match no byte', () => {
    const text = 'M\u0141\ud83dODA';
    expect(query(text)(...byteColumn('MLODA'))).toBe(plain(text, 'MLODA'));
  });
});
