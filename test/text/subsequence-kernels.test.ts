/** What a string shares with sixteen names at a time is what it shares with each by itself. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonSubsequence } from '../../src/text/indel.ts';
import { KernelMemory } from '../../src/text/kernel-memory.ts';
import { BLOCK_BYTES, LONGEST_IN_BLOCK, NAMES_A_BLOCK, NameBlocks } from '../../src/text/name-blocks.ts';
import {
  LONGEST_SHARED,
  prepareShared,
  SHARED_PARTS,
  SHARED_TABLE_BYTES,
  sharedKernels,
} from '../../src/text/subsequence-kernels.ts';

const memory = new KernelMemory();
const tables = memory.allocate(SHARED_TABLE_BYTES);
const blocks = new NameBlocks(memory);
const numbersAt = memory.allocate(200);
const costsAt = memory.allocate(200);
const kernels = sharedKernels(memory);

function sharedWith(asked: string, names: readonly string[], cost: number): readonly number[] {
  blocks.fill(names);
  new Int16Array(memory.memory.buffer, costsAt, names.length).fill(cost);
  prepareShared(memory, tables, asked);
  const end = blocks.address + Math.ceil(blocks.size / NAMES_A_BLOCK) * BLOCK_BYTES;
  kernels[(asked.length - 1) >>> 3]!(tables, blocks.address, end, costsAt, numbersAt);
  const numbers = new Int16Array(memory.memory.buffer, numbersAt, names.length);
  const byName: number[] = [];
  blocks.codes.forEach((code, place) => {
    byName[code] = numbers[place]!;
  });
  return byName;
}

it('equals the plain common subsequence, less the cost, for strings of every length', () => {
  const text = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...'AABCYZ '), minLength: 1, maxLength });
  fc.assert(
    fc.property(
      text(LONGEST_SHARED),
      fc.array(text(LONGEST_IN_BLOCK), { minLength: 1, maxLength: 40 }),
      fc.nat(500),
      (asked, names, cost) => {
        expect(sharedWith(asked, names, cost)).toEqual(
          names.map((name) => SHARED_PARTS * commonSubsequence(asked, name) - cost),
        );
      },
    ),
    { seed: 1, numRuns: 1500 },
  );
});

it('hands over what is carried from one eight of characters to the next', () => {
  for (let length = 1; length <= LONGEST_SHARED; length++) {
    const asked = 'A'.repeat(length);
    const names = Array.from({ length: LONGEST_IN_BLOCK }, (_, i) => 'A'.repeat(i + 1));
    expect(sharedWith(asked, names, 0)).toEqual(
      names.map((name) => SHARED_PARTS * Math.min(length, name.length)),
    );
  }
});
