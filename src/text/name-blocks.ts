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

/** Names spelt in one column, a byte a code unit (`spell`): name n is `bytes[starts[n]..starts[n + 1])`. */
interface SpeltNames {
  readonly values: readonly string[];
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Writes the code units of a name from a place on, 255 for one that is no byte. */
export function spell(name: string, bytes: Uint8Array, start: number): void {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    bytes[start + i] = unit < 255 ? unit : 255;
  }
}

/** The symbols of code units, as bytes. */
const symbolOfByte = Uint8Array.from({ length: 256 }, (_, unit) => symbolOf(unit));

/** The blocks of one list of names after another, those of a length together. */
export class NameBlocks {
  readonly memory: KernelMemory;
  /** Address of the first block. */
  address = 0;
  /** Names in the blocks. */
  size = 0;
  /** The places of names in the list, by their places in the blocks. */
  codes = new Int32Array(0);
  /** Those of names that are in no block. */
  apart = new Int32Array(0);
  names: readonly string[] = [];
  private room = 0;

  constructor(memory: KernelMemory) {
    this.memory = memory;
  }

  /** Lays out some names of a list, or all of them. */
  fill(names: readonly string[], some?: readonly number[]): void {
    this.names = names;
    this.layOut(spelt(some === undefined ? names : some.map((code) => names[code]!)), some);
  }

  /** Lays out all names of a list that are spelt in a column already. */
  fillSpelt(names: SpeltNames): void {
    this.names = names.values;
    this.layOut(names);
  }

  /** @param codes the places in the list of the names spelt, unless those are all of it */
  private layOut({ values, bytes: units, starts }: SpeltNames, codes?: readonly number[]): void {
    const lengths = lengthsInBlock(units, starts);
    const next = firstPlaces(lengths);
    this.size = next[APART]!;
    const places = new Int32Array(values.length);
    const blocks = Math.ceil(this.size / NAMES_A_BLOCK);
    this.makeRoom(blocks);
    const { bytes } = this.memory;
    bytes.fill(0, this.address, this.address + blocks * BLOCK_BYTES);
    for (let nth = 0; nth < values.length; nth++) {
      const length = lengths[nth]!;
      const place = next[length]!++;
      places[place] = codes === undefined ? nth : codes[nth]!;
      if (length === APART) continue;
      const lane = place % NAMES_A_BLOCK;
      const block = this.address + ((place - lane) / NAMES_A_BLOCK) * BLOCK_BYTES;
      bytes[block + lane] = length;
      if (bytes[block + LONGEST_AT]! < length) bytes[block + LONGEST_AT] = length;
      let letter = block + LETTERS_FROM + lane;
      const end = starts[nth + 1]!;
      for (let at = starts[nth]!; at < end; at++, letter += NAMES_A_BLOCK) {
        bytes[letter] = symbolOfByte[units[at]!]!;
      }
    }
    this.codes = places.subarray(0, this.size);
    this.apart = places.subarray(this.size);
  }

  private makeRoom(blocks: number): void {
    if (blocks <= this.room) return;
    this.room = Math.max(blocks, 2 * this.room);
    this.address = this.memory.allocate(this.room * BLOCK_BYTES);
  }
}

/** The lengths of names spelt in a column, or `APART`. */
function lengthsInBlock(units: Uint8Array, starts: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(starts.length - 1);
  let at = 0;
  for (let nth = 0; nth < lengths.length; nth++) {
    const end = starts[nth + 1]!;
    let length = end - at > LONGEST_IN_BLOCK ? APART : end - at;
    for (; at < end; at++) if (symbolOfByte[units[at]!] === 0) length = APART;
    lengths[nth] = length;
  }
  return lengths;
}

/** By length: how many names are shorter. */
function firstPlaces(lengths: Uint8Array): Int32Array {
  const first = new Int32Array(SYMBOLS + 1);
  for (let nth = 0; nth < lengths.length; nth++) first[lengths[nth]! + 1]! += 1;
  for (let length = 0; length < SYMBOLS; length++) first[length + 1]! += first[length]!;
  return first;
}

function spelt(values: readonly string[]): SpeltNames {
  const starts = new Uint32Array(values.length + 1);
  for (let nth = 0; nth < values.length; nth++) starts[nth + 1] = starts[nth]! + values[nth]!.length;
  const bytes = new Uint8Array(starts[values.length]!);
  for (let nth = 0; nth < values.length; nth++) spell(values[nth]!, bytes, starts[nth]!);
  return { values, bytes, starts };
}
