/**
 * A keyed permutation of the integers 0..n-1, made one element at a time: a shuffle without the memory.
 * Sampling without replacement is taking the first k of it; the place of a value is `indexOf`.
 *
 * Method: a balanced Feistel network on pairs of digits in base ceil(sqrt(n)) (the "generalised Feistel" of
 * Black & Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002), six rounds, whose round function is
 * the finaliser of MurmurHash3 on digit xor key; a result outside [0, n) walks on along its cycle. The domain
 * exceeds n by at most 2 sqrt(n) + 1, so walks are rare. Good for shuffling; not a cipher.
 */

import { block, type Stream, stream } from './stream.ts';

const ROUNDS = 6;
const LARGEST = 2 ** 48;

/** A bijection of [0, n) and its inverse: `indexOf(at(i)) === i`. Both throw a RangeError outside [0, n). */
export interface Permutation {
  at(index: number): number;
  indexOf(value: number): number;
}

/** A digit below the base, `scale` times 2^32, that depends on `digit` and `key` without visible pattern. */
function roundDigit(digit: number, key: number, scale: number): number {
  let hash = digit ^ key;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) * scale) | 0;
}

/** The permutation of [0, n) that belongs to (seed, name); `n` is an integer in [1, 2^48]. */
export function permutation(seed: number, name: string, n: number): Permutation {
  return permutationOf(stream(seed, name), 0, n);
}

/**
 * The permutation of [0, n) that belongs to `entity` of `stream`, keyed by its block at draw 0; `n` is an
 * integer in [1, 2^48]. A stream used for this should serve nothing else.
 */
export function permutationOf(stream: Stream, entity: number, n: number): Permutation {
  if (!Number.isInteger(n) || n < 1 || n > LARGEST) {
    throw new RangeError(`invalid permutation size; not an integer in [1, 2^48]: ${n}`);
  }
  // At most 2^24, so that digits and their sums are integers of 32 bits.
  const base = Math.ceil(Math.sqrt(n));
  const scale = base * 2 ** -32;
  const words = new Uint32Array(4);
  block(stream, entity, 0, words);
  const keys = new Int32Array(ROUNDS);
  for (let round = 0; round < ROUNDS; round++) {
    keys[round] = words[round % 4]! + Math.imul(round, 0x9e3779b9);
  }

  const check = (value: number): void => {
    if (!(value >= 0 && value < n && Math.floor(value) === value)) {
      throw new RangeError(`invalid element of a permutation; not an integer in [0, ${n}): ${value}`);
    }
  };

  return {
    at(index) {
      check(index);
      let value = index;
      do {
        let left = (value / base) | 0;
        let right = (value - left * base) | 0;
        for (let round = 0; round < ROUNDS; round++) {
          const sum = left + roundDigit(right, keys[round]!, scale);
          left = right;
          right = sum >= base ? sum - base : sum;
        }
        value = left * base + right;
      } while (value >= n);
      return value;
    },
    indexOf(value) {
      check(value);
      let index = value;
      do {
        let left = (index / base) | 0;
        let right = (index - left * base) | 0;
        for (let round = ROUNDS - 1; round >= 0; round--) {
          const difference = right - roundDigit(left, keys[round]!, scale);
          right = left;
          left = difference < 0 ? difference + base : difference;
        }
        index = left * base + right;
      } while (index >= n);
      return index;
    },
  };
}
