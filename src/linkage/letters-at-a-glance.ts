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

/** The lowest bit of the length, and the bits of letters below. */
export const LENGTH_FROM = 27;
export const LETTERS = 2 ** LENGTH_FROM - 1;
/** Longer values are compared whatever letters they have. */
const LONGEST = 30;

/** A value as it is seen at a glance. */
export function seen(value: string): number {
  return (Math.min(value.length, LONGEST + 1) << LENGTH_FROM) | (letterMask(value) & LETTERS);
}

/** A value as it is seen by who cannot compare it by its letters: as if it were too long. */
export function seenApart(value: string): number {
  return ((LONGEST + 1) << LENGTH_FROM) | (letterMask(value) & LETTERS);
}

/** How many characters two values must have in common, by the length of the other one as it is seen. */
export interface NeededLetters {
  /** The fewest that allow the floor to be reached, or one more than there can be; 0 where one is too long to be seen. */
  readonly atAGlance: Uint8Array;
  /**
   * The same as limits: 32 times how many letters the other may lack fewer than, then 32 times how many of its own it may
   * have that the first lacks; 255 where it does not matter.
   */
  readonly glanceTable: Uint8Array;
}

const LENGTHS = LONGEST + 2;
const ANY = 255;

/** By length of a value; worked out once for each. */
export function neededLetters({ bound }: Scan, floor: number): (length: number) => NeededLetters {
  const known: (NeededLetters | undefined)[] = [];
  const neededFor = (length: number): NeededLetters => {
    const atAGlance = new Uint8Array(LENGTHS);
    for (let other = 0; other <= LONGEST && length <= LONGEST; other++) {
      const most = Math.min(length, other);
      let shared = 1;
      while (shared <= most && bound(length, other, shared) < floor) shared++;
      atAGlance[other] = shared;
    }
    const glanceTable = new Uint8Array(2 * LENGTHS);
    atAGlance.forEach((needed, other) => {
      glanceTable[other] = needed === 0 ? ANY : Math.max(length - needed + 1, 0);
      glanceTable[LENGTHS + other] = needed === 0 ? ANY : Math.max(other - needed + 1, 0);
    });
    return { atAGlance, glanceTable };
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
  if (least === 0) return true;
  const missing = bitCount(own & ~other & LETTERS) + bitCount(ownRepeated & ~otherRepeated & LETTERS);
  const otherMissing = bitCount(other & ~own & LETTERS) + bitCount(otherRepeated & ~ownRepeated & LETTERS);
  return (own >>> LENGTH_FROM) - missing >= least && (other >>> LENGTH_FROM) - otherMissing >= least;
}
