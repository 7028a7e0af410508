/**
 * Levenshtein similarity: the share of the longer value that need not be edited.
 *
 * Reference: Levenshtein (1966), insertions, deletions and substitutions at cost 1 (no transpositions), by
 * the package fastest-levenshtein (Myers' bit-parallel algorithm, 1999).
 * Convention: lengths and edits count UTF-16 code units. Missing is no agreement: an empty value on either
 * side, or on both, scores 0.
 */

import { distance } from 'fastest-levenshtein';

/** 1 - distance / length of the longer value, in [0, 1]; 0 when either is empty. */
export function levenshteinSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}
