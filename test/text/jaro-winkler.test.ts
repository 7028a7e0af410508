import { describe, expect, it } from 'vitest';
import {
  jaroSimilarity,
  jaroWinklerSimilarity,
  ungatedJaroWinklerSimilarity,
} from '../../src/text/jaro-winkler.ts';
import { duckdbOf, flippedDecisions, hasDuckdb } from './duckdb-oracle.ts';
import { namePairs } from './name-pairs.ts';

describe('jaroSimilarity and jaroWinklerSimilarity', () => {
  // Pairs and three-decimal scores of Winkler's comparison of string comparators ("Overview of record linkage
  // and current research directions", US Census Bureau research report RRS2006-02).
  it.each([
    ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
    ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
    ['NICHLESON', 'NICHULSON', 0.926, 0.956],
    ['JONES', 'JOHNSON', 0.79, 0.832],
    ['MASSEY', 'MASSIE', 0.889, 0.933],
    ['ABROMS', 'ABRAMS', 0.889, 0.922],
    ['ITMAN', 'SMITH', 0.467, 0.467],
    ['JERALDINE', 'GERALDINE', 0.926, 0.926],
    ['MARHTA', 'MARTHA', 0.944, 0.961],
    ['MICHELLE', 'MICHAEL', 0.869, 0.921],
    ['JULIES', 'JULIUS', 0.889, 0.933],
    ['TANYA', 'TONYA', 0.867, 0.88],
    ['DWAYNE', 'DUANE', 0.822, 0.84],
    ['SEAN', 'SUSAN', 0.783, 0.805],
    ['JON', 'JOHN', 0.917, 0.933],
  ])('%s, %s: the published scores', (a, b, jaro, jaroWinkler) => {
    expect(Math.abs(jaroSimilarity(a, b) - jaro)).toBeLessThan(0.001);
    expect(Math.abs(jaroWinklerSimilarity(a, b) - jaroWinkler)).toBeLessThan(0.001);
  });

  it('halves an odd number of transpositions downwards', () => {
    // Matched in order A B C against C A B: three differ, one transposition counts.
    expect(jaroSimilarity('ABCXXX', 'CABYYY')).toBe((3 / 6 + 3 / 6 + (3 - 1) / 3) / 3);
  });

  it('looks within a window of half the longer value less one', () => {
    expect(jaroSimilarity('ABC', 'XAX')).toBe(0);
    expect(jaroSimilarity('ABCD', 'XAXX')).toBe((1 / 4 + 1 / 4 + 1) / 3);
  });

  it('adds the prefix only above Jaro 0.7, and four characters of it at most', () => {
    const low = jaroSimilarity('AXXX', 'AYYY');
    expect(low).toBe(0.5);
    expect(jaroWinklerSimilarity('AXXX', 'AYYY')).toBe(low);
    const high = jaroSimilarity('ABCDEFX', 'ABCDEFY');
    expect(jaroWinklerSimilarity('ABCDEFX', 'ABCDEFY')).toBeCloseTo(high + 0.4 * (1 - high), 12);
  });

  it('adds the prefix however low Jaro is when asked for the ungated form', () => {
    expect(ungatedJaroWinklerSimilarity('AXXX', 'AYYY')).toBeCloseTo(0.5 + 0.1 * 0.5, 12);
    const [a, b] = ['ABCDEFX', 'ABCDEFY'];
    expect(ungatedJaroWinklerSimilarity(a, b)).toBe(jaroWinklerSimilarity(a, b));
    expect(ungatedJaroWinklerSimilarity('', 'A')).toBe(0);
  });

  describe.skipIf(!hasDuckdb)('beside DuckDB', () => {
    it.each([
      ['jaro_similarity(a, b)', jaroSimilarity],
      ['jaro_winkler_similarity(a, b)', jaroWinklerSimilarity],
    ] as const)('agrees with %s on 20,000 pairs to 1e-9, and on every decision', async (sql, similarity) => {
      const pairs = namePairs(20_000);
      const oracle = await duckdbOf(pairs, sql);
      let furthest = 0;
      let flipped = 0;
      pairs.forEach(([a, b], i) => {
        furthest = Math.max(furthest, Math.abs(similarity(a, b) - oracle[i]!));
        flipped += flippedDecisions(similarity(a, b), oracle[i]!);
      });
      expect(furthest).toBeLessThan(1e-9);
      expect(flipped).toBe(0);
    });
  });
});
