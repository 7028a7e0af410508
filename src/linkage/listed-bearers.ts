/**
 * People listed by a kernel that goes through the bearers of some given names (bearer-kernels.ts): room for what is asked and
 * for what is found, in the memory of the kernels, for one ZIP area after the other.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { type BearerKernel, GLANCE_TABLE_BYTES, LISTED_BYTES, WORD } from './bearer-kernels.ts';

/** What of the asked name a kernel holds against columns, and their addresses. */
interface Asked {
  readonly first: number;
  readonly second: number;
  readonly table?: Uint8Array;
}

interface Columns {
  readonly starts: number;
  readonly firsts: number;
  readonly seconds: number;
}

export class ListedBearers {
  readonly memory: KernelMemory;
  /** Address of the list, and how many are on it. */
  address = 0;
  count = 0;
  private readonly table: number;
  private givenNames = 0;
  private roomForGivenNames = 0;
  private roomForPeople = 0;

  constructor(memory: KernelMemory) {
    this.memory = memory;
    this.table = memory.allocate(GLANCE_TABLE_BYTES);
  }

  /** Makes room for so many given names, and for so many people in all. */
  makeRoom(givenNames: number, people: number): void {
    if (this.roomForGivenNames < givenNames) {
      this.roomForGivenNames = Math.max(givenNames, 2 * this.roomForGivenNames);
      this.givenNames = this.memory.allocate(WORD * this.roomForGivenNames);
    }
    if (this.roomForPeople < people) {
      this.roomForPeople = Math.max(people, 2 * this.roomForPeople);
      this.address = this.memory.allocate(LISTED_BYTES * this.roomForPeople);
    }
  }

  /** Lists who passes among the bearers of given names (their codes). */
  list(kernel: BearerKernel, asked: Asked, givenNames: ArrayLike<number>, columns: Columns): void {
    const { memory, table } = this;
    memory.words.set(givenNames, this.givenNames / WORD);
    if (asked.table !== undefined) memory.bytes.set(asked.table, table);
    const end = kernel(
      asked.first,
      asked.second,
      table,
      this.givenNames,
      this.givenNames + WORD * givenNames.length,
      columns.starts,
      columns.firsts,
      columns.seconds,
      this.address,
    );
    this.count = (end - this.address) / LISTED_BYTES;
  }

  /** Of somebody listed: the place in the columns. */
  placeOf(nth: number): number {
    return this.memory.words[(this.address + LISTED_BYTES * nth) / WORD]!;
  }

  /** The place of the given name among those asked for. */
  givenNameOf(nth: number): number {
    return this.memory.words[(this.address + LISTED_BYTES * nth) / WORD + 1]!;
  }
}
