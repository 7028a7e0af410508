/**
 * Memory that kernels in WebAssembly read and write: a growing row of bytes, given out piece by piece and never taken
 * back, so whoever needs more room than before asks for twice as much.
 */

import { type Memory, newMemory, PAGE_BYTES } from '../webassembly/module.ts';

/** Vectors are read fastest where none lies across two lines of the cache. */
const ALIGNED = 64;

export class KernelMemory {
  readonly memory: Memory = newMemory(1);
  /** All of it; other arrays after each `allocate`. */
  bytes: Uint8Array = new Uint8Array(this.memory.buffer);
  words: Int32Array = new Int32Array(this.memory.buffer);
  private end = ALIGNED;

  /** The address of so many bytes, all 0, above address 0. */
  allocate(size: number): number {
    const address = this.end;
    this.end += Math.ceil(size / ALIGNED) * ALIGNED;
    const missing = this.end - this.bytes.length;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.bytes = new Uint8Array(this.memory.buffer);
      this.words = new Int32Array(this.memory.buffer);
    }
    return address;
  }
}
