/**
 * Levenshtein and optimal string alignment of one query against many values in a byte column: the bit-parallel
 * twins of `levenshteinSimilarity` and `damerauSimilarity`, equal to them bit for bit.
 *
 * Method: the differences down a column of the edit table are the bits of two words, so that one character of the
 * value costs a dozen operations whatever the query's length. Myers (JACM 46, 1999) in the form of Hyyrö (2003),
 * whose last term, for exchanged neighbours, is left out for Levenshtein. There one of the words is kept inverted and
 * the distance is read off the last column at the end, which leaves seven operations from one character to the next.
 * Convention: a byte is the UTF-16 code unit of the same number (ASCII, or Latin-1). A query longer than 32
 * characters takes the plain way, slower and with the same result; values may have any length.
 */

import { damerauSimilarity } from './damerau.ts';
import type { ByteSimilarity } from './jaro-winkler-query.ts';
import { bitCount } from './letter-bag.ts';
import { levenshteinSimilarity } from './levenshtein.ts';

const WORD_BITS = 32;

/** Prepares `query` for Levenshtein similarity with many values. */
export function levenshteinQuery(query: string): ByteSimilarity {
  const length = query.length;
  if (length === 0) return () => 0;
  if (length > WORD_BITS) return plainQuery(query, levenshteinSimilarity);
  const places = placesOf(query);
  const used = length === WORD_BITS ? -1 : (1 << length) - 1;

  // Two characters a turn: the same three lines twice, and half as many turns to guess wrongly.
  return (bytes, start, end) => {
    let more = -1;
    let notLess = -1;
    const even = end - ((end - start) & 1);
    for (let i = start; i < even; i += 2) {
      const here = places[bytes[i]!]!;
      const sum = ((here & more) + more) | 0;
      const across = ((sum | more | here) & notLess) << 1;
      const down = ~here & notLess;
      more = ((more & (~sum | here)) << 1) | (down & across);
      notLess = down | across;

      const next = places[bytes[i + 1]!]!;
      const nextSum = ((next & more) + more) | 0;
      const nextAcross = ((nextSum | more | next) & notLess) << 1;
      const nextDown = ~next & notLess;
      more = ((more & (~nextSum | next)) << 1) | (nextDown & nextAcross);
      notLess = nextDown | nextAcross;
    }
    if (even < end) {
      const here = places[bytes[even]!]!;
      const sum = ((here & more) + more) | 0;
      const across = ((sum | more | here) & notLess) << 1;
      const down = ~here & notLess;
      more = ((more & (~sum | here)) << 1) | (down & across);
      notLess = down | across;
    }
    const size = end - start;
    return similarity(size - length + bitCount(more & used) + bitCount(notLess & used), length, size);
  };
}

/** Prepares `query` for optimal string alignment similarity with many values. */
export function damerauQuery(query: string): ByteSimilarity {
  const length = query.length;
  if (length === 0) return () => 0;
  if (length > WORD_BITS) return plainQuery(query, damerauSimilarity);
  const places = placesOf(query);
  const last = length - 1;

  return (bytes, start, end) => {
    let more = -1;
    let less = 0;
    let edits = length;
    let diagonal = 0;
    let before = 0;
    for (let i = start; i < end; i++) {
      const here = places[bytes[i]!]!;
      const exchanged = ((~diagonal & here) << 1) & before;
      diagonal = (((here & more) + more) ^ more) | here | less | exchanged;
      let up = less | ~(diagonal | more);
      const down = diagonal & more;
      edits += ((up >>> last) & 1) - ((down >>> last) & 1);
      up = (up << 1) | 1;
      more = (down << 1) | ~(diagonal | up);
      less = up & diagonal;
      before = here;
    }
    return similarity(edits, length, end - start);
  };
}

/** For each code unit below 256 the places where the query has it, as bits. */
function placesOf(query: string): Int32Array {
  const places = new Int32Array(256);
  for (let i = 0; i < query.length; i++) {
    const unit = query.charCodeAt(i);
    if (unit < 256) places[unit] = places[unit]! | (1 << i);
  }
  return places;
}

function similarity(edits: number, length: number, size: number): number {
  return size === 0 ? 0 : 1 - edits / (length > size ? length : size);
}

function plainQuery(query: string, compare: (a: string, b: string) => number): ByteSimilarity {
  return (bytes, start, end) => {
    let value = '';
    for (let i = start; i < end; i++) value += String.fromCharCode(bytes[i]!);
    return compare(query, value);
  };
}
