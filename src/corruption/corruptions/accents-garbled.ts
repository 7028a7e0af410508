/**
 * Accents garbled: UTF-8 read as Windows-1252 (MUÑOZ as MUÃ‘OZ), the letter replaced by a question mark, or lost
 * altogether; each as likely as the others, in all names of the record at once, as a system does it.
 */

import { below } from '../../random/stream.ts';
import { nameFields, withNames } from '../all-names.ts';
import type { Corruption } from '../corruption.ts';

const OUTSIDE_ASCII = /[^\p{ASCII}]/gu;
const utf8 = new TextEncoder();
/** What Windows-1252 makes of the bytes from 0x80 on, where it departs from Latin-1; ? where it defines nothing. */
const FROM_80 = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';
const asWindows1252 = (byte: number) => FROM_80[byte - 0x80] ?? String.fromCharCode(byte);

const ways: readonly ((name: string) => string)[] = [
  (name) => Array.from(utf8.encode(name), asWindows1252).join(''),
  (name) => name.replace(OUTSIDE_ASCII, '?'),
  (name) => name.replace(OUTSIDE_ASCII, ''),
];
const canGarble = (name: string) => name.search(OUTSIDE_ASCII) >= 0 && /\p{ASCII}/u.test(name);

export const accentsGarbled: Corruption = {
  id: 'accents-garbled',
  label: 'accents garbled',
  describe: 'letters with accents turned into others, into question marks, or lost',
  fields: nameFields,
  careless: false,
  canAct: (record) => nameFields.some((field) => canGarble(record[field])),
  apply(record, _, words) {
    const garble = ways[below(words[0]!, ways.length)]!;
    return withNames(record, (name) => (canGarble(name) ? garble(name).trim() : name));
  },
};
