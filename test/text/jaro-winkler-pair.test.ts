/** The comparison of two strings at a time, against the plain twins. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroSimilarity, jaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import { jaroPair, jaroWinklerPair } from '../../src/text/jaro-winkler-pair.ts';
import { namePairs } from './name-pairs.ts';

describe.each([
  { name: 'jaroPair', pair: jaroPair, plain: jaroSimilarity },
  { name: 'jaroWinklerPair', pair: jaroWinklerPair, plain: jaroWinklerSimilarity },
])('$name', ({ pair, plain }) => {
  it('equals the plain form bit for bit on 20,000 name-like pairs', () => {
    expect(namePairs(20_000).filter(([a, b]) => pair(a, b) !== plain(a, b))).toEqual([]);
  });

  // One call after the other, so that whatever one leaves behind is met by the next.
  it('equals the plain form bit for bit on any strings, around and beyond 32 characters', () => {
    const few = fc.string({ unit: fc.constantFrom(...'AB '), maxLength: 36 });
    const full = fc.string({ unit: fc.constantFrom(...'ABC'), minLength: 30, maxLength: 34 });
    // Units that are the same modulo 256: A, Ł, and their likes.
    const alike = fc.string({
      unit: fc.constantFrom('A', '\u0141', '\u0241', 'B', '\u0142', 'z'),
      maxLength: 12,
    });
    const any = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units));
    const value = fc.oneof(few, full, alike, any);
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(pair(a, b)).toBe(plain(a, b));
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });
});
