/**
 * What a glance tells of two values: from their lengths and their letters alone, whether they can have enough characters in
 * common to reach a floor. It spares the comparison of nearly all values that are not alike.
 *
 * Why it holds: a letter that only one value has is a character of it without a partner, and so is a second one where
 * the other value has one or none (text/letter-bag.ts). Letters that share a bit only loosen the bound.
 */

import type { Scan } from '../matching/comparator.ts';
import { bitCount, letterMask, repeatedLetterMask } from '../text/letter-bag.ts';

/** Longer values are compared whatever letters they have. */
const LONGEST = 64;

/** By place in a list of values: the mask of the letters that each has twice or more. */
export function repeatedLetters(values: readonly string[]): Int32Array {
  const masks = new Int32Array(values.length);
  for (let place = 0; place < masks.length; place++) masks[place] = repeatedLetterMask(values[place]!);
  return masks;
}

/**
 * By length of one value, then of the other, up to 64: the fewest characters in common that allow the floor to be reached,
 * or one more than there can be where none do. Worked out once for each pair of lengths.
 */
export function neededLetters({ bound }: Scan, floor: number): (length: number) => Uint8Array {
  const known: (Uint8Array | undefined)[] = [];
  const neededFor = (length: number) => {
    const needed = new Uint8Array(LONGEST + 1);
    for (let other = 0; other <= LONGEST; other++) {
      const most = Math.min(length, other);
      let shared = 1;
      while (shared <= most && bound(length, other, shared) < floor) shared++;
      needed[other] = shared;
    }
    return needed;
  };
  return (length) => {
    known[length] ??= neededFor(length);
    return known[length];
  };
}

/** Whether a value of a length, with these letters and these twice or more, can reach the floor with a given one. */
export type Glance = (length: number, letters: number, repeated: number) => boolean;

/** @param needed by length of the other value, of `neededLetters` for the length of this one */
export function glanceOf(value: string, needed: Uint8Array): Glance {
  const own = value.length;
  const ownLetters = letterMask(value);
  const ownRepeated = repeatedLetterMask(value);
  return (length, letters, repeated) => {
    if (length > LONGEST) return true;
    const least = needed[length]!;
    const spareOwn = own - least - bitCount(ownLetters & ~letters);
    if (spareOwn < 0) return false;
    const spare = length - least - bitCount(letters & ~ownLetters);
    if (spare < 0) return false;
    return bitCount(ownRepeated & ~repeated) <= spareOwn && bitCount(repeated & ~ownRepeated) <= spare;
  };
}
