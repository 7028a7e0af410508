/** One name with many in blocks: what is found is what the plain similarities find one by one, to the last bit. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../src/matching/dictionary.ts';
import { KernelMemory } from '../../src/text/kernel-memory.ts';
import { BLOCK_BYTES, fitsInBlock, NAMES_A_BLOCK, NameBlocks } from '../../src/text/name-blocks.ts';
import { jaroWinklerKernel, levenshteinKernel, OneToMany } from '../../src/text/one-to-many.ts';
import { namePairs } from './name-pairs.ts';

const latin1 = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 14 })
  .map((units) => String.fromCharCode(...units));
/** Few letters, so that many are alike; around the widths of the lanes, beyond what fits in a block, empty, any text. */
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'AB '), maxLength: 10 }),
  fc.string({ unit: fc.constantFrom(...'ABCZ'), minLength: 6, maxLength: 18 }),
  fc.string({ unit: fc.constantFrom(...'ABC'), minLength: 22, maxLength: 35 }),
  fc.string({ unit: fc.constantFrom(...'ABCDEFGZ 019'), maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  latin1,
);
const floors = [Number.MIN_VALUE, 0.3, 0.7 - 1e-9, 0.85, 1];

describe.each([levenshteinKernel, jaroWinklerKernel])('$kernel', (similarity) => {
  /** What is found, and what should be, as `place: score`. */
  function expectAllFound(search: OneToMany, blocks: NameBlocks, asked: string, floor: number) {
    const { count, places, scores } = search.similar(asked, blocks);
    const found = Array.from({ length: count }, (_, i) => [places[i]!, scores[i]!] as const);
    const expected = blocks.names
      .map((other, place) => [place, similarity.compare(asked, other)] as const)
      .filter(([, score]) => score >= floor);
    expect(
      found.sort(([a], [b]) => a - b),
      `${asked}, ${floor}`,
    ).toEqual(expected);
  }

  it('equals the plain form on 20,000 name-like pairs, many at a time', () => {
    const pairs = namePairs(1200);
    const memory = new KernelMemory();
    const blocks = new NameBlocks(memory);
    blocks.fill(pairs.map(([, other]) => other.toUpperCase()));
    for (const floor of [Number.MIN_VALUE, 0.7]) {
      const search = new OneToMany(memory, similarity, floor);
      for (const [asked] of pairs.slice(0, 60)) expectAllFound(search, blocks, asked.toUpperCase(), floor);
    }
  });

  it('equals it on any names, whatever their lengths and letters', () => {
    const memory = new KernelMemory();
    const blocks = new NameBlocks(memory);
    const searches = floors.map((floor) => ({ floor, search: new OneToMany(memory, similarity, floor) }));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), name, (names, asked) => {
        blocks.fill(names);
        for (const { floor, search } of searches) {
          expectAllFound(search, blocks, asked, floor);
          if (names.length > 0) expectAllFound(search, blocks, names[0]!, floor);
        }
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  it('finds nothing like an empty name, and nothing among no names', () => {
    const memory = new KernelMemory();
    const blocks = new NameBlocks(memory);
    const search = new OneToMany(memory, similarity, Number.MIN_VALUE);
    expect(search.similar('GARCIA', blocks).count).toBe(0);
    blocks.fill(['', 'GARCIA', '1']);
    expect(search.similar('', blocks).count).toBe(0);
  });
});

describe('blocks of names', () => {
  it('hold some names of a list under their places in it', () => {
    const memory = new KernelMemory();
    const blocks = new NameBlocks(memory);
    const search = new OneToMany(memory, levenshteinKernel, 0.7);
    blocks.fill(['GARCIA', 'LOPEZ', 'GARZIA', 'GARCIA 2', 'GARCIA 3'], [2, 1, 4]);
    const { count, places } = search.similar('GARCIA', blocks);
    expect([...places.subarray(0, count)].sort()).toEqual([2, 4]);
  });

  it('are the same whether names come as strings or spelt in a column', () => {
    const blocksOf = (fill: (blocks: NameBlocks) => void) => {
      const memory = new KernelMemory();
      const blocks = new NameBlocks(memory);
      fill(blocks);
      const end = blocks.address + Math.ceil(blocks.size / NAMES_A_BLOCK) * BLOCK_BYTES;
      return {
        codes: [...blocks.codes],
        apart: [...blocks.apart],
        bytes: [...memory.bytes.subarray(blocks.address, end)],
      };
    };
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 50 }), (names) => {
        const whole = dictionary(names);
        const spelt = blocksOf((blocks) => blocks.fillSpelt(whole));
        expect(spelt).toEqual(blocksOf((blocks) => blocks.fill(names)));
        expect(spelt.codes.map((code) => names[code]!.length)).toEqual(
          names
            .filter(fitsInBlock)
            .map(({ length }) => length)
            .sort((a, b) => a - b),
        );
        expect(spelt.apart).toEqual([...names.keys()].filter((code) => !fitsInBlock(names[code]!)));
      }),
    );
  });

  it('keep a letter beyond a byte apart, which would be an A if it were cut to one', () => {
    const blocks = new NameBlocks(new KernelMemory());
    blocks.fillSpelt(dictionary(['ANA', '\u0141NA']));
    expect([...blocks.codes]).toEqual([0]);
    expect([...blocks.apart]).toEqual([1]);
  });

  it('may become more than there was room for', () => {
    const memory = new KernelMemory();
    const blocks = new NameBlocks(memory);
    const search = new OneToMany(memory, jaroWinklerKernel, 0.9);
    for (const size of [1, 17, 1000, 40_000, 3]) {
      blocks.fill(Array.from({ length: size }, (_, i) => (i % 3 === 0 ? 'MARTHA' : 'NGUYEN')));
      expect(search.similar('MARHTA', blocks).count).toBe(Math.ceil(size / 3));
    }
  });
});
