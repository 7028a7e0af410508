/** NYSIIS: agreement in sound by one code. See text/nysiis.ts. */

import { nysiisKeys, nysiisSimilarity } from '../../text/nysiis.ts';
import { SAME_KEY } from '../../text/same-key.ts';
import { type Comparator, keyedQuery } from '../comparator.ts';

export const nysiis: Comparator = {
  id: 'nysiis',
  label: 'NYSIIS',
  describe: 'same value 1, same NYSIIS code (original rules of 1970, whole codes) 0.9, else 0',
  compare: nysiisSimilarity,
  looksUp: true,
  query(dictionary, value, floor) {
    const [ownKey] = nysiisKeys(value);
    const { keys } = dictionary.keyed(nysiisKeys);
    return keyedQuery(dictionary, value, floor, nysiisKeys, (code) =>
      ownKey !== undefined && keys(code)[0] === ownKey ? SAME_KEY : 0,
    );
  },
};
