import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../src/random/philox.ts';
import { below, block, firstWord, stream, uniform, uniform53 } from '../../src/random/stream.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

function words(seed: number, name: string, entity: number, draw: number): number[] {
  const out = new Uint32Array(4);
  block(stream(seed, name), entity, draw, out);
  return [...out];
}

describe('stream', () => {
  it('lays seed, name, entity and draw out as documented', () => {
    fc.assert(
      fc.property(whole, fc.string(), whole, word, (seed, name, entity, draw) => {
        const named = stream(seed, name);
        const split = (value: number) => [Number(BigInt(value) & 0xffffffffn), Number(BigInt(value) >> 32n)];
        const [entityLow, entityHigh] = split(entity) as [number, number];
        const [seedLow, seedHigh] = split(seed) as [number, number];
        const out = new Uint32Array(4);
        philox4x32(seedLow, named.key1, entityLow, entityHigh, draw, seedHigh, out);
        expect(words(seed, name, entity, draw)).toEqual([...out]);
      }),
      { seed: 1 },
    );
  });

  it('gives other words to another seed, name, entity or draw, also beyond 32 bits', () => {
    const blocks = [
      words(1, 'a', 7, 3),
      words(2, 'a', 7, 3),
      words(1 + 2 ** 32, 'a', 7, 3),
      words(1, 'b', 7, 3),
      words(1, 'a', 8, 3),
      words(1, 'a', 7 + 2 ** 32, 3),
      words(1, 'a', 7, 4),
    ];
    expect(new Set(blocks.map(String)).size).toBe(blocks.length);
  });

  it('gives the first word of a block alone', () => {
    const words = new Uint32Array(4);
    for (const [entity, draw] of [
      [0, 0],
      [7, 3],
      [2 ** 40 + 5, 2 ** 32 - 1],
    ] as const) {
      const any = stream(2 ** 33 + 1, 'test/first-word');
      block(any, entity, draw, words);
      expect(firstWord(any, entity, draw)).toBe(words[0]);
    }
  });

  it('hashes similar names apart', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `population/field-${i}`);
    const keys = new Set(names.map((name) => stream(0, name).key1));
    // Birthday bound: 20,000^2 / 2^33 = 0.05 collisions expected of an ideal hash.
    expect(keys.size).toBeGreaterThanOrEqual(names.length - 1);
  });

  it('refuses a seed that is not an integer in [0, 2^53)', () => {
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => stream(seed, 'a')).toThrow(/^invalid seed; not an integer in \[0, 2\^53\): /);
    }
  });
});

describe('words as numbers', () => {
  it('uniform stays strictly inside (0, 1)', () => {
    expect(uniform(0)).toBeGreaterThan(0);
    expect(uniform(0xffffffff)).toBeLessThan(1);
    expect(uniform(0x80000000)).toBeCloseTo(0.5, 9);
  });

  it('uniform53 spans [0, 1) in steps of 2^-53', () => {
    expect(uniform53(0, 0)).toBe(0);
    expect(uniform53(0, 64)).toBe(2 ** -53);
    expect(uniform53(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });

  it('below is floor(word n / 2^32), also at the largest word and n', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 2 ** 21 }), (w, n) => {
        expect(below(w, n)).toBe(Number((BigInt(w) * BigInt(n)) >> 32n));
      }),
      { seed: 2 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (n) => {
        expect(below(0xffffffff, n)).toBe(n - 1);
      }),
      { seed: 3 },
    );
  });
});
