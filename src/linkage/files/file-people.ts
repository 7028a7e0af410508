/**
 * The people of one place of a file as the searches of `linkage/searches` see them, so that files are searched as ZIP
 * areas of the simulation are: each different name once, and its bearers beside it.
 *
 * The national lists of names are here the different names of both files. People are numbered within the place.
 */

import { dictionary } from '../../matching/dictionary.ts';
import { digitsOf } from '../../matching/identifiers.ts';
import type { PersonRecord } from '../../population/record.ts';
import { normaliseName } from '../../text/normalise.ts';
import { NOT_LISTED } from '../local-names.ts';
import type { SearchedPeople } from '../search.ts';
import { type NameLists, once, zipNamesMaker } from '../zip-names.ts';
import { type ComparedColumns, type NameValues, recordReader } from './record-columns.ts';

/** Taxpayers of a place as they are searched. */
export interface FilePeople extends SearchedPeople {
  /** The numbers of those who have this taxpayer number. */
  ownersOfNumber(digits: string): readonly number[];
}

export interface FilePeopleMaker {
  readonly lists: NameLists;
  /** The given name of a taxpayer (row of the file) in comparable form, with what is joined to it; '' where it is missing. */
  givenNameOf(row: number): string;
  /** The taxpayers in some rows of the file; spoilt by the next call. */
  people(rows: Int32Array): FilePeople;
}

/**
 * @param joinsMiddleNames whether a middle name of more than a letter is made a part of the given name: for a search that
 *   takes all names as one bag of words, and middle names for initials
 */
export function filePeopleMaker(
  taxpayers: ComparedColumns,
  values: NameValues,
  joinsMiddleNames: boolean,
): FilePeopleMaker {
  const lists = { surnames: dictionary(values.surnames), givenNames: dictionary(values.givenNames) };
  const namesOf = zipNamesMaker(lists);
  const read = recordReader(taxpayers);
  /** The middle name of a row that is made a part of the given name, or ''. */
  const joined = (row: number) => {
    if (!joinsMiddleNames || taxpayers.givenNames[row] === 0) return '';
    const middleName = normaliseName(read(row).middleName);
    return middleName.length > 1 ? middleName : '';
  };
  const givenNameOf = (row: number) => {
    const [givenName, middleName] = [values.givenNames[taxpayers.givenNames[row]!]!, joined(row)];
    return middleName === '' ? givenName : `${givenName} ${middleName}`;
  };

  return {
    lists,
    givenNameOf,
    people(rows) {
      const records: (PersonRecord | undefined)[] = [];
      const record = (person: number) => {
        records[person] ??= read(rows[person]!);
        return records[person];
      };
      const isJoined = (person: number) => joined(rows[person]!) !== '';
      const surnameOf = (person: number) => taxpayers.surnames[rows[person]!]!;
      const surnames = {
        listedAs: surnameOf,
        writtenAs: (person: number) => values.surnames[surnameOf(person)]!,
      };
      const givenNames = {
        listedAs: (person: number) => (isJoined(person) ? NOT_LISTED : taxpayers.givenNames[rows[person]!]!),
        writtenAs: (person: number) => givenNameOf(rows[person]!),
      };
      const byNumber = once(() => {
        const owners = new Map<string, number[]>();
        for (let person = 0; person < rows.length; person++) {
          const digits = digitsOf('tin', record(person).tin);
          const others = owners.get(digits);
          if (others === undefined) owners.set(digits, [person]);
          else others.push(person);
        }
        return owners;
      });
      return {
        firstPerson: 0,
        record,
        middleName: (person) => (isJoined(person) ? '' : record(person).middleName),
        ownersOfNumber: (digits) => (digits === '' ? [] : (byNumber().get(digits) ?? [])),
        names: namesOf(rows.length, { surnames, givenNames }),
      };
    },
  };
}
