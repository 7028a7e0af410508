/**
 * Token sort similarity: Indel similarity of the words in alphabetical order, so that the order in which names are
 * written does not matter.
 *
 * Reference: `token_sort_ratio` of fuzzywuzzy and RapidFuzz (there times 100), unrounded. Convention: words are
 * parted by white space; code unit order; a repeated word stays repeated. Missing is no agreement: a value without
 * words agrees with itself only, an empty one with nothing.
 */

import { indelSimilarity } from './indel.ts';

/** The words of a value in code unit order. */
export function sortedWords(value: string): readonly string[] {
  return value
    .split(/\s+/)
    .filter((word) => word !== '')
    .sort();
}

/** Indel similarity of the sorted words, in [0, 1]; 0 when either has none. */
export function tokenSortSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  return indelSimilarity(sortedWords(a).join(' '), sortedWords(b).join(' '));
}
