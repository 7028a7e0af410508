/**
 * Columns that grow as a file is read: numbers and texts side by side, a few bytes a row, where an object a row
 * would take hundreds.
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
  at(row: number): string;
}

/** A column of 32-bit integers. */
export const growingIntegers = (): GrowingIntegers => growing((size) => new Int32Array(size));

/** A column of floating-point numbers. */
export const growingNumbers = (): GrowingNumbers => growing((size) => new Float64Array(size));

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
    at(row) {
      const values = ends.values();
      return bytes.text(row === 0 ? 0 : values[row - 1]! >>> 0, values[row]! >>> 0);
    },
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
  let bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  let length = 0;
  let staged = 0;
  return {
    get length() {
      return length;
    },
    stage(text) {
      // A UTF-16 unit takes at most three bytes of UTF-8.
      if (length + 3 * text.length > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, length + 3 * text.length));
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
