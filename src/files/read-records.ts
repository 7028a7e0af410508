/**
 * Records of people from anybody's file: CSV (RFC 4180, UTF-8, header first; gzip or not) or Parquet, read a part at
 * a time. A row that cannot be used is reported with its line and the reason, and never dropped without a word.
 *
 * What makes a row unusable: it is ragged or not UTF-8 or broken in its quotes, it has no record id, or a record id
 * that an earlier row has. A name or address that is missing is a value like others: it agrees with nothing.
 */

import type { PersonRecord } from '../population/record.ts';
import { type ColumnMap, columnsOf } from './column-map.ts';
import { type IdIndex, idIndex } from './id-index.ts';
import { openTable } from './open-table.ts';
import type { TableRow } from './table.ts';

/** The columns of a file of people by the field that each is; their names are part of the outward contract. */
const fieldOf = {
  record_id: 'recordId',
  given_name: 'givenName',
  middle_name: 'middleName',
  surname: 'surname',
  suffix: 'suffix',
  house_number: 'houseNumber',
  street: 'street',
  unit: 'unit',
  city: 'city',
  state: 'state',
  zip: 'zip',
  date_of_birth: 'dateOfBirth',
  tin: 'tin',
} as const satisfies Readonly<Record<string, keyof PersonRecord>>;

export type RecordColumn = keyof typeof fieldOf;
export const recordColumns = Object.keys(fieldOf) as readonly RecordColumn[];

/** The column of a field. */
export const columnOf = (field: keyof PersonRecord): RecordColumn =>
  recordColumns.find((column) => fieldOf[column] === field)!;

/** A row that is not used. */
export interface Reject {
  /** Line of the file on which the row begins, from 1; in Parquet the number of the row, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ReadOptions {
  /** Columns that the file must have beside `record_id`; default `given_name` and `surname`. */
  readonly required?: readonly RecordColumn[];
  /** Told of each row that is not used. */
  readonly onReject?: (reject: Reject) => void;
}

/**
 * The records of a file, in its order.
 * @param map columns by field, for fields whose column has another name: `{ surname: 'last_name' }`
 * @throws InputError, a line for each mistake, where the file cannot be read or a required column is missing
 */
export async function* readRecords(
  path: string,
  map: ColumnMap = {},
  { required = ['given_name', 'surname'], onReject }: ReadOptions = {},
): AsyncGenerator<PersonRecord, void, undefined> {
  const rows = await openRecords(path, map, required);
  const ids = idIndex();
  for await (const batch of rows) {
    for (const row of batch) {
      const reject = rejectOf(row, ids);
      if (reject === undefined) yield recordOf(row.cells);
      else onReject?.(reject);
    }
  }
}

/**
 * The rows of a file of people, with cells in the order of `recordColumns`.
 * @param wanted columns whose cells are read; those of the others, but for the record id, are empty
 */
export async function openRecords(
  path: string,
  map: ColumnMap,
  required: readonly RecordColumn[],
  wanted: readonly RecordColumn[] = recordColumns,
): Promise<AsyncIterable<readonly TableRow[]>> {
  const table = await openTable(path);
  const places = columnsOf(table, recordColumns, ['record_id', ...required], map);
  const isRead = (column: RecordColumn) => column === 'record_id' || wanted.includes(column);
  return table.rows(places.map((place, c) => (isRead(recordColumns[c]!) ? place : -1)));
}

/** Why a row is not used; where it is, its id is added to `ids`. */
export function rejectOf({ line, cells, problem }: TableRow, ids: IdIndex): Reject | undefined {
  if (problem !== undefined) return { line, reason: problem };
  const id = cells[0]!;
  if (id === '') return { line, reason: 'record_id is empty' };
  if (ids.add(id) < 0) return { line, reason: `record_id ${id} is that of an earlier row` };
  return undefined;
}

/**
 * A record from its cells, in the order of `recordColumns`. A ZIP code is brought to five digits: 02139-1234 loses
 * what follows the hyphen, and 2139, as a spreadsheet writes it, is 02139 again.
 */
export function recordOf(cells: readonly string[]): PersonRecord {
  return {
    recordId: cells[0]!,
    givenName: cells[1]!,
    middleName: cells[2]!,
    surname: cells[3]!,
    suffix: cells[4]!,
    houseNumber: cells[5]!,
    street: cells[6]!,
    unit: cells[7]!,
    city: cells[8]!,
    state: cells[9]!,
    zip: fiveDigits(cells[10]!),
    dateOfBirth: cells[11]!,
    tin: cells[12]!,
  };
}

const NINE_DIGITS = /^(\d{5})-?\d{4}$/;
const ZEROS_LOST = /^\d{3,4}$/;

function fiveDigits(zip: string): string {
  if (zip.length === 5 || zip === '') return zip;
  return ZEROS_LOST.test(zip) ? zip.padStart(5, '0') : (NINE_DIGITS.exec(zip)?.[1] ?? zip);
}
