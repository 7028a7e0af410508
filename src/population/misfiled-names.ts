/**
 * The people of one ZIP area whose name on the return is not what it should be, by row. Linkage compares names by
 * their codes, and asks here for the few that have none.
 */

import type { FiledNameError } from './filing-errors.ts';
import type { ZipArea } from './layout.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { Population } from './population.ts';

export type MisfiledNames = ReadonlyMap<number, FiledNameError>;

/** @param household of each row, as in the columns of the area */
export function misfiledNames(
  { filing, nameOf }: Pick<Population, 'filing' | 'nameOf'>,
  area: ZipArea,
  { household }: Pick<PeopleColumns, 'household'>,
): MisfiledNames {
  const memberOf = (row: number) => {
    let first = row;
    while (first > 0 && household[first - 1] === household[row]) first--;
    return row - first;
  };
  const found = area.cells.flatMap((cell) =>
    filing.nameErrors(
      area,
      cell,
      (row) => household[row]!,
      (row, field) => nameOf(area, cell, household[row]!, memberOf(row)).filed[field],
    ),
  );
  return new Map(found.map((error) => [error.row, error]));
}
