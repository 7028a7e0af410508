/**
 * What a glance tells of two values: from their lengths and their letters alone, whether they can have enough characters in
 * common to reach a floor. It spares the comparison of nearly all values that are not alike.
 *
 * A value is seen as one word: a bit for each letter and the space, and above them the length. Why it holds: a letter that
 * only one value has is a character of it without a partner (text/letter-bag.ts), and so is a second one where the
 * other value has one or none, which a second word tells. Digits are not seen; that only loosens the bound.
 */

import type { Scan } from '../matching/comparator.ts';
import { bitCount, letterMask } from '../text/letter-bag.ts';

const LENGTH_FROM = 27;
const LETTERS = 2 ** LENGTH_FROM - 1;
/** Longer values are compared whatever letters they have. */
const LONGEST = 30;

/** A value as it is seen at a glance. */
export function seen(value: string): number {
  return (Math.min(value.length, LONGEST + 1) << LENGTH_FROM) | (letterMask(value) & LETTERS);
}

/** The length of a value that is `seen` so, or 31 for all that are longer than 30. */
export const seenLength = (seen: number): number => seen >>> LENGTH_FROM;

/** How many characters two values must have in common, by the length of the other one. */
export interface NeededLetters {
  /** Up to 64: the fewest that allow the floor to be reached, or one more than there can be where none do. */
  readonly byLength: Uint8Array;
  /** The same as a glance asks for them: none where one of the two is too long to be seen. */
  readonly atAGlance: Uint8Array;
}

/** By length of a value; worked out once for each. */
export function neededLetters({ bound }: Scan, floor: number): (length: number) => NeededLetters {
  const known: (NeededLetters | undefined)[] = [];
  const neededFor = (length: number): NeededLetters => {
    const byLength = new Uint8Array(65);
    for (let other = 0; other < byLength.length; other++) {
      const most = Math.min(length, other);
      let shared = 1;
      while (shared <= most && bound(length, other, shared) < floor) shared++;
      byLength[other] = shared;
    }
    const atAGlance = new Uint8Array(LONGEST + 2);
    if (length <= LONGEST) atAGlance.set(byLength.subarray(0, LONGEST + 1));
    return { byLength, atAGlance };
  };
  return (length) => {
    known[length] ??= neededFor(length);
    return known[length];
  };
}

/** Whether two values that are `seen` so can reach the floor; `needed` is `atAGlance` of the length of the first. */
export function canBeAlike(own: number, other: number, needed: Uint8Array): boolean {
  const least = needed[other >>> LENGTH_FROM]!;
  return (
    (own >>> LENGTH_FROM) - bitCount(own & ~other & LETTERS) >= least &&
    (other >>> LENGTH_FROM) - bitCount(other & ~own & LETTERS) >= least
  );
}

/** The same with a second look, at the letters that each has twice or more (`repeatedLetterMask`). */
export function canStillBeAlike(
  own: number,
  ownRepeated: number,
  other: number,
  otherRepeated: number,
  needed: Uint8Array,
): boolean {
  const least = needed[other >>> LENGTH_FROM]!;
  const missing = bitCount(own & ~other & LETTERS) + bitCount(ownRepeated & ~otherRepeated & LETTERS);
  const otherMissing = bitCount(other & ~own & LETTERS) + bitCount(otherRepeated & ~ownRepeated & LETTERS);
  return (own >>> LENGTH_FROM) - missing >= least && (other >>> LENGTH_FROM) - otherMissing >= least;
}
