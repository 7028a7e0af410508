/**
 * Names laid out in the memory of the kernels, by number, in two tables. The glances have two words a name: the name as it
 * is seen at a glance, and the letters that it has twice or more; those of the whole national list are small enough
 * to stay in the cache. The texts have rows of 32 bytes: the name itself, in the symbols of text/name-blocks.ts, and zeros.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { fitsInBlock, LONGEST_IN_BLOCK, symbolOf } from '../text/name-blocks.ts';
import { LETTERS, seen, seenApart } from './letters-at-a-glance.ts';

export const GLANCE_BYTES = 8;
export const TEXT_BYTES = 32;

/** Names in comparable form, by number. */
export class NameRows {
  readonly values: string[] = [];
  /** Addresses of the tables; others when names are added beyond the room that there was. */
  glances: number;
  texts: number;
  private readonly memory: KernelMemory;
  private room: number;

  constructor(memory: KernelMemory, values: readonly string[] = []) {
    this.memory = memory;
    this.room = Math.max(values.length, 128);
    this.glances = memory.allocate(GLANCE_BYTES * this.room);
    this.texts = memory.allocate(TEXT_BYTES * this.room);
    for (const value of values) this.add(value);
  }

  /** Adds a name; its number. */
  add(value: string): number {
    const number = this.values.push(value) - 1;
    if (number === this.room) this.makeRoom();
    const { bytes, words } = this.memory;
    const fits = fitsInBlock(value);
    const glance = (this.glances + GLANCE_BYTES * number) >>> 2;
    words[glance] = fits ? seen(value) : seenApart(value);
    words[glance + 1] = repeatedLetterMask(value) & LETTERS;
    const text = this.texts + TEXT_BYTES * number;
    const length = fits ? value.length : 0;
    for (let i = 0; i < LONGEST_IN_BLOCK; i++) {
      bytes[text + i] = i < length ? symbolOf(value.charCodeAt(i)) : 0;
    }
    return number;
  }

  clear(): void {
    this.values.length = 0;
  }

  private makeRoom(): void {
    const { memory, glances, texts, room } = this;
    this.room *= 2;
    this.glances = memory.allocate(GLANCE_BYTES * this.room);
    this.texts = memory.allocate(TEXT_BYTES * this.room);
    memory.bytes.copyWithin(this.glances, glances, glances + GLANCE_BYTES * room);
    memory.bytes.copyWithin(this.texts, texts, texts + TEXT_BYTES * room);
  }
}
