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
  const bytes = readFileSync(new URL(`./${name}`, import.meta.url));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  return { header: header.split(','), rows: lines.map((line) => line.split(',')) };
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
