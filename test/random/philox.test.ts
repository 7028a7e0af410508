import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../src/random/philox.ts';

const ONES = 0xffffffff;

// `kat_vectors` of Random123 1.14 (D. E. Shaw Research), lines "philox4x32 10": counter, key, output.
const PUBLISHED = [
  {
    name: 'zero counter and key',
    counter: [0, 0, 0, 0],
    key: [0, 0],
    words: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  },
  {
    name: 'all ones',
    counter: [ONES, ONES, ONES, ONES],
    key: [ONES, ONES],
    words: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    name: 'digits of pi',
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    words: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
] as const;

/** Philox4x32-10 as the paper writes it, in exact integers. */
function plainPhilox(key: readonly bigint[], counter: readonly bigint[]): bigint[] {
  const mask = 0xffffffffn;
  let [k0, k1] = key as [bigint, bigint];
  let [x0, x1, x2, x3] = counter as [bigint, bigint, bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const product0 = x0 * 0xd2511f53n;
    const product1 = x2 * 0xcd9e8d57n;
    [x0, x1, x2, x3] = [
      (product1 >> 32n) ^ x1 ^ k0,
      product1 & mask,
      (product0 >> 32n) ^ x3 ^ k1,
      product0 & mask,
    ];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [x0, x1, x2, x3];
}

describe('philox4x32', () => {
  for (const { name, counter, key, words } of PUBLISHED) {
    it(`gives the published words: ${name}`, () => {
      const out = new Uint32Array(4);
      philox4x32(key[0], key[1], counter[0], counter[1], counter[2], counter[3], out);
      expect([...out]).toEqual([...words]);
    });
  }

  it('equals the exact-integer form along 2,000 chained blocks', () => {
    const out = new Uint32Array(4);
    let input = [1, 2, 3, 4, 5, 6];
    for (let i = 0; i < 2000; i++) {
      const [k0, k1, c0, c1, c2, c3] = input as [number, number, number, number, number, number];
      philox4x32(k0, k1, c0, c1, c2, c3, out);
      const expected = plainPhilox([k0, k1].map(BigInt), [c0, c1, c2, c3].map(BigInt)).map(Number);
      expect([...out]).toEqual(expected);
      input = [out[3]!, out[1]!, out[0]!, out[2]!, k0, i];
    }
  });
});
