/**
 * A surname field that holds two surnames, taken apart: GARCÍA LÓPEZ into GARCÍA and LÓPEZ, DE LA CRUZ DEL RÍO into
 * DE LA CRUZ and DEL RÍO. Only a person whose tradition gives two surnames has them; JEAN BAPTISTE is one.
 *
 * Convention: particles as in text/surnames.ts, whose count of words is laid over the surname as written, so that
 * accents stay. Of more than two surnames the first stands alone and the others together.
 */

import type { PersonRecord } from '../population/record.ts';
import { surnamesOf } from '../text/surnames.ts';
import { bearsTwoSurnames, type CorruptionContext } from './context.ts';

const DIVIDES = /[ -]/;
const DIVISION = /[ -]+/;

/** The two surnames as they stand in the record; `undefined` where it does not hold two. */
export function twoSurnames(
  { surname }: PersonRecord,
  person: CorruptionContext,
): { readonly first: string; readonly second: string } | undefined {
  if (!DIVIDES.test(surname) || !bearsTwoSurnames(person)) return undefined;
  const words = surname.split(DIVISION).filter((word) => word !== '' && word !== 'Y');
  const parts = surnamesOf(words.join(' '));
  if (parts.length < 2) return undefined;
  const wordsOfFirst = parts[0]!.split(' ').length;
  const second = words.slice(wordsOfFirst).join(' ');
  return second === '' ? undefined : { first: words.slice(0, wordsOfFirst).join(' '), second };
}
