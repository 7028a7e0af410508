/** Nickname: whether two given names are known to stand for each other. See text/nicknames.ts. */

import { nicknameKeys, nicknameSimilarity } from '../../text/nicknames.ts';
import { type Comparator, keyedQuery } from '../comparator.ts';

export const nickname: Comparator = {
  id: 'nickname',
  label: 'Nickname',
  describe: 'same name 1; a name and its short form 0.95, 0.9 or 0.8 by usage, English or Spanish; else 0',
  compare: nicknameSimilarity,
  looksUp: true,
  query(dictionary, value, floor) {
    const { values } = dictionary;
    return keyedQuery(dictionary, value, floor, nicknameKeys, (code) =>
      nicknameSimilarity(value, values[code]!),
    );
  },
};
