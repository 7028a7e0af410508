/** Accents lost: JOSÉ NÚÑEZ as JOSE NUNEZ, in all names of the record at once, as a system does that knows A to Z only. */

import { nameFields, withNames } from '../all-names.ts';
import type { Corruption } from '../corruption.ts';

const LETTERS: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Æ: 'AE',
  æ: 'ae',
  ß: 'ss',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const OUTSIDE_ASCII = /[^\p{ASCII}]/u;

const decomposed = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');

/** What Latin letters with accents come to, where that is letters from A to Z: names of them need no decomposition. */
const latin: ReadonlyMap<string, string> = new Map(
  [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ].flatMap(([first, last]) =>
    Array.from({ length: last! - first! + 1 }, (_, place) => {
      const letter = String.fromCharCode(first! + place);
      return [letter, decomposed(letter)] as const;
    }).filter(([, letters]) => !OUTSIDE_ASCII.test(letters)),
  ),
);

function plain(name: string): string {
  if (!OUTSIDE_ASCII.test(name)) return name;
  let letters = '';
  for (const letter of name) {
    const without = letter < '\x80' ? letter : latin.get(letter);
    if (without === undefined) return decomposed(name);
    letters += without;
  }
  return letters;
}

export const accentsLost: Corruption = {
  id: 'accents-lost',
  label: 'accents lost',
  describe: 'letters without their accents',
  fields: nameFields,
  careless: false,
  canAct: (record) => nameFields.some((field) => plain(record[field]) !== record[field]),
  apply: (record) => withNames(record, plain),
};
