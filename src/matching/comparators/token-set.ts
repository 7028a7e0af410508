/** Token set: the words in common against all words of either value. See text/token-set.ts. */

import { tokenSetSimilarity } from '../../text/token-set.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const tokenSet: Comparator = {
  id: 'token-set',
  label: 'Token set',
  describe: 'the words in common against all words of either value; 1 when all words of one are in the other',
  compare: tokenSetSimilarity,
  query(dictionary, value, floor) {
    const { values } = dictionary;
    const highest = () => 1;
    return scanningQuery(dictionary, value, floor, highest, (code) =>
      tokenSetSimilarity(value, values[code]!),
    );
  },
};
