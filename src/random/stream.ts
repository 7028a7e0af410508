/**
 * A named stream of addressed random words. A stream is a seed and a name ("population/given-name"); within
 * it, every (entity, draw) owns one block of four words. Nothing is consumed: reading a block twice, or in
 * another order, gives the same words, and adding a stream never disturbs another.
 *
 * Layout of the Philox block (philox.ts): key = (seed low, hash of the name), counter = (entity low, entity high, draw,
 * seed high). Two streams whose names hash alike would be the same stream.
 */

import { madeWords, makeBlock } from './philox-kernel.ts';

const WORD = 0x1_0000_0000;
const PER_WORD = 1 / WORD;

/** The address of a stream: what it is called and the words that its blocks are keyed by. */
export interface Stream {
  readonly seed: number;
  readonly name: string;
  readonly key0: number;
  readonly key1: number;
  readonly seedHigh: number;
}

/** FNV-1a over the bytes of the UTF-16 code units, low byte first, with the final avalanche of MurmurHash3. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The stream called `name` under `seed`, an integer in [0, 2^53); any other seed is a RangeError. */
export function stream(seed: number, name: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`invalid seed; not an integer in [0, 2^53): ${seed}`);
  }
  return Object.freeze({
    seed,
    name,
    key0: seed >>> 0,
    key1: hashName(name),
    seedHigh: Math.floor(seed * PER_WORD),
  });
}

/**
 * Writes the four words of (stream, entity, draw) to `out[0..3]`. `entity` is an integer in [0, 2^53) and
 * `draw` one in [0, 2^32); neither is checked, for this is the innermost loop of everything.
 */
export function block(stream: Stream, entity: number, draw: number, out: Uint32Array): void {
  makeBlock(stream.key0, stream.key1, entity >>> 0, (entity * PER_WORD) >>> 0, draw, stream.seedHigh);
  out[0] = madeWords[0]!;
  out[1] = madeWords[1]!;
  out[2] = madeWords[2]!;
  out[3] = madeWords[3]!;
}

/** The first of those four words alone. */
export function firstWord(stream: Stream, entity: number, draw: number): number {
  makeBlock(stream.key0, stream.key1, entity >>> 0, (entity * PER_WORD) >>> 0, draw, stream.seedHigh);
  return madeWords[0]!;
}

/** A word as a number strictly between 0 and 1: the middle of its cell of width 2^-32. */
export function uniform(word: number): number {
  return (word + 0.5) * PER_WORD;
}

/** Two words as a number in [0, 1) with all 53 bits of a double: the upper 27 bits of one, 26 of the other. */
export function uniform53(word0: number, word1: number): number {
  return ((word0 >>> 5) * 0x400_0000 + (word1 >>> 6)) * 2 ** -53;
}

/**
 * A word as an integer in [0, n), for n in [1, 2^32]. The share of any value departs from 1/n by less than
 * 2^-32, hence by less than n / 2^32 of itself.
 */
export function below(word: number, n: number): number {
  return Math.floor(word * n * PER_WORD);
}
