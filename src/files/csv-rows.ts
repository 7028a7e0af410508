/**
 * From bytes, however they are cut, to rows of comma-separated values. No line is lost without a word: a record that
 * is broken or ragged is reported as its first line, and reading goes on with the next line, so that a quote that
 * is never closed does not swallow the rows behind it.
 *
 * Convention: blanks around a value do not belong to it, nor does the apostrophe before a formula sign that our own
 * files put there (text/csv.ts). Empty lines are no rows.
 */

import { isUtf8 } from 'node:buffer';
import { csvScanner, lineEnd } from './csv-scanner.ts';
import type { TableRow } from './table.ts';

/** A record longer than this has a quote that is not closed. */
const LONGEST_RECORD = 2 ** 20;
/** No table has more columns. */
const MOST_COLUMNS = 16_384;

const NEUTRALISED = /^'[=+\-@\t\r]/;

export interface CsvRows {
  /** The cells of the first record, once enough bytes are there; its problem where it cannot be read. */
  header(): readonly string[] | { readonly problem: string } | undefined;
  /** All rows that are whole, with the cells of these columns; -1 gives an empty one. */
  take(columns: readonly number[]): readonly TableRow[];
  /** Adds bytes, the last ones of the file or not. */
  add(bytes: Uint8Array, isLast: boolean): void;
}

export function csvRows(): CsvRows {
  let buffer: Buffer = Buffer.alloc(0);
  let isLast = false;
  let position = 0;
  let line = 1;
  let width = 0;
  const scanner = csvScanner(MOST_COLUMNS);

  const decoded = (c: number) => {
    const text = buffer.toString('utf8', scanner.starts[c], scanner.stops[c]);
    return tidied(scanner.doubled[c] === 1 ? text.replaceAll('""', '"') : text);
  };

  const isValid = (from: number) => scanner.isAscii || isUtf8(buffer.subarray(from, scanner.next));

  /** Gives up a record and goes on with the line behind its first; undefined where that is not there yet. */
  const rejectLine = (problem: string): TableRow | undefined => {
    const end = lineEnd(buffer, position, isLast);
    if (end < 0) return undefined;
    position = end;
    return { line: line++, cells: [], problem };
  };

  const cellsOf = (columns: readonly number[], from: number): string[] => {
    if (!scanner.isAscii) return columns.map((c) => (c < 0 ? '' : decoded(c)));
    // One string for the record and parts of it for the cells: half the time of a string each.
    const text = buffer.toString('latin1', from, scanner.next);
    const cells = new Array<string>(columns.length);
    for (let i = 0; i < columns.length; i++) {
      const c = columns[i]!;
      if (c < 0) cells[i] = '';
      else if (scanner.doubled[c] === 1) cells[i] = decoded(c);
      else cells[i] = tidied(text.substring(scanner.starts[c]! - from, scanner.stops[c]! - from));
    }
    return cells;
  };

  /** The next row; undefined where more bytes are needed, or none are left. */
  const nextRow = (columns: readonly number[]): TableRow | undefined => {
    for (;;) {
      if (position >= buffer.length) return undefined;
      const from = position;
      const scanned = scanner.scan(buffer, from, isLast);
      if (scanned === 'broken quotes') return rejectLine('a quote that does not close where a cell ends');
      if (scanned === 'incomplete') {
        return buffer.length - from > LONGEST_RECORD ? rejectLine('a quote that never closes') : undefined;
      }
      if (scanner.cells === 1 && scanner.stops[0] === scanner.starts[0] && scanner.starts[0] === from) {
        position = scanner.next;
        line++;
        continue;
      }
      if (scanner.cells !== width) {
        return rejectLine(`ragged: ${scanner.cells} cells where the header has ${width}`);
      }
      if (!isValid(from)) return rejectLine('not valid UTF-8');
      const row = { line, cells: cellsOf(columns, from) };
      position = scanner.next;
      line += 1 + scanner.innerLines;
      return row;
    }
  };

  return {
    add(bytes, last) {
      const rest = buffer.subarray(position);
      buffer =
        rest.length === 0
          ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
          : Buffer.concat([rest, bytes]);
      position = 0;
      isLast = last;
    },
    header() {
      if (line === 1 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) position = 3;
      const scanned = scanner.scan(buffer, position, isLast);
      if (scanned === 'incomplete') return undefined;
      if (scanned === 'broken quotes') return { problem: 'a quote in the header that does not close' };
      if (scanner.cells > MOST_COLUMNS) return { problem: `a header of ${scanner.cells} columns` };
      if (!isValid(position)) return { problem: 'the header is not valid UTF-8' };
      const names = Array.from({ length: scanner.cells }, (_, c) => decoded(c));
      width = names.length;
      position = scanner.next;
      line += 1 + scanner.innerLines;
      return names;
    },
    take(columns) {
      const rows: TableRow[] = [];
      for (let row = nextRow(columns); row !== undefined; row = nextRow(columns)) rows.push(row);
      return rows;
    },
  };
}

const SPACE = 32;
const DELETE = 127;
const APOSTROPHE = 39;

/** A value without blanks around it and without the apostrophe that keeps a spreadsheet from running it. */
function tidied(text: string): string {
  if (text === '') return text;
  const isTight = isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1));
  const trimmed = isTight ? text : text.trim();
  return trimmed.charCodeAt(0) === APOSTROPHE && NEUTRALISED.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** Whether a UTF-16 unit is certainly no blank. */
const isInk = (unit: number) => unit > SPACE && unit < DELETE;
