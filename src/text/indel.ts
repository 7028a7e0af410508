/**
 * Indel similarity: twice the longest common subsequence over the two lengths together, the share of both values
 * that stays when only insertions and deletions are allowed. It is what fuzzywuzzy and RapidFuzz call `ratio`.
 *
 * Reference: Wagner and Fischer (JACM 21, 1974) for the subsequence. Convention: UTF-16 code units; missing is no
 * agreement: an empty value on either side scores 0.
 */

import { bitCount } from './letter-bag.ts';

/** Length of the longest common subsequence. */
export function commonSubsequence(a: string, b: string): number {
  const row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1]!;
      row[j + 1] = unit === b.charCodeAt(j) ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

const WORD_BITS = 32;

/**
 * The same of one value with many, each `bytes[start..end)` of code units below 256: the places of each character are the
 * bits of a word, and a column of the table is one word. Reference: Hyyrö, "Bit-parallel LCS-length computation revisited"
 * (2004). A value longer than 32 characters takes two words, one longer than 64 the plain way, with the same result.
 */
export function commonSubsequenceQuery(a: string): (bytes: Uint8Array, start: number, end: number) => number {
  if (a.length > WORD_BITS && a.length <= 2 * WORD_BITS) return longQuery(a);
  if (a.length > WORD_BITS) {
    return (bytes, start, end) => commonSubsequence(a, String.fromCharCode(...bytes.subarray(start, end)));
  }
  const places = new Int32Array(256);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    if (unit < 256) places[unit] = places[unit]! | (1 << i);
  }
  const used = a.length === WORD_BITS ? -1 : (1 << a.length) - 1;
  return (bytes, start, end) => {
    let unmatched = -1;
    for (let j = start; j < end; j++) {
      const here = unmatched & places[bytes[j]!]!;
      unmatched = (unmatched + here) | (unmatched & ~here);
    }
    return bitCount(~unmatched & used);
  };
}

/** The same with a value of 33 to 64 characters: what the first word carries over goes to the second. */
function longQuery(a: string): (bytes: Uint8Array, start: number, end: number) => number {
  const places = new Int32Array(512);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    if (unit >= 256) continue;
    const word = 2 * unit + (i < WORD_BITS ? 0 : 1);
    places[word] = places[word]! | (1 << i);
  }
  const used = a.length === 2 * WORD_BITS ? -1 : (1 << a.length) - 1;
  return (bytes, start, end) => {
    let low = -1;
    let high = -1;
    for (let j = start; j < end; j++) {
      const at = 2 * bytes[j]!;
      const lowHere = low & places[at]!;
      const highHere = high & places[at + 1]!;
      const sum = (low >>> 0) + (lowHere >>> 0);
      const carried = sum > 0xffffffff ? 1 : 0;
      low = sum | (low & ~lowHere);
      high = (high + highHere + carried) | (high & ~highHere);
    }
    return bitCount(~low) + bitCount(~high & used);
  };
}

/** 2 x longest common subsequence / sum of the lengths, in [0, 1]; 0 when either is empty. */
export function indelSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  return (2 * commonSubsequence(a, b)) / (a.length + b.length);
}
