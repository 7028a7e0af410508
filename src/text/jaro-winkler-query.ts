/**
 * Jaro and Jaro-Winkler of one query against many values in a byte column: the bit-parallel twins of
 * `jaroSimilarity` and `jaroWinklerSimilarity`, equal to them bit for bit.
 *
 * Method: the places of each character in the query are the bits of one word, so that the first free match
 * within the window is the lowest set bit (the form in which RapidFuzz has it).
 * Convention: a byte is the UTF-16 code unit of the same number (ASCII, or Latin-1). A query or value longer
 * than 32 characters takes the plain way, slower and with the same result.
 */

import {
  boosted,
  jaroOf,
  jaroSimilarity,
  jaroWinklerSimilarity,
  PREFIX_LONGEST,
  windowOf,
} from './jaro-winkler.ts';

const WORD_BITS = 32;
/** Code units that a byte can stand for. */
const CODE_UNITS = 256;

/** Similarity of the query to the value at `bytes[start..end)`, in [0, 1]. */
export type ByteSimilarity = (bytes: Uint8Array, start: number, end: number) => number;

/** Prepares `query` for Jaro similarity with many values; worth it from a handful of values on. */
export function jaroQuery(query: string): ByteSimilarity {
  return prepared(query, jaroSimilarity, 0);
}

/** Prepares `query` for Jaro-Winkler similarity with many values; worth it from a handful of values on. */
export function jaroWinklerQuery(query: string): ByteSimilarity {
  return prepared(query, jaroWinklerSimilarity, PREFIX_LONGEST);
}

/** @param prefixLongest how many leading characters earn the bonus; 0 for Jaro, which has none */
function prepared(
  query: string,
  compare: (a: string, b: string) => number,
  prefixLongest: number,
): ByteSimilarity {
  const length = query.length;
  const plain: ByteSimilarity = (bytes, start, end) => {
    let value = '';
    for (let i = start; i < end; i++) value += String.fromCharCode(bytes[i]!);
    return compare(query, value);
  };
  if (length === 0) return () => 0;
  if (length > WORD_BITS) return plain;

  const places = new Int32Array(CODE_UNITS);
  for (let i = 0; i < length; i++) {
    const unit = query.charCodeAt(i);
    if (unit < CODE_UNITS) places[unit] = places[unit]! | (1 << i);
  }

  return (bytes, start, end) => {
    const size = end - start;
    if (size > WORD_BITS) return plain(bytes, start, end);
    const window = windowOf(length, size);
    let near = (2 << window) - 1;
    let taken = 0;
    let matchedHere = 0;
    let matched = 0;
    for (let i = 0; i < size; i++) {
      const free = places[bytes[start + i]!]! & near & ~taken;
      if (free !== 0) {
        taken |= free & -free;
        matchedHere |= 1 << i;
        matched++;
      }
      near = (near << 1) | (i < window ? 1 : 0);
    }
    if (matched === 0) return 0;

    let transposed = 0;
    let rest = taken;
    for (let here = matchedHere; here !== 0; here &= here - 1) {
      const place = rest & -rest;
      const i = 31 - Math.clz32(here & -here);
      if ((places[bytes[start + i]!]! & place) === 0) transposed++;
      rest ^= place;
    }

    let prefix = 0;
    const longest = Math.min(length, size, prefixLongest);
    while (prefix < longest && (places[bytes[start + prefix]!]! & (1 << prefix)) !== 0) prefix++;
    return boosted(jaroOf(length, size, matched, transposed >>> 1), prefix);
  };
}
