/**
 * The names of everybody in one ZIP area, as they stand in the file: the different surnames and given names, each
 * compared once however many people bear it, and who bears them.
 *
 * Names are held in comparable form, in dictionaries of this ZIP area alone, a few thousand values that stay in the
 * cache; two names that are written alike are one, however they came about.
 */

import { type Dictionary, dictionary } from '../matching/dictionary.ts';
import type { Names } from '../population/names.ts';
import { splitSuffix } from '../text/surnames.ts';
import type { FiledNames } from './filed-names.ts';
import { type FiledSurnames, filedSurnamesMaker } from './filed-surnames.ts';
import { type LocalNames, localNamesMaker } from './local-names.ts';
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
 * What makes the names of so many people of one ZIP area after the other. It has scratch space as long as the lists: what
 * it made for one area is spoilt when it is asked for the next.
 */
export function zipNamesMaker(lists: NameLists): (size: number, filed: FiledNames) => ZipNames {
  const surnames = localNamesMaker(lists.surnames);
  const givenNames = localNamesMaker(lists.givenNames);
  const filedSurnames = filedSurnamesMaker(lists.surnames.values);
  const surnameWords = localWordsMaker(lists.surnames, (name) => splitSuffix(name).surname.split(' '));
  const givenNameWords = localWordsMaker(lists.givenNames, (name) => name.split(' '));
  return (size, filed) => {
    const surnamesHere = once(() => surnames(size, filed.surnames.listedAs, filed.surnames.writtenAs));
    const givenNamesHere = givenNames(size, filed.givenNames.listedAs, filed.givenNames.writtenAs);
    return {
      people: size,
      givenNames: givenNamesHere,
      filedSurnames: filedSurnames(givenNamesHere, filed.surnames),
      get surnames() {
        return surnamesHere();
      },
      surnameWords: once(() => surnameWords(surnamesHere())),
      givenNameWords: once(() => givenNameWords(givenNamesHere)),
    };
  };
}

/** Makes something when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
