/**
 * The names of everybody in one ZIP area, as they stand in the file: the different surnames and given names, each
 * compared once however many people bear it, and who bears them.
 *
 * Names are held in comparable form, in dictionaries of this ZIP area alone, a few thousand values that stay in the
 * cache; two names that are written alike are one, however they came about.
 */

import { type Dictionary, dictionary } from '../matching/dictionary.ts';
import type { MisfiledNames } from '../population/misfiled-names.ts';
import type { Names } from '../population/names.ts';
import { nameForms } from '../population/naming/name-forms.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import { normaliseName } from '../text/normalise.ts';
import { splitSuffix } from '../text/surnames.ts';
import { type FiledSurnames, filedSurnamesMaker, type SurnamesByPerson } from './filed-surnames.ts';
import { type LocalNames, localNamesMaker, NOT_LISTED } from './local-names.ts';
import { type LocalWords, localWordsMaker } from './local-words.ts';

export interface ZipNames {
  readonly people: number;
  readonly givenNames: LocalNames;
  /** Surnames as columns beside the given names; cheaper than `surnames`. */
  readonly filedSurnames: FiledSurnames;
  /** The different surnames; made when first asked for, as what follows. */
  readonly surnames: LocalNames;
  /** The words of the surnames, a generational suffix left out, and of the given names. */
  surnameWords(): LocalWords;
  givenNameWords(): LocalWords;
}

/** The national lists of names, laid out for being searched. */
export interface NameLists {
  readonly surnames: Dictionary;
  readonly givenNames: Dictionary;
}

export function nameLists(names: Names): NameLists {
  return { surnames: dictionary(names.surnames), givenNames: dictionary(names.givenNames) };
}

/**
 * What makes the names of one ZIP area after the other. It has scratch space as long as the national lists: what it
 * made for one area is spoilt when it is asked for the next.
 */
export function zipNamesMaker(
  names: Names,
  lists: NameLists,
): (people: PeopleColumns, misfiled: MisfiledNames) => ZipNames {
  const surnames = localNamesMaker(lists.surnames);
  const givenNames = localNamesMaker(lists.givenNames);
  const filedSurnames = filedSurnamesMaker(names.surnames);
  const surnameWords = localWordsMaker(lists.surnames, (name) => splitSuffix(name).surname.split(' '));
  const givenNameWords = localWordsMaker(lists.givenNames, (name) => name.split(' '));
  return (people, misfiled) => {
    const { surname, nameForm, secondSurname, givenName } = people;
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
      surname[person]! < lists.surnames.size;
    const surnamesByPerson: SurnamesByPerson = {
      listedAs: (person) => (isAsListed(person) ? surname[person]! : NOT_LISTED),
      writtenAs: (person) =>
        mistyped(person, 'surname') ??
        names.writtenSurname(surname[person]!, nameForm[person]!, secondSurname[person]!),
    };
    const surnamesHere = once(() =>
      surnames(surname.length, surnamesByPerson.listedAs, surnamesByPerson.writtenAs),
    );
    const filedGivenName = (person: number) =>
      nameForm[person]! & nameForms.firstGivenName
        ? names.firstGivenName(givenName[person]!)
        : givenName[person]!;
    const givenNamesHere = givenNames(
      surname.length,
      (person) => (isMisfiled[person] === 0 ? filedGivenName(person) : NOT_LISTED),
      (person) => mistyped(person, 'givenName') ?? names.givenNames[filedGivenName(person)]!,
    );
    return {
      people: surname.length,
      givenNames: givenNamesHere,
      filedSurnames: filedSurnames(givenNamesHere, surnamesByPerson),
      get surnames() {
        return surnamesHere();
      },
      surnameWords: once(() => surnameWords(surnamesHere())),
      givenNameWords: once(() => givenNameWords(givenNamesHere)),
    };
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
