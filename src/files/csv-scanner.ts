/**
 * One record of comma-separated values in a buffer: where its cells are, and where it ends.
 *
 * Reference: RFC 4180. Convention: a line ends at LF, CRLF or CR; a quote counts only where it opens a cell, and in
 * an unquoted cell it is a letter like others; a doubled quote in a quoted cell is one quote.
 */

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** What became of a scan: a whole record, more bytes needed, or quotes that do not close before a comma or line end. */
export type Scanned = 'record' | 'incomplete' | 'broken quotes';

/** The cells of the record scanned last. Cell c is `bytes[starts[c]..stops[c])`, without its quotes. */
export interface CsvScanner {
  readonly cells: number;
  readonly starts: Int32Array;
  readonly stops: Int32Array;
  /** Whether cell c holds doubled quotes. */
  readonly doubled: Uint8Array;
  /** Behind the record and its line end. */
  readonly next: number;
  /** Whether all bytes of the record are ASCII. */
  readonly isAscii: boolean;
  /** Line ends within quoted cells. */
  readonly innerLines: number;
  /**
   * Scans the record that begins at `from`.
   * @param isLast whether the file ends where `bytes` end
   */
  scan(bytes: Uint8Array, from: number, isLast: boolean): Scanned;
}

/** A scanner of records that keeps the places of at most `mostCells` cells; further ones are only counted. */
export function csvScanner(mostCells: number): CsvScanner {
  const starts = new Int32Array(mostCells);
  const stops = new Int32Array(mostCells);
  const doubled = new Uint8Array(mostCells);
  let cells = 0;
  let next = 0;
  let bits = 0;
  let innerLines = 0;

  const scan = (bytes: Uint8Array, from: number, isLast: boolean): Scanned => {
    const end = bytes.length;
    const whenShort = isLast ? 'broken quotes' : 'incomplete';
    cells = 0;
    bits = 0;
    innerLines = 0;
    for (let at = from; ; at++) {
      let start = at;
      let stop = at;
      let hasDoubled = 0;
      if (at < end && bytes[at] === QUOTE) {
        start = ++at;
        for (; ; at++) {
          while (at < end && bytes[at] !== QUOTE) {
            const byte = bytes[at++]!;
            bits |= byte;
            if (byte === LF || (byte === CR && bytes[at] !== LF)) innerLines++;
          }
          if (at >= end) return whenShort;
          if (at + 1 >= end && !isLast) return 'incomplete';
          if (bytes[at + 1] !== QUOTE) break;
          hasDoubled = 1;
          at++;
        }
        stop = at++;
      } else {
        for (; at < end; at++) {
          const byte = bytes[at]!;
          if (byte === COMMA || byte === LF || byte === CR) break;
          bits |= byte;
        }
        stop = at;
      }
      if (at >= end && !isLast) return 'incomplete';
      if (cells < mostCells) {
        starts[cells] = start;
        stops[cells] = stop;
        doubled[cells] = hasDoubled;
      }
      cells++;
      const byte = at < end ? bytes[at] : LF;
      if (byte === COMMA) continue;
      if (byte !== LF && byte !== CR) return 'broken quotes';
      if (byte === CR && at + 1 >= end && !isLast) return 'incomplete';
      next = Math.min(byte === CR && bytes[at + 1] === LF ? at + 2 : at + 1, end);
      return 'record';
    }
  };

  return {
    starts,
    stops,
    doubled,
    get cells() {
      return cells;
    },
    get next() {
      return next;
    },
    get isAscii() {
      return bits < 0x80;
    },
    get innerLines() {
      return innerLines;
    },
    scan,
  };
}

/** Where the line of `from` ends, behind its line end; -1 where that is not in `bytes`. */
export function lineEnd(bytes: Uint8Array, from: number, isLast: boolean): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] !== CR) continue;
    if (at + 1 < bytes.length) return bytes[at + 1] === LF ? at + 2 : at + 1;
    return isLast ? at + 1 : -1;
  }
  return isLast ? bytes.length : -1;
}
