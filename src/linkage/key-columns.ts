/**
 * Numbers of the keys of names (known-keys.ts) as two columns in the memory of the kernels, and who in them has a key in
 * common with an asked name.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { AT_A_TIME, type BearerKernel, bearerKernels, WORD } from './bearer-kernels.ts';
import { askedKeys } from './known-keys.ts';
import { ListedBearers } from './listed-bearers.ts';

export class KeyColumns {
  readonly memory: KernelMemory;
  /** Who was listed last. */
  readonly listed: ListedBearers;
  private readonly sharingKey: BearerKernel;
  private firsts = 0;
  private seconds = 0;
  private room = 0;

  constructor(memory: KernelMemory) {
    this.memory = memory;
    this.listed = new ListedBearers(memory);
    this.sharingKey = bearerKernels(memory).sharingKey;
  }

  makeRoom(givenNames: number, places: number): void {
    this.listed.makeRoom(givenNames, places);
    if (places <= this.room) return;
    this.room = Math.max(places, 2 * this.room);
    this.firsts = this.memory.allocate(WORD * (this.room + AT_A_TIME));
    this.seconds = this.memory.allocate(WORD * (this.room + AT_A_TIME));
  }

  /** Writes the numbers of the keys of the name at a place. */
  write(place: number, first: number, second: number): void {
    const { words } = this.memory;
    words[this.firsts / WORD + place] = first;
    words[this.seconds / WORD + place] = second;
  }

  /**
   * Lists the places with one of some keys, or with none where there are none.
   * @param starts address of where the places of each given name start
   */
  list(keys: readonly string[], givenNames: Int32Array, starts: number): void {
    const { firsts, seconds } = this;
    this.listed.list(this.sharingKey, askedKeys(keys), givenNames, { starts, firsts, seconds });
  }
}
