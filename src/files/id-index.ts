/**
 * Different texts numbered as they come, and found again: record ids and keys of places by the million, at a few
 * bytes more than their letters.
 *
 * Method: UTF-8 in one byte column and an open hash table of rows with linear probing, at most half full.
 * Reference of the hash: FNV-1a (Fowler, Noll and Vo), with the last mixing step of MurmurHash3 (Appleby).
 */

import { growingBytes, growingIntegers } from './growing-columns.ts';

export interface IdIndex {
  readonly size: number;
  /** Adds a text and returns its number, or -1 where it is there already. */
  add(text: string): number;
  /** The number of a text, or -1. */
  find(text: string): number;
  text(row: number): string;
  /** Order of two numbered texts by their UTF-8 bytes, which is that of their code points: below, at or above 0. */
  compare(a: number, b: number): number;
}

export function idIndex(): IdIndex {
  const bytes = growingBytes();
  const ends = growingIntegers();
  const hashes = growingIntegers();
  let slots = new Int32Array(2048);

  const startOf = (row: number) => (row === 0 ? 0 : ends.values()[row - 1]! >>> 0);
  const endOf = (row: number) => ends.values()[row]! >>> 0;

  const sameAsStaged = (row: number, all: Uint8Array, from: number, to: number) => {
    const start = startOf(row);
    if (endOf(row) - start !== to - from) return false;
    for (let i = 0; i < to - from; i++) if (all[start + i] !== all[from + i]) return false;
    return true;
  };

  /** The slot that holds the staged text, or the empty one where it belongs. */
  const slotOf = (hash: number, to: number) => {
    const all = bytes.all();
    const known = hashes.values();
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (known[held - 1] === hash && sameAsStaged(held - 1, all, bytes.length, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };

  const grow = () => {
    slots = new Int32Array(2 * slots.length);
    const mask = slots.length - 1;
    hashes.values().forEach((hash, row) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    });
  };

  return {
    get size() {
      return ends.size;
    },
    add(text) {
      if (2 * (ends.size + 1) > slots.length) grow();
      const to = bytes.stage(text);
      const hash = hashOf(bytes.all(), bytes.length, to);
      const slot = slotOf(hash, to);
      if (slots[slot] !== 0) return -1;
      bytes.commit();
      ends.push(to);
      hashes.push(hash);
      slots[slot] = ends.size;
      return ends.size - 1;
    },
    find(text) {
      const to = bytes.stage(text);
      return slots[slotOf(hashOf(bytes.all(), bytes.length, to), to)]! - 1;
    },
    text: (row) => bytes.text(startOf(row), endOf(row)),
    compare(a, b) {
      const all = bytes.all();
      const [startA, startB] = [startOf(a), startOf(b)];
      const [lengthA, lengthB] = [endOf(a) - startA, endOf(b) - startB];
      for (let i = 0; i < lengthA && i < lengthB; i++) {
        const difference = all[startA + i]! - all[startB + i]!;
        if (difference !== 0) return difference;
      }
      return lengthA - lengthB;
    },
  };
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
