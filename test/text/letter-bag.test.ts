import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import {
  jaroWinklerUpperBound,
  letterMask,
  letterMaskOfBytes,
  levenshteinUpperBound,
} from '../../src/text/letter-bag.ts';
import { levenshteinSimilarity } from '../../src/text/levenshtein.ts';
import { namePairs } from './name-pairs.ts';

function bounds(a: string, b: string): { jaroWinkler: number; levenshtein: number } {
  const known = [a.length, b.length, letterMask(a), letterMask(b)] as const;
  return { jaroWinkler: jaroWinklerUpperBound(...known), levenshtein: levenshteinUpperBound(...known) };
}

function expectBounded(a: string, b: string): void {
  const { jaroWinkler, levenshtein } = bounds(a, b);
  if (jaroWinkler < jaroWinklerSimilarity(a, b) || jaroWinkler > 1)
    expect([a, b, jaroWinkler]).toBe('bounded');
  if (levenshtein < levenshteinSimilarity(a, b) || levenshtein > 1)
    expect([a, b, levenshtein]).toBe('bounded');
}

describe('letter bags', () => {
  it('never bound below the true similarity: 20,000 name-like pairs and all neighbours in the list', () => {
    const pairs = namePairs(20_000);
    pairs.forEach(([a, b], i) => {
      expectBounded(a, b);
      expectBounded(a, pairs[(i + 1) % pairs.length]![1]);
    });
  });

  it('never bound below the true similarity: any strings, near or far', () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ABCDE'), maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'AB 0189#az'), maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(fc.property(value, value, expectBounded), { seed: 1, numRuns: 20_000 });
  });

  it('are exact where letters and lengths say it all', () => {
    expect(bounds('SMITH', 'SMITH')).toEqual({ jaroWinkler: 1, levenshtein: 1 });
    expect(bounds('ABC', 'XYZ')).toEqual({ jaroWinkler: 0, levenshtein: 0 });
    expect(bounds('', 'XYZ')).toEqual({ jaroWinkler: 0, levenshtein: 0 });
    expect(bounds('JOHNS', 'JOHNSON').levenshtein).toBe(levenshteinSimilarity('JOHNS', 'JOHNSON'));
  });

  it('read bytes as they read strings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        expect(letterMaskOfBytes(bytes, 0, bytes.length)).toBe(letterMask(String.fromCharCode(...bytes)));
      }),
      { seed: 2 },
    );
  });
});
