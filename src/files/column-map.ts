/**
 * Which column of somebody's file holds which field: columns of the field's own name are found by themselves, others
 * are mapped by `field=column,field=column`.
 */

import { InputError } from '../scenario/input-error.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { Table } from './table.ts';

/** Names of columns by field. */
export type ColumnMap = Readonly<Record<string, string>>;

/**
 * Reads the value of a `--map` flag. A part that is not usable adds a line to `problems`.
 * @param fields the fields that may be mapped
 */
export function columnMap(
  flag: string,
  text: string | undefined,
  fields: readonly string[],
  problems: string[],
): ColumnMap {
  const map: Record<string, string> = {};
  for (const part of text?.split(',') ?? []) {
    const at = part.indexOf('=');
    const [field, column] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 0 || column === '') {
      problems.push(`--${flag}: not a mapping; allowed: field=column,field=column; found: ${part}`);
    } else if (!fields.includes(field)) {
      const guess = didYouMean(field, fields);
      problems.push(`--${flag}: unknown field; allowed: ${fields.join(', ')}; found: ${field}${guess}`);
    } else if (Object.hasOwn(map, field)) {
      problems.push(`--${flag}: a field mapped twice; allowed: one column a field; found: ${field}`);
    } else map[field] = column;
  }
  return map;
}

/**
 * The place of each field's column in a table, or -1 for a field that it does not have. An InputError with a line for
 * each required or mapped column that is not there or is there twice.
 */
export function columnsOf(
  { path, columns }: Pick<Table, 'path' | 'columns'>,
  fields: readonly string[],
  required: readonly string[],
  map: ColumnMap = {},
): readonly number[] {
  const problems: string[] = [];
  const places = fields.map((field) => {
    const name = map[field] ?? field;
    const alike = placesOf(name, columns);
    if (alike.length > 1) {
      problems.push(`${path}:1: ambiguous column; allowed: a name that is there once; found: ${name} twice`);
    } else if (alike.length === 0 && (required.includes(field) || map[field] !== undefined)) {
      const allowed =
        map[field] === undefined ? `that column, or --map ${field}=<column>` : 'a column of the file';
      const found = columns.map((column) => column || '(unnamed)').join(', ');
      problems.push(
        `${path}:1: no column ${name}; allowed: ${allowed}; found: ${found}${didYouMean(name, columns)}`,
      );
    }
    return alike[0] ?? -1;
  });
  if (problems.length > 0) throw new InputError(problems);
  return places;
}

/** Where a column of this name stands: exactly so, or else with other capitals. */
function placesOf(name: string, columns: readonly string[]): readonly number[] {
  const where = (same: (column: string) => boolean) =>
    columns.flatMap((column, place) => (same(column) ? [place] : []));
  const exactly = where((column) => column === name);
  return exactly.length > 0 ? exactly : where((column) => column.toLowerCase() === name.toLowerCase());
}
