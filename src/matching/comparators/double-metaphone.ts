/** Double Metaphone: agreement in sound, graded by which keys agree. See text/double-metaphone.ts. */

import {
  doubleMetaphoneKeySimilarity,
  doubleMetaphoneKeys,
  doubleMetaphoneSimilarity,
} from '../../text/double-metaphone.ts';
import type { Comparator } from '../comparator.ts';

export const doubleMetaphone: Comparator = {
  id: 'double-metaphone',
  label: 'Double Metaphone',
  describe:
    'same value 1; primary sounds agree 0.9, primary with secondary 0.8, secondary sounds 0.7; else 0',
  compare: doubleMetaphoneSimilarity,
  query(dictionary, value, floor) {
    const ownKeys = doubleMetaphoneKeys(value);
    const same = value === '' ? -1 : dictionary.codeOf(value);
    const scoreOf = (code: number) => {
      const score = code === same ? 1 : doubleMetaphoneKeySimilarity(ownKeys, dictionary.phoneticKeys(code));
      return score >= floor ? score : 0;
    };
    return {
      scoreOf,
      all() {
        const codes = new Set(ownKeys.flatMap((key) => dictionary.codesOfPhoneticKey(key)));
        if (same >= 0) codes.add(same);
        const similar = [...codes].filter((code) => scoreOf(code) > 0);
        return { codes: Int32Array.from(similar), scores: Float64Array.from(similar, scoreOf) };
      },
    };
  },
};
