/**
 * A file of people in columns: for each row its id, codes of its place and of its two names, and the written fields
 * where they are needed again. Names and places of both files are coded by the same lists, so that equal codes are
 * equal values. A row takes some 40 bytes, and as many more as its written fields have letters.
 */

import { recordCells } from '../../export/columns.ts';
import { growingIntegers, growingTexts, type TextColumn, textReader } from '../../files/growing-columns.ts';
import { type IdIndex, idIndex } from '../../files/id-index.ts';
import {
  type RecordColumn,
  type Reject,
  recordColumns,
  recordOf,
  rejectOf,
} from '../../files/read-records.ts';
import type { TableRow } from '../../files/table.ts';
import type { PersonRecord } from '../../population/record.ts';
import { normaliseName } from '../../text/normalise.ts';
import type { FileScope } from './scope.ts';

/** What is compared of a file: plain data in shared memory. */
export interface ComparedColumns {
  /** Codes of the names of each row. */
  readonly surnames: Int32Array;
  readonly givenNames: Int32Array;
  /** Each row as it was written, with the columns that were kept; nothing where none were. */
  readonly written: TextColumn;
}

export interface RecordColumns extends ComparedColumns {
  readonly size: number;
  readonly ids: IdIndex;
  /** Code of the place of each row, or -1 where it says nothing or nobody on the other side is there. */
  readonly places: Int32Array;
}

/** The different names of both files by code; code 0 is the missing name. */
export interface NameValues {
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
}

/** What reads a row as it was written; columns that were not kept are empty. */
export function recordReader({ written }: ComparedColumns): (row: number) => PersonRecord {
  const text = textReader(written);
  return (row) => recordOf(text(row).split(SEPARATOR));
}

/** Different normalised names by code; code 0 is the missing name. */
export interface NameCodes {
  readonly values: readonly string[];
  codeOf(written: string): number;
}

function nameCodes(): NameCodes {
  const values = [''];
  const ofNormal = new Map([['', 0]]);
  // The same spelling comes again and again, and need not be brought to comparable form again.
  const spellings = idIndex();
  const ofSpelling: number[] = [];
  const codeOfNormal = (normal: string) => {
    let code = ofNormal.get(normal);
    if (code === undefined) {
      code = values.length;
      values.push(normal);
      ofNormal.set(normal, code);
    }
    return code;
  };
  return {
    values,
    codeOf(written) {
      if (written === '') return 0;
      const known = spellings.find(written);
      if (known >= 0) return ofSpelling[known]!;
      const code = codeOfNormal(copied(normaliseName(written)));
      spellings.add(written);
      ofSpelling.push(code);
      return code;
    },
  };
}

/** The same text without the row that it was cut from, which the engine would otherwise keep with it. */
const copied = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

/** What both files are coded by. */
export interface SharedCodes {
  readonly surnames: NameCodes;
  readonly givenNames: NameCodes;
  /** Keys of the places of the requests. */
  readonly places: IdIndex;
}

export const sharedCodes = (): SharedCodes => ({
  surnames: nameCodes(),
  givenNames: nameCodes(),
  places: idIndex(),
});

/** Records in memory as the columns of a file. */
export function comparedColumns(records: readonly PersonRecord[], codes: SharedCodes): ComparedColumns {
  const written = growingTexts();
  const everyColumn = recordColumns.map(() => true);
  for (const record of records) written.push(joined(recordCells(record), everyColumn));
  return {
    surnames: Int32Array.from(records, ({ surname }) => codes.surnames.codeOf(surname)),
    givenNames: Int32Array.from(records, ({ givenName }) => codes.givenNames.codeOf(givenName)),
    written: written.values(),
  };
}

export interface ColumnOptions {
  readonly scope: FileScope;
  /** Columns that are needed again after coding. */
  readonly keeps: readonly RecordColumn[];
  readonly onReject: (reject: Reject) => void;
  readonly signal?: AbortSignal | undefined;
}

const SEPARATOR = '\x1f';

/**
 * Reads rows into columns.
 * @param rows cells in the order of `recordColumns`
 * @param isFirst whether places that are not known yet are added: the requests are read first
 */
export async function readColumns(
  rows: AsyncIterable<readonly TableRow[]>,
  codes: SharedCodes,
  isFirst: boolean,
  { scope, keeps, onReject, signal }: ColumnOptions,
): Promise<RecordColumns> {
  const ids = idIndex();
  const [places, surnames, givenNames] = [growingIntegers(), growingIntegers(), growingIntegers()];
  const written = growingTexts();
  const isKept = recordColumns.map((column) => keeps.includes(column));
  for await (const batch of rows) {
    signal?.throwIfAborted();
    for (const row of batch) {
      const reject = rejectOf(row, ids);
      if (reject !== undefined) {
        onReject(reject);
        continue;
      }
      const record = recordOf(row.cells);
      const key = scope.key(record);
      const known = key === '' ? -1 : codes.places.find(key);
      places.push(known < 0 && key !== '' && isFirst ? codes.places.add(key) : known);
      surnames.push(codes.surnames.codeOf(record.surname));
      givenNames.push(codes.givenNames.codeOf(record.givenName));
      if (keeps.length > 0) written.push(joined(row.cells, isKept));
    }
  }
  return {
    size: ids.size,
    ids,
    places: places.values(),
    surnames: surnames.values(),
    givenNames: givenNames.values(),
    written: written.values(),
  };
}

function joined(cells: readonly string[], isKept: readonly boolean[]): string {
  return cells.map((cell, c) => (isKept[c] ? cell.replaceAll(SEPARATOR, ' ') : '')).join(SEPARATOR);
}
