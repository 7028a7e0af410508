/**
 * Reading the tables of this folder: UTF-8 CSV with a header line and no quoting (no field holds a comma),
 * zipped where the name ends in `.gz`.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { communities } from '../communities.ts';

/** A table as its header and its rows of fields. */
interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a table of this folder by file name. */
export function readTable(name: string): CsvTable {
  const rows: (readonly string[])[] = [];
  const header = eachRow(name, (row) => rows.push(row));
  return { header, rows };
}

/**
 * Reads a large table row by row, so that no more than one row of it is in memory as text, and returns the header.
 * @param visit what to do with the fields of a row, and its place among the rows
 */
export function eachRow(
  name: string,
  visit: (fields: readonly string[], row: number) => void,
): readonly string[] {
  const bytes = readFileSync(new URL(`./${name}`, import.meta.url));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const firstEnd = text.indexOf('\n');
  for (let start = firstEnd + 1, row = 0; start < text.length; row++) {
    const end = text.indexOf('\n', start);
    visit(text.slice(start, end === -1 ? text.length : end).split(','), row);
    start = end === -1 ? text.length : end + 1;
  }
  return text.slice(0, firstEnd).split(',');
}

/** A field of a row; the tables are written by a script, so a missing field is a broken installation. */
export function field(row: readonly string[], column: number): string {
  const value = row[column];
  if (value === undefined) throw new Error(`broken table: no column ${column} in ${row.join(',')}`);
  return value;
}

/** The percentages of all communities from a column on, as shares that sum to 1. */
export function sharesOf(row: readonly string[], firstColumn: number): readonly number[] {
  const percent = communities.map((_, index) => Number(field(row, firstColumn + index)));
  const sum = percent.reduce((a, b) => a + b, 0);
  return percent.map((value) => value / sum);
}
