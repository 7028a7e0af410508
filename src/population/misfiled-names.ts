/**
 * The people of one ZIP area whose name on the return is not what it should be, by row. Linkage compares names by
 * their codes, and asks here for the few that have none.
 *
 * What is mistyped is the name as the return would have it. Most are as listed; where the form of a name says otherwise,
 * or a given name has two words, that name is written in full.
 */

import type { FiledNameError } from './filing-errors.ts';
import type { ZipArea } from './layout.ts';
import { nameForms } from './naming/name-forms.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { Population } from './population.ts';

export type MisfiledNames = ReadonlyMap<number, FiledNameError>;

/** @param columns of the people of the area */
export function misfiledNames(
  { filing, names, nameOf }: Pick<Population, 'filing' | 'names' | 'nameOf'>,
  area: ZipArea,
  { household, surname, givenName, secondSurname, nameForm }: PeopleColumns,
): MisfiledNames {
  const memberOf = (row: number) => {
    let first = row;
    while (first > 0 && household[first - 1] === household[row]) first--;
    return row - first;
  };
  /** The name in a field if it is filed as it is listed. */
  const asListed = (row: number, field: FiledNameError['field']) => {
    if (field === 'surname') {
      const isFormed = secondSurname[row]! >= 0 || (nameForm[row]! & ~nameForms.firstGivenName) !== 0;
      return isFormed ? undefined : names.surname(surname[row]!);
    }
    const listed = names.givenNames[givenName[row]!]!;
    return listed.includes(' ') ? undefined : listed;
  };
  const found = area.cells.flatMap((cell) =>
    filing.nameErrors(
      area,
      cell,
      (row) => household[row]!,
      (row, field) => asListed(row, field) ?? nameOf(area, cell, household[row]!, memberOf(row)).filed[field],
    ),
  );
  return new Map(found.map((error) => [error.row, error]));
}
