/**
 * Names laid out for comparison of one with many, sixteen at a time: a block holds the first letters of sixteen names
 * next to each other, then their second ones, and so on, so that one vector is one step through all of them.
 *
 * Layout of a block: sixteen lengths, a byte each; the length of the longest; from byte 32 on sixteen symbols for each
 * place in a name. A symbol is a letter's place in the alphabet, or 27 for the space, so that a table of 32 entries
 * takes it; 0 is beyond the end. A name that cannot be written so, or is longer than 24 characters, has length `APART` or
 * none at all, and is compared by itself.
 */

import type { KernelMemory } from './kernel-memory.ts';

export const NAMES_A_BLOCK = 16;
export const LONGEST_IN_BLOCK = 24;
export const LETTERS_FROM = 32;
/** Where the length of the longest name stands in a block. */
export const LONGEST_AT = 16;
export const BLOCK_BYTES = LETTERS_FROM + NAMES_A_BLOCK * LONGEST_IN_BLOCK;
/** In place of a length: a name that is compared by itself. */
export const APART = 31;
/** Symbols, and lengths, are below. */
export const SYMBOLS = 32;

const SPACE = 32;
const SPACE_SYMBOL = 27;

/** The symbol of a code unit, or 0 for what is neither a capital letter nor the space. */
export function symbolOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 64;
  return unit === SPACE ? SPACE_SYMBOL : 0;
}

/** Whether a name can stand in a block. */
export function fitsInBlock(name: string): boolean {
  if (name.length > LONGEST_IN_BLOCK) return false;
  for (let i = 0; i < name.length; i++) if (symbolOf(name.charCodeAt(i)) === 0) return false;
  return true;
}

/** The blocks of one list of names after another, those of a length together. */
export class NameBlocks {
  readonly memory: KernelMemory;
  /** Address of the first block. */
  address = 0;
  /** Names in the blocks. */
  size = 0;
  /** The places of names in the list, by their places in the blocks. */
  readonly codes: number[] = [];
  /** Those of names that are in no block. */
  readonly apart: number[] = [];
  names: readonly string[] = [];
  private room = 0;

  constructor(memory: KernelMemory) {
    this.memory = memory;
  }

  /** Lays out some names of a list, or all of them. */
  fill(names: readonly string[], some: Iterable<number> = names.keys()): void {
    this.names = names;
    this.apart.length = 0;
    const byLength: number[][] = Array.from({ length: LONGEST_IN_BLOCK + 1 }, () => []);
    for (const code of some) {
      const name = names[code]!;
      (fitsInBlock(name) ? byLength[name.length]! : this.apart).push(code);
    }
    this.codes.length = 0;
    for (const codes of byLength) for (const code of codes) this.codes.push(code);
    this.size = this.codes.length;
    this.makeRoom(Math.ceil(this.size / NAMES_A_BLOCK));
    const { bytes } = this.memory;
    for (let place = 0; place < this.size; place++) {
      const lane = place % NAMES_A_BLOCK;
      const block = this.address + ((place - lane) / NAMES_A_BLOCK) * BLOCK_BYTES;
      if (lane === 0) bytes.fill(0, block, block + BLOCK_BYTES);
      const name = names[this.codes[place]!]!;
      bytes[block + lane] = name.length;
      bytes[block + LONGEST_AT] = name.length;
      const letters = block + LETTERS_FROM + lane;
      for (let i = 0; i < name.length; i++) bytes[letters + NAMES_A_BLOCK * i] = symbolOf(name.charCodeAt(i));
    }
  }

  private makeRoom(blocks: number): void {
    if (blocks <= this.room) return;
    this.room = Math.max(blocks, 2 * this.room);
    this.address = this.memory.allocate(this.room * BLOCK_BYTES);
  }
}
