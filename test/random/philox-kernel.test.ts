import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../src/random/philox.ts';
import { madeWords, makeBlock } from '../../src/random/philox-kernel.ts';

type Counter = readonly [number, number, number, number];

describe('the kernel', () => {
  it('gives the published words for the digits of pi', () => {
    // `kat_vectors` of Random123 1.14 (D. E. Shaw Research), line "philox4x32 10".
    makeBlock(0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
    expect([...madeWords]).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
  });

  it('equals its readable twin along 20,000 chained blocks, and at the ends of every word', () => {
    const expectTwins = (key0: number, key1: number, [c0, c1, c2, c3]: Counter) => {
      const expected = new Uint32Array(4);
      philox4x32(key0, key1, c0, c1, c2, c3, expected);
      makeBlock(key0, key1, c0, c1, c2, c3);
      if (expected.some((word, i) => word !== madeWords[i])) expect([...madeWords]).toEqual([...expected]);
    };
    const ends = [0, 1, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
    for (const a of ends) for (const b of ends) for (const c of ends) expectTwins(a, b, [c, a, b, c]);
    let counter: Counter = [1, 2, 3, 4];
    for (let i = 0; i < 20_000; i++) {
      expectTwins(i, counter[2], counter);
      counter = [madeWords[0]!, madeWords[1]!, madeWords[2]!, madeWords[3]!];
    }
  });
});
