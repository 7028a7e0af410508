/** The names of the people of one ZIP area as returns show them, person by person: most stand as they are listed. */

import type { MisfiledNames } from '../population/misfiled-names.ts';
import type { Names } from '../population/names.ts';
import { nameForms } from '../population/naming/name-forms.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import { normaliseName } from '../text/normalise.ts';
import { NOT_LISTED } from './local-names.ts';

/** One of the two names, by person (row of the area). */
export interface FiledName {
  /** Place on the national list of a name that is filed as it is listed; `NOT_LISTED` otherwise. */
  listedAs(person: number): number;
  /** How it is written, in comparable form. */
  writtenAs(person: number): string;
}

/** @param listedSurnames how many surnames the national list has; codes from there on are of rare ones */
export function filedNames(
  names: Names,
  listedSurnames: number,
  { surname, nameForm, secondSurname, givenName }: PeopleColumns,
  misfiled: MisfiledNames,
): { readonly surnames: FiledName; readonly givenNames: FiledName } {
  const isMisfiled = new Uint8Array(surname.length);
  for (const person of misfiled.keys()) isMisfiled[person] = 1;
  /** The name as it was mistyped, in comparable form, if it was. */
  const mistyped = (person: number, field: 'givenName' | 'surname') => {
    const error = isMisfiled[person] === 1 ? misfiled.get(person) : undefined;
    return error?.field === field ? normaliseName(error.text) : undefined;
  };
  const isAsListed = (person: number) =>
    isMisfiled[person] === 0 &&
    (nameForm[person]! & ~nameForms.firstGivenName) === 0 &&
    secondSurname[person]! < 0 &&
    surname[person]! < listedSurnames;
  const filedGivenName = (person: number) =>
    nameForm[person]! & nameForms.firstGivenName
      ? names.firstGivenName(givenName[person]!)
      : givenName[person]!;
  return {
    surnames: {
      listedAs: (person) => (isAsListed(person) ? surname[person]! : NOT_LISTED),
      writtenAs: (person) =>
        mistyped(person, 'surname') ??
        names.writtenSurname(surname[person]!, nameForm[person]!, secondSurname[person]!),
    },
    givenNames: {
      listedAs: (person) => (isMisfiled[person] === 0 ? filedGivenName(person) : NOT_LISTED),
      writtenAs: (person) => mistyped(person, 'givenName') ?? names.givenNames[filedGivenName(person)]!,
    },
  };
}
