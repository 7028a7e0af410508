/** Letters transposed: two neighbouring, different letters of a name in each other's place. */

import { below } from '../../random/stream.ts';
import { type Corruption, chooseNameField } from '../corruption.ts';

/** A letter before a different letter: the first matched, the second looked at. */
const pair = /(\p{L})(?!\1)(?=(\p{L}))/gu;
const usable = (value: string) => value.search(pair) >= 0;

export const letterTransposed: Corruption = {
  id: 'letter-transposed',
  describe: 'two neighbouring letters of the given name or surname exchanged',
  applies: (record) => usable(record.givenName) || usable(record.surname),
  corrupt(record, words) {
    const field = chooseNameField(record, usable, words[0]!);
    if (field === undefined) return record;
    const value = record[field];
    const pairs = [...value.matchAll(pair)];
    const { index, 1: first, 2: second } = pairs[below(words[1]!, pairs.length)]!;
    const exchanged = `${second}${first}`;
    return {
      ...record,
      [field]: value.slice(0, index) + exchanged + value.slice(index + exchanged.length),
    };
  },
};
