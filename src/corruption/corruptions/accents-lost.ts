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

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');

export const accentsLost: Corruption = {
  id: 'accents-lost',
  label: 'accents lost',
  describe: 'letters without their accents',
  fields: nameFields,
  careless: false,
  canAct: (record) => nameFields.some((field) => plain(record[field]) !== record[field]),
  apply: (record) => withNames(record, plain),
};
