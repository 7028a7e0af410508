import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauDistance, damerauSimilarity } from '../../src/text/damerau.ts';
import { duckdbOf, flippedDecisions, hasDuckdb } from './duckdb-oracle.ts';
import { namePairs } from './name-pairs.ts';

/** Optimal string alignment by its recursive definition (Boytsov 2011). */
function plainDistance(a: string, b: string): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const options = [
      from(i - 1, j) + 1,
      from(i, j - 1) + 1,
      from(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      options.push(from(i - 2, j - 2) + 1);
    const least = Math.min(...options);
    known.set(key, least);
    return least;
  };
  return from(a.length, b.length);
}

/** The unrestricted distance by Lowrance and Wagner (JACM 22, 1975), which DuckDB computes. */
function unrestrictedDistance(a: string, b: string): number {
  const far = a.length + b.length;
  const table = Array.from({ length: a.length + 2 }, () => new Array<number>(b.length + 2).fill(far));
  for (let i = 0; i <= a.length; i++) table[i + 1]![1] = i;
  for (let j = 0; j <= b.length; j++) table[1]![j + 1] = j;
  const lastRow = new Map<string, number>();
  for (let i = 1; i <= a.length; i++) {
    let lastColumn = 0;
    for (let j = 1; j <= b.length; j++) {
      const row = lastRow.get(b[j - 1]!) ?? 0;
      const column = lastColumn;
      const same = a[i - 1] === b[j - 1];
      if (same) lastColumn = j;
      table[i + 1]![j + 1] = Math.min(
        table[i]![j]! + (same ? 0 : 1),
        table[i + 1]![j]! + 1,
        table[i]![j + 1]! + 1,
        table[row]![column]! + (i - row - 1) + 1 + (j - column - 1),
      );
    }
    lastRow.set(a[i - 1]!, i);
  }
  return table[a.length + 1]![b.length + 1]!;
}

describe('damerauDistance', () => {
  it.each([
    // The pair that tells the two variants apart: 2 unrestricted (Boytsov 2011).
    ['CA', 'ABC', 3],
    ['MARTHA', 'MARHTA', 1],
    ['ABCD', 'BADC', 2],
    ['SMITH', 'SMYTH', 1],
    ['', 'ABC', 3],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(damerauDistance(a, b)).toBe(distance);
    expect(damerauDistance(b, a)).toBe(distance);
  });

  it('equals its recursive definition on name-like pairs and on any strings', () => {
    for (const [a, b] of namePairs(1000)) expect(damerauDistance(a, b)).toBe(plainDistance(a, b));
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'AB'), maxLength: 14 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(damerauDistance(a, b)).toBe(plainDistance(a, b));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe.skipIf(!hasDuckdb)('beside DuckDB', () => {
  it('is its unrestricted distance on 20,000 pairs wherever the variants agree, and never below it', async () => {
    const pairs = namePairs(20_000);
    const oracle = await duckdbOf(pairs, 'damerau_levenshtein(a, b)');
    let furthest = 0;
    let flipped = 0;
    let apart = 0;
    pairs.forEach(([a, b], i) => {
      const unrestricted = unrestrictedDistance(a, b);
      expect(unrestricted).toBe(oracle[i]);
      const ours = damerauDistance(a, b);
      if (ours !== unrestricted) {
        expect(ours).toBeGreaterThan(unrestricted);
        apart++;
        return;
      }
      const score = 1 - oracle[i]! / Math.max(a.length, b.length);
      furthest = Math.max(furthest, Math.abs(damerauSimilarity(a, b) - score));
      flipped += flippedDecisions(damerauSimilarity(a, b), score);
    });
    expect(furthest).toBeLessThan(1e-9);
    expect(flipped).toBe(0);
    expect(apart).toBeLessThan(pairs.length / 100);
  });
});
