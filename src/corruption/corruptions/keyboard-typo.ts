/** Keyboard typo: one letter of a name replaced by a neighbour on a QWERTY keyboard. */

import { below } from '../../random/stream.ts';
import { type Corruption, chooseNameField } from '../corruption.ts';

const rows = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
/** Each row is shifted right by about half a key against the one above. */
const neighbours = new Map(
  rows.flatMap((row, r) =>
    [...row].map((letter, c) => {
      const near = [
        row[c - 1],
        row[c + 1],
        rows[r - 1]?.[c],
        rows[r - 1]?.[c + 1],
        rows[r + 1]?.[c - 1],
        rows[r + 1]?.[c],
      ];
      return [letter, near.filter((key) => key !== undefined)] as const;
    }),
  ),
);

const hasLetter = (value: string) => /[A-Z]/.test(value);

export const keyboardTypo: Corruption = {
  id: 'keyboard-typo',
  describe: 'one letter of the given name or surname replaced by a neighbouring key',
  applies: (record) => hasLetter(record.givenName) || hasLetter(record.surname),
  corrupt(record, words) {
    const field = chooseNameField(record, hasLetter, words[0]!);
    if (field === undefined) return record;
    const letters = [...record[field]];
    const places = letters.flatMap((letter, i) => (neighbours.has(letter) ? [i] : []));
    const place = places[below(words[1]!, places.length)]!;
    const near = neighbours.get(letters[place]!)!;
    const typed = near[below(words[2]!, near.length)]!;
    return { ...record, [field]: letters.with(place, typed).join('') };
  },
};
