import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levenshteinSimilarity } from '../../src/text/levenshtein.ts';
import { duckdbOf, flippedDecisions, hasDuckdb } from './duckdb-oracle.ts';
import { namePairs } from './name-pairs.ts';

/** The dynamic programme of Wagner & Fischer (1974), row by row. */
function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const plain = (a: string, b: string) => 1 - plainDistance(a, b) / Math.max(a.length, b.length);

describe('levenshteinSimilarity', () => {
  it('is one less the share of the longer value edited', () => {
    expect(levenshteinSimilarity('KITTEN', 'SITTING')).toBe(1 - 3 / 7);
    expect(levenshteinSimilarity('MARTHA', 'MARHTA')).toBe(1 - 2 / 6);
    expect(levenshteinSimilarity('A', 'B')).toBe(0);
  });

  it('equals the dynamic programme on 5,000 name-like pairs', () => {
    for (const [a, b] of namePairs(5000)) expect(levenshteinSimilarity(a, b)).toBe(plain(a, b));
  });

  it('equals the dynamic programme on any code units and lengths beyond one word', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'AB'), minLength: 1, maxLength: 80 }),
      fc.string({ unit: 'binary', minLength: 1 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(levenshteinSimilarity(a, b)).toBe(plain(a, b));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it.skipIf(!hasDuckdb)('agrees with DuckDB on 20,000 pairs to 1e-9, and on every decision', async () => {
    const pairs = namePairs(20_000);
    const oracle = await duckdbOf(pairs, '1 - levenshtein(a, b) / greatest(length(a), length(b))');
    let furthest = 0;
    let flipped = 0;
    pairs.forEach(([a, b], i) => {
      furthest = Math.max(furthest, Math.abs(levenshteinSimilarity(a, b) - oracle[i]!));
      flipped += flippedDecisions(levenshteinSimilarity(a, b), oracle[i]!);
    });
    expect(furthest).toBeLessThan(1e-9);
    expect(flipped).toBe(0);
  });
});
