import { describe, expect, it } from 'vitest';
import {
  doubleMetaphoneKeySimilarity,
  doubleMetaphoneKeys,
  doubleMetaphoneSimilarity,
} from '../../src/text/double-metaphone.ts';

describe('doubleMetaphoneKeys', () => {
  it('gives the primary, and the secondary only where it differs', () => {
    // Philips's own examples: SMITH and SCHMIDT share a key across ranks.
    expect(doubleMetaphoneKeys('SMITH')).toEqual(['SM0', 'XMT']);
    expect(doubleMetaphoneKeys('SCHMIDT')).toEqual(['XMT', 'SMT']);
    expect(doubleMetaphoneKeys('BELL')).toEqual(['PL']);
  });

  it('does not cut keys to four characters', () => {
    expect(doubleMetaphoneKeys('CHRISTOPHERSON')[0]!.length).toBeGreaterThan(4);
  });

  it('gives none where nothing is sounded', () => {
    for (const value of ['', '123', ' ', '-', '\ud800']) expect(doubleMetaphoneKeys(value)).toEqual([]);
  });
});

describe('doubleMetaphoneSimilarity', () => {
  it('grades identity, primaries, crossed keys and secondaries in this order', () => {
    expect(doubleMetaphoneSimilarity('SMITH', 'SMITH')).toBe(1);
    expect(doubleMetaphoneSimilarity('SMITH', 'SMYTH')).toBe(0.9);
    expect(doubleMetaphoneSimilarity('SMITH', 'SCHMIDT')).toBe(0.8);
    expect(doubleMetaphoneKeySimilarity(['A', 'K'], ['B', 'K'])).toBe(0.7);
    expect(doubleMetaphoneSimilarity('SMITH', 'GARCIA')).toBe(0);
  });

  it('does not take two missing secondaries, or two silent values, for agreement', () => {
    expect(doubleMetaphoneKeySimilarity(['A'], ['B'])).toBe(0);
    expect(doubleMetaphoneSimilarity('123', '456')).toBe(0);
    expect(doubleMetaphoneSimilarity('123', '123')).toBe(1);
  });
});
