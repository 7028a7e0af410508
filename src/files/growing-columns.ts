/**
 * Columns that grow as a file is read: numbers and texts side by side, a few bytes a row, where an object a row
 * would take hundreds. They lie in shared memory, so that threads can read them without a copy.
 */

const FIRST_SIZE = 1024;

interface Growing<Values> {
  readonly size: number;
  push(value: number): void;
  /** The values so far; a view that the next push may leave behind. */
  values(): Values;
}

export type GrowingIntegers = Growing<Int32Array>;
export type GrowingNumbers = Growing<Float64Array>;

export interface GrowingTexts {
  readonly size: number;
  push(text: string): void;
  /** The texts so far; a view that the next push may leave behind. */
  values(): TextColumn;
}

/** Texts as UTF-8 one after another; text i is `bytes[ends[i - 1]..ends[i])`, read as unsigned numbers. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** What reads the texts of a column. */
export function textReader({ bytes, ends }: TextColumn): (row: number) => string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (row) => buffer.toString('utf8', row === 0 ? 0 : ends[row - 1]! >>> 0, ends[row]! >>> 0);
}

/** A column of 32-bit integers. */
export const growingIntegers = (): GrowingIntegers =>
  growing((size) => new Int32Array(new SharedArrayBuffer(4 * size)));

/** A column of floating-point numbers. */
export const growingNumbers = (): GrowingNumbers =>
  growing((size) => new Float64Array(new SharedArrayBuffer(8 * size)));

function growing<Values extends Int32Array | Float64Array>(make: (size: number) => Values): Growing<Values> {
  let values = make(FIRST_SIZE);
  let size = 0;
  return {
    get size() {
      return size;
    },
    push(value) {
      if (size === values.length) {
        const larger = make(2 * size);
        larger.set(values);
        values = larger;
      }
      values[size++] = value;
    },
    values: () => values.subarray(0, size) as Values,
  };
}

/** A column of texts, kept as UTF-8 one after another. */
export function growingTexts(): GrowingTexts {
  const bytes = growingBytes();
  const ends = growingIntegers();
  return {
    get size() {
      return ends.size;
    },
    push(text) {
      bytes.stage(text);
      bytes.commit();
      ends.push(bytes.length);
    },
    values: () => ({ bytes: bytes.all(), ends: ends.values() }),
  };
}

/** Bytes written one text after another; a text is staged first, and kept or written over. */
export interface GrowingBytes {
  /** Bytes kept so far. */
  readonly length: number;
  /** Writes a text behind what is kept, and returns where it ends. */
  stage(text: string): number;
  /** Keeps what was staged last. */
  commit(): void;
  /** All bytes, those staged last among them. */
  all(): Uint8Array;
  text(start: number, end: number): string;
}

export function growingBytes(): GrowingBytes {
  let bytes = sharedBytes(FIRST_SIZE);
  let length = 0;
  let staged = 0;
  return {
    get length() {
      return length;
    },
    stage(text) {
      // A UTF-16 unit takes at most three bytes of UTF-8.
      if (length + 3 * text.length > bytes.length) {
        const larger = sharedBytes(Math.max(2 * bytes.length, length + 3 * text.length));
        larger.set(bytes);
        bytes = larger;
      }
      let at = length;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit >= 0x80) {
          staged = length + bytes.write(text, length);
          return staged;
        }
        bytes[at++] = unit;
      }
      staged = at;
      return staged;
    },
    commit() {
      length = staged;
    },
    all: () => bytes,
    text: (start, end) => bytes.toString('utf8', start, end),
  };
}

const sharedBytes = (size: number) => Buffer.from(new SharedArrayBuffer(size));
