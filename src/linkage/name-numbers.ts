/**
 * What the names of a ZIP area have in common with a request, as one number a name, for the search `token-set`: the
 * letters of the longest common subsequence less a cost for the name's length. Names that fit stand in blocks, sixteen of
 * which a kernel goes through at once (text/subsequence-kernels.ts); the others, and a request that is too long for a
 * kernel, are compared one by one.
 */

import { commonSubsequenceQuery } from '../text/indel.ts';
import { KernelMemory } from '../text/kernel-memory.ts';
import { BLOCK_BYTES, NAMES_A_BLOCK, NameBlocks } from '../text/name-blocks.ts';
import {
  LONGEST_SHARED,
  prepareShared,
  SHARED_PARTS,
  SHARED_TABLE_BYTES,
  sharedKernels,
} from '../text/subsequence-kernels.ts';
import type { SortedNames } from './name-words.ts';

const NUMBER_BYTES = 2;
/** Of places where no name stands: below the number of any name. */
const HIGHEST_COST = 32767;

/** The names of one kind in an order of their own, that of their places. */
export interface NumberedNames {
  /** The code of the name in a place, or -1 where there is none. */
  readonly codes: Int32Array;
  readonly placeOf: Int32Array;
  /** The numbers by place; spoilt when it is asked again. */
  ask(own: string): Int16Array;
  /** The letters that a name shares, by its number. */
  sharedBy(code: number, number: number): number;
}

/**
 * Turns to the names of one kind of one ZIP area after another. A number is in parts of a letter (`SHARED_PARTS`), and
 * not below what its name shares with the request less `perLetter` for each of its characters.
 */
export function nameNumbers(perLetter: number): (names: SortedNames) => NumberedNames {
  const memory = new KernelMemory();
  const kernels = sharedKernels(memory);
  const tables = memory.allocate(SHARED_TABLE_BYTES);
  const blocks = new NameBlocks(memory);
  let [costs, numbers, room] = [0, 0, 0];
  const column = (address: number, size: number) => new Int16Array(memory.memory.buffer, address, size);

  return ({ written, bytes, starts, ends, length }) => {
    blocks.fill(written);
    const inBlocks = Math.ceil(blocks.size / NAMES_A_BLOCK) * NAMES_A_BLOCK;
    const codes = new Int32Array(inBlocks + blocks.apart.length).fill(-1);
    codes.set(blocks.codes);
    codes.set(blocks.apart, inBlocks);
    if (codes.length > room) {
      room = 2 * codes.length;
      costs = memory.allocate(NUMBER_BYTES * room);
      numbers = memory.allocate(NUMBER_BYTES * room);
    }
    const costOf = (code: number) =>
      code < 0 ? HIGHEST_COST : Math.floor(SHARED_PARTS * perLetter * length(code));
    const costColumn = column(costs, codes.length);
    const placeOf = new Int32Array(written.length);
    codes.forEach((code, place) => {
      costColumn[place] = costOf(code);
      if (code >= 0) placeOf[code] = place;
    });

    return {
      codes,
      placeOf,
      sharedBy: (code, number) => (number + costOf(code)) / SHARED_PARTS,
      ask(own) {
        const all = column(numbers, codes.length);
        let place = 0;
        if (own.length > 0 && own.length <= LONGEST_SHARED) {
          prepareShared(memory, tables, own);
          const end = blocks.address + (inBlocks / NAMES_A_BLOCK) * BLOCK_BYTES;
          kernels[(own.length - 1) >>> 3]!(tables, blocks.address, end, costs, numbers);
          place = inBlocks;
        }
        if (place === codes.length) return all;
        const shared = commonSubsequenceQuery(own);
        for (; place < codes.length; place++) {
          const code = codes[place]!;
          all[place] =
            code < 0
              ? -HIGHEST_COST
              : SHARED_PARTS * shared(bytes, starts[code]!, ends[code]!) - costOf(code);
        }
        return all;
      },
    };
  };
}
