/** Soundex: agreement in sound by one code. See text/soundex.ts. */

import { SAME_KEY } from '../../text/same-key.ts';
import { soundexKeys, soundexSimilarity } from '../../text/soundex.ts';
import { type Comparator, keyedQuery } from '../comparator.ts';

export const soundex: Comparator = {
  id: 'soundex',
  label: 'Soundex',
  describe: 'same value 1, same Soundex code (US National Archives rules) 0.9, else 0',
  compare: soundexSimilarity,
  looksUp: true,
  query(dictionary, value, floor) {
    const [ownKey] = soundexKeys(value);
    const { keys } = dictionary.keyed(soundexKeys);
    return keyedQuery(dictionary, value, floor, soundexKeys, (code) =>
      ownKey !== undefined && keys(code)[0] === ownKey ? SAME_KEY : 0,
    );
  },
};
