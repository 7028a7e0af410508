/** Token sort: the words in alphabetical order, by Indel similarity. See text/token-sort.ts. */

import { indelBound } from '../../text/letter-bag.ts';
import { sortedWords, tokenSortSimilarity } from '../../text/token-sort.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const tokenSort: Comparator = {
  id: 'token-sort',
  label: 'Token sort',
  describe: 'words put in alphabetical order, then 2 x longest common subsequence / sum of lengths',
  compare: tokenSortSimilarity,
  query(dictionary, value, floor) {
    const { values } = dictionary;
    // The bound counts characters, of which a value with stray spaces has more than its words.
    return scanningQuery(dictionary, sortedWords(value).join(' '), floor, indelBound, (code) =>
      tokenSortSimilarity(value, values[code]!),
    );
  },
};
