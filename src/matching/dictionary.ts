/**
 * A list of different values laid out for being searched: strings for whoever wants to read, one column of
 * bytes and one word of letters each for whoever scans a hundred thousand of them.
 */

import { letterMask } from '../text/letter-bag.ts';
import { spell } from '../text/name-blocks.ts';

export interface Dictionary {
  readonly size: number;
  /** Each value once; its code is its place. */
  readonly values: readonly string[];
  /** Value i is `bytes[starts[i]..starts[i + 1])`, one byte a UTF-16 unit (`spell`); ASCII after normalisation. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly letters: Int32Array;
  /** The code of a value, or -1. */
  codeOf(value: string): number;
  /** The values by keys of some kind; each kind is made once, when first asked for. */
  keyed(keysOf: KeysOf): KeyIndex;
}

/** Keys of a value, such as its phonetic codes: values that are alike have one in common. */
export type KeysOf = (value: string) => readonly string[];

/** The values of a dictionary by their keys. */
export interface KeyIndex {
  /** The keys of the value of a code. */
  keys(code: number): readonly string[];
  /** The codes of the values that have a key. */
  codesOf(key: string): readonly number[];
}

/** Lays out `values`, which must be normalised and all different. */
export function dictionary(values: readonly string[]): Dictionary {
  const starts = new Uint32Array(values.length + 1);
  values.forEach((value, code) => {
    starts[code + 1] = starts[code]! + value.length;
  });
  const bytes = new Uint8Array(starts[values.length]!);
  const letters = new Int32Array(values.length);
  values.forEach((value, code) => {
    spell(value, bytes, starts[code]!);
    letters[code] = letterMask(value);
  });
  let codes: Map<string, number> | undefined;
  const indexes = new Map<KeysOf, KeyIndex>();
  return {
    size: values.length,
    values,
    bytes,
    starts,
    letters,
    codeOf(value) {
      codes ??= new Map(values.map((v, code) => [v, code]));
      return codes.get(value) ?? -1;
    },
    keyed(keysOf) {
      let index = indexes.get(keysOf);
      if (index === undefined) {
        index = keyIndex(values, keysOf);
        indexes.set(keysOf, index);
      }
      return index;
    },
  };
}

/**
 * A dictionary of some values of a larger one, and of others: the first so many codes stand for values of `whole`, in
 * the order of `codes`, the rest for `others`. Small enough to stay in a processor's cache while it is searched, and what
 * is known of a value of the whole, such as its keys, need not be found again.
 *
 * @param others normalised, all different, and none of them in `whole`
 * @param placeOf the place of a code of `whole` among `codes`, or -1
 */
export function partDictionary(
  whole: Dictionary,
  codes: readonly number[],
  others: readonly string[],
  placeOf: (code: number) => number,
): Dictionary {
  const listed = codes.length;
  const rest = dictionary(others);
  const starts = new Uint32Array(listed + rest.size + 1);
  const letters = new Int32Array(listed + rest.size);
  const values: string[] = [];
  for (let place = 0; place < listed; place++) {
    const code = codes[place]!;
    starts[place + 1] = starts[place]! + whole.starts[code + 1]! - whole.starts[code]!;
    letters[place] = whole.letters[code]!;
    values.push(whole.values[code]!);
  }
  const listedBytes = starts[listed]!;
  for (let place = 0; place < rest.size; place++) {
    starts[listed + place + 1] = listedBytes + rest.starts[place + 1]!;
    letters[listed + place] = rest.letters[place]!;
    values.push(rest.values[place]!);
  }
  const bytes = new Uint8Array(listedBytes + rest.bytes.length);
  for (let place = 0; place < listed; place++) {
    let to = starts[place]!;
    const end = whole.starts[codes[place]! + 1]!;
    for (let from = whole.starts[codes[place]!]!; from < end; from++) bytes[to++] = whole.bytes[from]!;
  }
  bytes.set(rest.bytes, listedBytes);
  return {
    size: values.length,
    values,
    bytes,
    starts,
    letters,
    codeOf(value) {
      const code = whole.codeOf(value);
      if (code >= 0) return placeOf(code);
      const other = rest.codeOf(value);
      return other < 0 ? -1 : listed + other;
    },
    keyed(keysOf) {
      const [inWhole, inRest] = [whole.keyed(keysOf), rest.keyed(keysOf)];
      return {
        keys: (code) => (code < listed ? inWhole.keys(codes[code]!) : inRest.keys(code - listed)),
        codesOf(key) {
          const here = inWhole.codesOf(key).map(placeOf);
          for (const other of inRest.codesOf(key)) here.push(listed + other);
          return here.filter((code) => code >= 0);
        },
      };
    },
  };
}

/** Keys one by one as they are asked for; all of them when a key is looked up. */
function keyIndex(values: readonly string[], keysOf: KeysOf): KeyIndex {
  // Sized at once: an array that is filled here and there and grows with it becomes a slow table.
  const made = new Array<readonly string[] | undefined>(values.length);
  const keys = (code: number) => {
    made[code] ??= keysOf(values[code]!);
    return made[code];
  };
  let codesOf: Map<string, number[]> | undefined;
  return {
    keys,
    codesOf(key) {
      codesOf ??= byKey(values.map((_, code) => keys(code)));
      return codesOf.get(key) ?? [];
    },
  };
}

function byKey(keys: readonly (readonly string[])[]): Map<string, number[]> {
  const codesOf = new Map<string, number[]>();
  keys.forEach((ofValue, code) => {
    enterUnder(codesOf, ofValue, code);
  });
  return codesOf;
}

/** Enters a value, by its number, under each of its keys. */
export function enterUnder(numbersOf: Map<string, number[]>, keys: readonly string[], number: number): void {
  for (const key of keys) {
    const numbers = numbersOf.get(key);
    if (numbers === undefined) numbersOf.set(key, [number]);
    else numbers.push(number);
  }
}
