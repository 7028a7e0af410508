/** Double Metaphone: agreement in sound, graded by which keys agree. See text/double-metaphone.ts. */

import {
  doubleMetaphoneKeySimilarity,
  doubleMetaphoneKeys,
  doubleMetaphoneSimilarity,
} from '../../text/double-metaphone.ts';
import { type Comparator, keyedQuery } from '../comparator.ts';

export const doubleMetaphone: Comparator = {
  id: 'double-metaphone',
  label: 'Double Metaphone',
  describe:
    'same value 1; primary sounds agree 0.9, primary with secondary 0.8, secondary sounds 0.7; else 0',
  compare: doubleMetaphoneSimilarity,
  looksUp: true,
  keysOf: doubleMetaphoneKeys,
  gradeOfKeys: doubleMetaphoneKeySimilarity,
  query(dictionary, value, floor) {
    const ownKeys = doubleMetaphoneKeys(value);
    const { keys } = dictionary.keyed(doubleMetaphoneKeys);
    return keyedQuery(dictionary, value, floor, doubleMetaphoneKeys, (code) =>
      doubleMetaphoneKeySimilarity(ownKeys, keys(code)),
    );
  },
};
