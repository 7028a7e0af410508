/**
 * What every request of the list says of name, date of birth and state, as columns: the list as it is searched for
 * somebody of another place. Parts are made wherever there are hands, and put together in the order of the requests: the
 * same bytes however the list was cut.
 *
 * Who a request is about stands in a column of its own, for those who count; the searches are not given it.
 */

import { gateList } from '../../matching/gate.ts';
import { gates as allGates } from '../../matching/gates/index.ts';
import { digitsOf } from '../../matching/identifiers.ts';
import type { RequestList } from '../../requests/request-list.ts';
import { normaliseName } from '../../text/normalise.ts';

/** A field of many records: the different values, and by record the code (place) of its own. */
export interface TextColumn {
  /** Value i is `bytes[starts[i]..starts[i + 1])`, in comparable form: ASCII. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly codes: Int32Array;
}

/** Columns of consecutive requests of the list; all of them plain data. */
export interface RegisterColumns {
  readonly surnames: TextColumn;
  readonly givenNames: TextColumn;
  readonly states: TextColumn;
  /** The digits YYYYMMDD as a number; 0 where no date is told. */
  readonly birthDates: Int32Array;
  /** 1 where the gates about the request hold. */
  readonly admitted: Uint8Array;
  /** ZIP area in which the requested person lives, and that of the dwelling on record. */
  readonly homeZips: Int32Array;
  readonly recordedZips: Int32Array;
  /** Truth: index in the file of the requested person, or -1. */
  readonly taxpayers: Int32Array;
}

const texts = ['surnames', 'givenNames', 'states'] as const;
const numbers = ['birthDates', 'homeZips', 'recordedZips', 'taxpayers'] as const;

/** A date of birth as the digits that are compared; 0 for a missing one. */
export const birthDateOf = (value: string): number => Number(digitsOf('dateOfBirth', value));

/**
 * The columns of requests `first` to `end`, made in the order of their ZIP areas, which is quicker.
 * @param gates ids of those that must hold; those about pairs are left to whoever has both records
 */
export function registerColumns(
  requests: RequestList,
  gates: readonly string[],
  first: number,
  end: number,
): RegisterColumns {
  const size = end - first;
  const coded = { surnames: coder(size), givenNames: coder(size), states: coder(size) };
  const values = texts.map((): string[] => []);
  const columns = {
    birthDates: new Int32Array(size),
    admitted: new Uint8Array(size),
    homeZips: new Int32Array(size),
    recordedZips: new Int32Array(size),
    taxpayers: new Int32Array(size),
  };
  const aboutRequests = allGates.filter(({ id, about }) => about === 'request' && gates.includes(id));
  const { admits } = gateList(
    aboutRequests,
    aboutRequests.map(({ id }) => id),
  );
  const zips = Int32Array.from({ length: size }, (_, row) => requests.recordedZip(first + row));
  for (const row of Int32Array.from(zips.keys()).sort((a, b) => zips[a]! - zips[b]! || a - b)) {
    const truth = requests.truth(first + row);
    const asked = aboutRequests.length === 0 ? undefined : requests.record(first + row, truth).record;
    const record = asked ?? requests.recordedNames(first + row, truth);
    values[0]![row] = normaliseName(record.surname);
    values[1]![row] = normaliseName(record.givenName);
    values[2]![row] = normaliseName(record.state);
    columns.birthDates[row] = birthDateOf(record.dateOfBirth);
    columns.admitted[row] = asked === undefined || admits(asked) ? 1 : 0;
    columns.homeZips[row] = truth.area.zip;
    columns.recordedZips[row] = truth.recordedArea.zip;
    columns.taxpayers[row] = truth.taxpayer;
  }
  texts.forEach((field, i) => {
    for (let row = 0; row < size; row++) coded[field].add(values[i]![row]!);
  });
  return {
    surnames: coded.surnames.column(),
    givenNames: coded.givenNames.column(),
    states: coded.states.column(),
    ...columns,
  };
}

/** Parts, in the order of their requests, as one, in memory that threads can share. */
export function joinedColumns(parts: readonly RegisterColumns[]): RegisterColumns {
  const size = parts.reduce((sum, { taxpayers }) => sum + taxpayers.length, 0);
  const text = (field: (typeof texts)[number]) => {
    const codes = coder(size);
    for (const part of parts) {
      const values = valuesOf(part[field]);
      for (const code of part[field].codes) codes.add(values[code]!);
    }
    return codes.column();
  };
  const whole = (field: (typeof numbers)[number]) => {
    const column = new Int32Array(new SharedArrayBuffer(4 * size));
    let at = 0;
    for (const part of parts) {
      column.set(part[field], at);
      at += part[field].length;
    }
    return column;
  };
  const admitted = new Uint8Array(new SharedArrayBuffer(size));
  let at = 0;
  for (const part of parts) {
    admitted.set(part.admitted, at);
    at += part.admitted.length;
  }
  return {
    surnames: text('surnames'),
    givenNames: text('givenNames'),
    states: text('states'),
    birthDates: whole('birthDates'),
    admitted,
    homeZips: whole('homeZips'),
    recordedZips: whole('recordedZips'),
    taxpayers: whole('taxpayers'),
  };
}

/** Some of the requests, in the order in which they are named; the values of a field are coded afresh. */
export function pickedColumns(columns: RegisterColumns, requests: Int32Array): RegisterColumns {
  const text = (field: (typeof texts)[number]) => {
    const values = valuesOf(columns[field]);
    const codes = coder(requests.length);
    for (const request of requests) codes.add(values[columns[field].codes[request]!]!);
    return codes.column();
  };
  const picked = (field: (typeof numbers)[number]) => requests.map((request) => columns[field][request]!);
  return {
    surnames: text('surnames'),
    givenNames: text('givenNames'),
    states: text('states'),
    birthDates: picked('birthDates'),
    homeZips: picked('homeZips'),
    recordedZips: picked('recordedZips'),
    taxpayers: picked('taxpayers'),
    admitted: Uint8Array.from(requests, (request) => columns.admitted[request]!),
  };
}

/** The different values of a column, by code. */
export function valuesOf({ bytes, starts }: TextColumn): string[] {
  const all = Buffer.from(bytes).toString('latin1');
  return Array.from({ length: starts.length - 1 }, (_, code) => all.slice(starts[code], starts[code + 1]));
}

/** Codes values in the order in which they first come. */
function coder(size: number) {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(new SharedArrayBuffer(4 * size));
  let row = 0;
  return {
    add(value: string): void {
      let code = codeOf.get(value);
      if (code === undefined) {
        code = codeOf.size;
        codeOf.set(value, code);
      }
      codes[row++] = code;
    },
    column(): TextColumn {
      const values = [...codeOf.keys()];
      const starts = new Uint32Array(new SharedArrayBuffer(4 * (values.length + 1)));
      values.forEach((value, code) => {
        starts[code + 1] = starts[code]! + value.length;
      });
      const bytes = new Uint8Array(new SharedArrayBuffer(starts[values.length]!));
      bytes.set(Buffer.from(values.join(''), 'latin1'));
      return { bytes, starts, codes };
    },
  };
}
