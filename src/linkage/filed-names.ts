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

/** The surname, by person. */
export interface FiledSurname extends FiledName {
  /** Somebody whose surname is known to be written alike, without spelling either: the person itself if nobody is. */
  someoneAlike?(person: number): number;
  /** Place of a surname that is on no list among those of these that are common, counted from 0; or -1. */
  commonAs?(person: number): number;
}

export interface FiledNames {
  readonly surnames: FiledSurname;
  readonly givenNames: FiledName;
}

/** How many different surnames are remembered to know the next bearer by: a power of two. */
const REMEMBERED = 4096;

/** @param listedSurnames how many surnames the national list has; codes from there on are of rare ones */
export function filedNames(
  names: Names,
  listedSurnames: number,
  { surname, nameForm, secondSurname, givenName }: PeopleColumns,
  misfiled: MisfiledNames,
): FiledNames {
  const isMisfiled = new Uint8Array(surname.length);
  for (const person of misfiled.keys()) isMisfiled[person] = 1;
  /** The name as it was mistyped, in comparable form, if it was. */
  const mistyped = (person: number, field: 'givenName' | 'surname') => {
    const error = isMisfiled[person] === 1 ? misfiled.get(person) : undefined;
    return error?.field === field ? normaliseName(error.text) : undefined;
  };
  /** Whether the surname is filed as it stands in a list. */
  const isPlain = (person: number) =>
    isMisfiled[person] === 0 &&
    (nameForm[person]! & ~nameForms.firstGivenName) === 0 &&
    secondSurname[person]! < 0;
  // By hash of the codes of a surname: one more than its first bearer. Most who share one live together.
  let bearers: Int32Array | undefined;
  const someoneAlike = (person: number) => {
    if (isMisfiled[person] === 1) return person;
    const [code, form] = [surname[person]!, nameForm[person]! & ~nameForms.firstGivenName];
    const second = secondSurname[person]!;
    const hash = Math.imul(Math.imul(code, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ form, 0xc2b2ae35);
    bearers ??= new Int32Array(REMEMBERED);
    const slot = (hash >>> 16) & (REMEMBERED - 1);
    const other = bearers[slot]! - 1;
    if (
      other >= 0 &&
      surname[other] === code &&
      secondSurname[other] === second &&
      (nameForm[other]! & ~nameForms.firstGivenName) === form
    ) {
      return other;
    }
    bearers[slot] = person + 1;
    return person;
  };
  const filedGivenName = (person: number) =>
    nameForm[person]! & nameForms.firstGivenName
      ? names.firstGivenName(givenName[person]!)
      : givenName[person]!;
  return {
    surnames: {
      listedAs: (person) =>
        isPlain(person) && surname[person]! < listedSurnames ? surname[person]! : NOT_LISTED,
      writtenAs: (person) =>
        mistyped(person, 'surname') ??
        names.writtenSurname(surname[person]!, nameForm[person]!, secondSurname[person]!),
      someoneAlike,
      commonAs: (person) => (isPlain(person) ? names.commonRareSurname(surname[person]!) : -1),
    },
    givenNames: {
      listedAs: (person) => (isMisfiled[person] === 0 ? filedGivenName(person) : NOT_LISTED),
      writtenAs: (person) => mistyped(person, 'givenName') ?? names.givenNames[filedGivenName(person)]!,
    },
  };
}
