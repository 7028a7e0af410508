import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import { jaroWinklerQuery } from '../../src/text/jaro-winkler-query.ts';
import { namePairs } from './name-pairs.ts';

/** The value's code units with strange bytes before and after, and where it lies between them. */
function column(value: string): [Uint8Array, number, number] {
  const bytes = Uint8Array.from(`AB${value}AB`, (character) => character.charCodeAt(0));
  return [bytes, 2, 2 + value.length];
}

describe('jaroWinklerQuery', () => {
  it('equals the plain form bit for bit on 20,000 name-like pairs', () => {
    const unequal = namePairs(20_000).filter(
      ([a, b]) => jaroWinklerQuery(a)(...column(b)) !== jaroWinklerSimilarity(a, b),
    );
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
        expect(jaroWinklerQuery(a)(...column(b))).toBe(jaroWinklerSimilarity(a, b));
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('takes a query beyond Latin-1: its other characters match no byte', () => {
    const query = 'M\u0141\ud83dODA';
    expect(jaroWinklerQuery(query)(...column('MLODA'))).toBe(jaroWinklerSimilarity(query, 'MLODA'));
  });
});
