/**
 * A list of different values laid out for being searched: strings for whoever wants to read, one column of
 * bytes and one word of letters each for whoever scans a hundred thousand of them.
 */

import { letterMask } from '../text/letter-bag.ts';

export interface Dictionary {
  readonly size: number;
  /** Each value once; its code is its place. */
  readonly values: readonly string[];
  /** Value i is `bytes[starts[i]..starts[i + 1])`, one byte a UTF-16 unit; ASCII after normalisation. */
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
    const start = starts[code]!;
    for (let i = 0; i < value.length; i++) bytes[start + i] = value.charCodeAt(i);
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

/** Keys one by one as they are asked for; all of them when a key is looked up. */
function keyIndex(values: readonly string[], keysOf: KeysOf): KeyIndex {
  const made: (readonly string[] | undefined)[] = [];
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
    for (const key of ofValue) {
      const codes = codesOf.get(key);
      if (codes === undefined) codesOf.set(key, [code]);
      else codes.push(code);
    }
  });
  return codesOf;
}
