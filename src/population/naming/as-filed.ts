/**
 * A name as the tax agency keeps it: capitals A to Z with spaces and hyphens, without accents, apostrophes or
 * periods; the middle name as an initial, as the return asks for it; at most 35 characters a field. Somebody who
 * files under one of two surnames, or one of two given names, has the rest nowhere in the file.
 */

import { normaliseName } from '../../text/normalise.ts';
import { FIELD_LENGTH } from './name-forms.ts';
import type { FullName, WrittenName } from './written-name.ts';

/** What of their name somebody puts on a return. */
export interface FilingHabits {
  /** Both surnames, or the first alone (which a wife's or a Brazilian's may be the last written). */
  readonly allSurnames: boolean;
  readonly allGivenNames: boolean;
  /** Whether the middle initial is given. */
  readonly middleInitial: boolean;
}

/** The name fields of the return. */
export function asFiled(written: WrittenName, habits: FilingHabits): FullName {
  const given = habits.allGivenNames ? [written.givenName] : written.givenName.split(/[ -]/);
  const [givenName = '', ...unused] = given;
  const middle = unused[0] ?? written.middleName;
  return {
    givenName: filedText(givenName),
    middleName: habits.middleInitial ? filedText(middle).slice(0, 1) : '',
    surname: filedText(habits.allSurnames ? written.surname : written.principalSurname),
    suffix: written.suffix,
  };
}

/** Capitals A to Z, single spaces and hyphens, cut to the length of a field. */
function filedText(written: string): string {
  return written
    .split('-')
    .map(normaliseName)
    .filter((part) => part !== '')
    .join('-')
    .slice(0, FIELD_LENGTH)
    .replace(/[ -]+$/, '');
}
