/**
 * Philox4x32-10: a keyed bijection of 128-bit counters whose outputs are random words. A block depends on
 * its key and counter and on nothing else, so any block can be had alone, in any order, on any machine.
 *
 * Reference: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11; the
 * constants are those of the authors' Random123 library.
 * Convention: word i of the counter and of the output is Random123's `v[i]`.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** Upper 32 bits of the 64-bit product of two words, from 16-bit halves so that nothing is rounded. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lower = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
  const upper = (Math.imul(aLow, bHigh) + (lower & 0xffff)) >>> 0;
  return (Math.imul(aHigh, bHigh) + (lower >>> 16) + (upper >>> 16)) | 0;
}

/**
 * Writes the four words of the block at counter (c0, c1, c2, c3) under the key (key0, key1) to `out[0..3]`.
 * Inputs are taken modulo 2^32; the words written are in [0, 2^32).
 */
export function philox4x32(
  key0: number,
  key1: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  out: Uint32Array,
): void {
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highProduct(x0, MULTIPLIER_0);
    const high1 = highProduct(x2, MULTIPLIER_1);
    const low0 = Math.imul(x0, MULTIPLIER_0);
    const low1 = Math.imul(x2, MULTIPLIER_1);
    x0 = high1 ^ x1 ^ k0;
    x1 = low1;
    x2 = high0 ^ x3 ^ k1;
    x3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}
