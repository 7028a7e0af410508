/**
 * Which letters a value has, in one word, and what two such words allow two values to score at most: a few
 * operations that spare most comparisons of strangers.
 *
 * Why the bounds hold: each letter that only one value has is a character of it without a partner. So the
 * characters in common are at most length - (letters only here), on either side. Letters that share a bit
 * only loosen the bound.
 */

import { boosted, jaroOf, PREFIX_LONGEST } from './jaro-winkler.ts';

/** The bit of a character: A to Z have one each, the space one; digits and all others share. */
function letterBit(unit: number): number {
  return unit >= 48 && unit <= 57 ? 1 << (27 + (unit % 5)) : 1 << (unit & 31);
}

/** The presence mask of a string's letters, a signed 32-bit word. */
export function letterMask(value: string): number {
  let mask = 0;
  for (let i = 0; i < value.length; i++) mask |= letterBit(value.charCodeAt(i));
  return mask;
}

/** The mask of the letters that a string has twice or more; letters that share a bit count as one. */
export function repeatedLetterMask(value: string): number {
  let mask = 0;
  let repeated = 0;
  for (let i = 0; i < value.length; i++) {
    const bit = letterBit(value.charCodeAt(i));
    repeated |= mask & bit;
    mask |= bit;
  }
  return repeated;
}

/** The presence mask of the value at `bytes[start..end)`, equal to that of the string with those code units. */
export function letterMaskOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let mask = 0;
  for (let i = start; i < end; i++) mask |= letterBit(bytes[i]!);
  return mask;
}

/** Number of set bits of a 32-bit word. */
export function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many letters of one mask are not in the other. */
export function missingLetters(mask: number, other: number): number {
  return bitCount(mask & ~other);
}

/** The most characters that two values of these lengths and masks can have in common. */
function mostShared(lengthA: number, lengthB: number, maskA: number, maskB: number): number {
  return Math.min(lengthA - bitCount(maskA & ~maskB), lengthB - bitCount(maskB & ~maskA));
}

/** Whether values of these lengths and masks can have `needed` characters in common. */
export function canShare(
  needed: number,
  lengthA: number,
  lengthB: number,
  maskA: number,
  maskB: number,
): boolean {
  return lengthA - bitCount(maskA & ~maskB) >= needed && lengthB - bitCount(maskB & ~maskA) >= needed;
}

/** Highest Jaro similarity of values of these lengths that have `shared` characters in common. */
export function jaroBound(lengthA: number, lengthB: number, shared: number): number {
  return shared > 0 ? jaroOf(lengthA, lengthB, shared, 0) : 0;
}

/** Highest Jaro-Winkler similarity of values of these lengths that have `shared` characters in common. */
export function jaroWinklerBound(lengthA: number, lengthB: number, shared: number): number {
  return shared > 0 ? boosted(jaroOf(lengthA, lengthB, shared, 0), Math.min(shared, PREFIX_LONGEST)) : 0;
}

/** Highest Levenshtein or optimal string alignment similarity of values of these lengths that have `shared` characters in common. */
export function levenshteinBound(lengthA: number, lengthB: number, shared: number): number {
  const longer = Math.max(lengthA, lengthB);
  return shared > 0 ? 1 - (longer - shared) / longer : 0;
}

/** Highest Indel similarity of values of these lengths that have `shared` characters in common. */
export function indelBound(lengthA: number, lengthB: number, shared: number): number {
  return (2 * shared) / (lengthA + lengthB);
}

/** A number in [0, 1], never below the Jaro-Winkler similarity of values with these lengths and masks. */
export function jaroWinklerUpperBound(
  lengthA: number,
  lengthB: number,
  maskA: number,
  maskB: number,
): number {
  return jaroWinklerBound(lengthA, lengthB, mostShared(lengthA, lengthB, maskA, maskB));
}

/** A number in [0, 1], never below the Levenshtein similarity of values with these lengths and masks. */
export function levenshteinUpperBound(
  lengthA: number,
  lengthB: number,
  maskA: number,
  maskB: number,
): number {
  return levenshteinBound(lengthA, lengthB, mostShared(lengthA, lengthB, maskA, maskB));
}
