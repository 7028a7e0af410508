/**
 * Keeps the memory of a process near what it needs. The collector of V8 lets the heap grow to a multiple of what is
 * alive before it looks again, so that reading the tables, mostly garbage, sets the size of the process for hours.
 * With a growing percentage it looks again when the heap has grown by that much: a little slower, and a process of
 * half the size. Call it first. Reference: V8, flag-definitions.h, `heap_growing_percent`.
 */

import { setFlagsFromString } from 'node:v8';

const GROWING_PERCENT = 20;

/** Lets the heap of this process grow only a little between collections. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}
