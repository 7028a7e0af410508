/**
 * The request list laid out for being searched: the different names as dictionaries, who bears each, and who is born on a
 * day. One thread opens it once, from columns that all threads share.
 */

import { type Dictionary, dictionary } from '../../matching/dictionary.ts';
import { type RegisterColumns, type TextColumn, valuesOf } from './register-columns.ts';

/** A name field of the requests. */
export interface NameColumn {
  readonly dictionary: Dictionary;
  /** By request: code in the dictionary. */
  readonly codes: Int32Array;
  /** The requests with a name, by its code: `rows[starts[code]..starts[code + 1])`. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** What a search sees of the list: no more than the records say. */
export interface RequestRegister {
  readonly size: number;
  readonly surnames: NameColumn;
  readonly givenNames: NameColumn;
  /** The requests by their dates of birth; laid out when first asked for. */
  birthDates(): BirthDates;
}

export interface BirthDates {
  /** The requests in the order of their dates, those without one first. */
  readonly requests: Int32Array;
  /** Where in that order the requests with this date stand: from the first to before the second. */
  on(date: number): readonly [first: number, end: number];
}

export function openRegister(columns: RegisterColumns): RequestRegister {
  const { birthDates } = columns;
  let dates: BirthDates | undefined;
  return {
    size: birthDates.length,
    surnames: nameColumn(columns.surnames),
    givenNames: nameColumn(columns.givenNames),
    birthDates() {
      dates ??= byBirthDate(birthDates);
      return dates;
    },
  };
}

function byBirthDate(birthDates: Int32Array): BirthDates {
  const requests = sortedBy(birthDates);
  const runs = runsOf(requests, birthDates);
  return { requests, on: (date) => runs.get(date) ?? nobody };
}

const nobody = [0, 0] as const;

/** Rows in the order of their values; of equal ones the lower row first. */
export function sortedBy(values: Int32Array): Int32Array {
  // Value and row in one number, exact below 2^53: sorted without a call for each comparison.
  const { length } = values;
  const keys = Float64Array.from(values, (value, row) => value * length + row).sort();
  return Int32Array.from(keys, (key) => key - Math.floor(key / length) * length);
}

/** Where each value but 0 stands in the order. */
function runsOf(order: Int32Array, values: Int32Array): Map<number, readonly [number, number]> {
  const runs = new Map<number, readonly [number, number]>();
  for (let first = 0, end = 0; first < order.length; first = end) {
    const value = values[order[first]!]!;
    while (end < order.length && values[order[end]!] === value) end += 1;
    if (value !== 0) runs.set(value, [first, end]);
  }
  return runs;
}

function nameColumn(column: TextColumn): NameColumn {
  const values = valuesOf(column);
  const { codes } = column;
  const starts = new Int32Array(values.length + 1);
  for (const code of codes) starts[code + 1]! += 1;
  for (let code = 0; code < values.length; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const rows = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]!]!++] = row;
  return { dictionary: dictionary(values), codes, starts, rows };
}
