/**
 * A list of different values laid out for being searched: strings for whoever wants to read, one column of
 * bytes and one word of letters each for whoever scans a hundred thousand of them.
 */

import { doubleMetaphoneKeys } from '../text/double-metaphone.ts';
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
  /** Double Metaphone keys of the value of a code; made when first asked for. */
  phoneticKeys(code: number): readonly string[];
  /** The codes of the values that have a key; all keys are made when first asked for. */
  codesOfPhoneticKey(key: string): readonly number[];
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
  let codesOfKey: Map<string, number[]> | undefined;
  const keys: (readonly string[] | undefined)[] = [];
  const phoneticKeys = (code: number) => {
    keys[code] ??= doubleMetaphoneKeys(values[code]!);
    return keys[code];
  };
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
    phoneticKeys,
    codesOfPhoneticKey(key) {
      codesOfKey ??= byKey(values.map((_, code) => phoneticKeys(code)));
      return codesOfKey.get(key) ?? [];
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
