/**
 * Token set similarity: the words in common against the words in common with the rest of either value; the best of
 * the three Indel similarities. A value whose words are all in the other scores 1 (GARCIA and GARCIA LOPEZ), which is
 * what makes it find a dropped second surname, and what makes it match too much.
 *
 * Reference: `token_set_ratio` of fuzzywuzzy and RapidFuzz (there times 100), unrounded. Convention: words are parted
 * by white space; code unit order; a repeated word counts once; without a word in common the rests alone are
 * compared. Missing is no agreement: a value without words agrees with itself only, an empty one with nothing.
 */

import { indelSimilarity } from './indel.ts';
import { sortedWords } from './token-sort.ts';

/** The best Indel similarity of common words, common words and rest of one, and of the other, in [0, 1]. */
export function tokenSetSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const wordsA = new Set(sortedWords(a));
  const wordsB = new Set(sortedWords(b));
  if (wordsA.size === 0 || wordsB.size === 0) return 0;
  const common = [...wordsA].filter((word) => wordsB.has(word));
  const restA = [...wordsA].filter((word) => !wordsB.has(word));
  const restB = [...wordsB].filter((word) => !wordsA.has(word));
  if (common.length > 0 && (restA.length === 0 || restB.length === 0)) return 1;

  const shared = common.join(' ');
  const wholeA = [...common, ...restA].join(' ');
  const wholeB = [...common, ...restB].join(' ');
  return Math.max(
    indelSimilarity(wholeA, wholeB),
    indelSimilarity(shared, wholeA),
    indelSimilarity(shared, wholeB),
  );
}
