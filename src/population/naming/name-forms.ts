/**
 * How a name on a return differs from the names as listed, in a few bits, so that a column of codes stays a column of
 * codes: two people with equal codes, forms and second surnames are written alike, letter for letter.
 */

import { feminineSurname, masculineSurname } from './gendered-surnames.ts';

/** The bits of a name form; 0 is a name as listed. */
export const nameForms = {
  /** The surname in its parts: DE LA CRUZ, not DELACRUZ. */
  parted: 1,
  /** The second surname in its parts. */
  secondParted: 2,
  /** The second surname stands before the first: SOUZA OLIVEIRA, or a wife's own before her husband's. */
  secondBefore: 4,
  /** The feminine form of the surname: IVANOVA. */
  feminine: 8,
  /** The masculine form of the surname: IVANOV. */
  masculine: 16,
  /** Of a given name of two words the first alone: JOSE, of JOSE LUIS. */
  firstGivenName: 32,
} as const;

/** Longest surname and longest given name that a return holds. */
export const FIELD_LENGTH = 35;

/** A surname in the feminine or masculine form, where the form asks for one. */
export function genderedSurname(surname: string, form: number): string {
  if (form & nameForms.feminine) return feminineSurname(surname);
  return form & nameForms.masculine ? masculineSurname(surname) : surname;
}

/** One or two surnames in the order of the form. */
export function joinedSurnames(first: string, second: string | undefined, form: number): readonly string[] {
  if (second === undefined) return [first];
  return form & nameForms.secondBefore ? [second, first] : [first, second];
}
