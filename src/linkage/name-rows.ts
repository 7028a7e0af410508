/**
 * Names laid out in rows of 32 bytes, in the memory of the kernels: all that is looked at of a name stands together, so that
 * it costs one access to memory and not five. A row has two words, the name as it is seen at a glance and the letters that
 * it has twice or more, and then the name itself, in the symbols of text/name-blocks.ts and zeros.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { fitsInBlock, LONGEST_IN_BLOCK, symbolOf } from '../text/name-blocks.ts';
import { LETTERS, seen, seenApart } from './letters-at-a-glance.ts';

export const ROW_BYTES = 32;
/** Where the name begins in a row. */
export const ROW_TEXT = 8;

/** Names in comparable form, by number. */
export class NameRows {
  readonly values: string[] = [];
  /** Of the first row; another one when rows are added beyond the room that there was. */
  address: number;
  private readonly memory: KernelMemory;
  private room: number;

  constructor(memory: KernelMemory, values: readonly string[] = []) {
    this.memory = memory;
    this.room = Math.max(values.length, 128);
    this.address = memory.allocate(ROW_BYTES * this.room);
    for (const value of values) this.add(value);
  }

  /** Adds a name; its number. */
  add(value: string): number {
    const number = this.values.push(value) - 1;
    if (number === this.room) this.makeRoom();
    const { bytes, words } = this.memory;
    const row = this.address + ROW_BYTES * number;
    const fits = fitsInBlock(value);
    words[row >>> 2] = fits ? seen(value) : seenApart(value);
    words[(row >>> 2) + 1] = repeatedLetterMask(value) & LETTERS;
    const length = fits ? value.length : 0;
    for (let i = 0; i < length; i++) bytes[row + ROW_TEXT + i] = symbolOf(value.charCodeAt(i));
    bytes.fill(0, row + ROW_TEXT + length, row + ROW_TEXT + LONGEST_IN_BLOCK);
    return number;
  }

  clear(): void {
    this.values.length = 0;
  }

  private makeRoom(): void {
    const from = this.address;
    const filled = ROW_BYTES * this.room;
    this.room *= 2;
    this.address = this.memory.allocate(2 * filled);
    this.memory.bytes.copyWithin(this.address, from, from + filled);
  }
}
