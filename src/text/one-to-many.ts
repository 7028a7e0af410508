/**
 * One name held against many that are laid out in blocks (name-blocks.ts): all at or above a floor, with the scores of the
 * plain similarity to the last bit. Nothing is left out: a name that fits in no block, or an asked name of more than
 * 32 characters, is compared the plain way.
 *
 * The kernels (one-to-many-kernels.ts) pass over names by whole numbers that follow from the floor and the two lengths,
 * the most edits or the fewest matches that allow it; what they do not pass over is scored here, and asked again.
 */

import { boosted, jaroOf, jaroWinklerSimilarity, windowOf } from './jaro-winkler.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { jaroWinklerBound } from './letter-bag.ts';
import { levenshteinSimilarity } from './levenshtein.ts';
import {
  BLOCK_BYTES,
  LONGEST_IN_BLOCK,
  NAMES_A_BLOCK,
  type NameBlocks,
  SYMBOLS,
  symbolOf,
} from './name-blocks.ts';
import { COUNTS_AT, FOUND_BYTES, type KernelName, oneToManyKernels, tables } from './one-to-many-kernels.ts';

const LONGEST_ASKED = 32;
const NONE = 255;

/** A similarity that there is a kernel for. */
export interface KernelSimilarity {
  readonly kernel: KernelName;
  readonly compare: (a: string, b: string) => number;
  /** The limit of the kernel that allows the floor, for two names of these lengths; `NONE` where nothing does. */
  limit(length: number, size: number, floor: number): number;
  /** The score from what the kernel has counted, in `bytes` from `at` on. */
  score(length: number, bytes: Uint8Array, at: number): number;
}

export const levenshteinKernel: KernelSimilarity = {
  kernel: 'levenshtein',
  compare: levenshteinSimilarity,
  limit(length, size, floor) {
    const longer = Math.max(length, size);
    let edits = longer;
    while (edits >= 0 && 1 - edits / longer < floor) edits--;
    return edits < Math.abs(length - size) ? NONE : edits;
  },
  score(length, bytes, at) {
    const size = bytes[at + 1]!;
    return 1 - bytes[at]! / (length > size ? length : size);
  },
};

export const jaroWinklerKernel: KernelSimilarity = {
  kernel: 'jaroWinkler',
  compare: jaroWinklerSimilarity,
  limit(length, size, floor) {
    const most = Math.min(length, size);
    let matches = 1;
    while (matches <= most && jaroWinklerBound(length, size, matches) < floor) matches++;
    return matches > most ? NONE : matches;
  },
  score(length, bytes, at) {
    const jaro = jaroOf(length, bytes[at + 3]!, bytes[at]!, bytes[at + 1]! >>> 1);
    return boosted(jaro, bytes[at + 2]!);
  },
};

/** Similar names: their places, and their scores at or above the floor. */
export interface FoundNames {
  readonly count: number;
  readonly places: Int32Array;
  readonly scores: Float64Array;
}

/** Asks for one name after another: what was found for one is spoilt by the next. */
export class OneToMany {
  count = 0;
  places = new Int32Array(64);
  scores = new Float64Array(64);
  readonly memory: KernelMemory;
  private readonly similarity: KernelSimilarity;
  private readonly floor: number;
  private readonly kernels: ReturnType<typeof oneToManyKernels>;
  private readonly tablesAt: number;
  private found = 0;
  private room = 0;
  private asked = '';
  /** By length of the asked name: the limits by length of the other. */
  private readonly limits: (Uint8Array | undefined)[] = [];

  /** @param floor the lowest score of interest, above 0 */
  constructor(memory: KernelMemory, similarity: KernelSimilarity, floor: number) {
    this.memory = memory;
    this.similarity = similarity;
    this.floor = floor;
    this.kernels = oneToManyKernels(memory);
    this.tablesAt = memory.allocate(tables.bytes);
  }

  /** Finds the names of the blocks that are like one; `places` are those in their list. */
  similar(name: string, blocks: NameBlocks): FoundNames {
    const { names, codes, apart } = blocks;
    if (this.ask(name)) {
      this.find(blocks.address, blocks.size);
      for (let i = 0; i < this.count; i++) this.places[i] = codes[this.places[i]!]!;
    } else for (const code of codes) this.compare(code, names[code]!);
    for (const code of apart) this.compare(code, names[code]!);
    return this;
  }

  /** Prepares a name; false where it is too long (or empty) for the kernels. Nothing is found yet. */
  ask(name: string): boolean {
    this.count = 0;
    this.asked = name;
    const { length } = name;
    if (length === 0 || length > LONGEST_ASKED) return false;
    const { bytes } = this.memory;
    const at = this.tablesAt;
    bytes.fill(0, at, at + tables.limits);
    for (let i = 0; i < length; i++) {
      const symbol = symbolOf(name.charCodeAt(i));
      if (symbol === 0) continue;
      const entry = at + tables.letters + (i >>> 3) * SYMBOLS + symbol;
      bytes[entry] = bytes[entry]! | (1 << (i & 7));
    }
    this.limits[length] ??= this.limitsFor(length);
    bytes.set(this.limits[length], at + tables.limits);
    return true;
  }

  /** Finds those of some names in blocks, from an address on, that are like the one prepared, by their places there. */
  find(address: number, names: number): void {
    this.count = 0;
    if (names === 0) return;
    if (names > this.room) {
      this.room = Math.max(names, 2 * this.room);
      this.found = this.memory.allocate(FOUND_BYTES * this.room);
    }
    const { length } = this.asked;
    const kernel = this.kernels[`${this.similarity.kernel}${length <= 8 ? 8 : length <= 16 ? 16 : 32}`];
    const blocksEnd = address + Math.ceil(names / NAMES_A_BLOCK) * BLOCK_BYTES;
    const used = length === LONGEST_ASKED ? -1 : (1 << length) - 1;
    const end = kernel(this.tablesAt, address, blocksEnd, this.found, length, used);
    const { bytes, words } = this.memory;
    for (let at = this.found; at < end; at += FOUND_BYTES) {
      const score = this.similarity.score(length, bytes, at + COUNTS_AT);
      if (score >= this.floor) this.add(words[at >>> 2]!, score);
    }
  }

  /** Adds a name with its place if it is like the one prepared, found out the plain way. */
  compare(place: number, name: string): void {
    const score = this.similarity.compare(this.asked, name);
    if (score >= this.floor) this.add(place, score);
  }

  private add(place: number, score: number): void {
    if (this.count === this.places.length) {
      const [places, scores] = [this.places, this.scores];
      this.places = new Int32Array(2 * this.count);
      this.places.set(places);
      this.scores = new Float64Array(2 * this.count);
      this.scores.set(scores);
    }
    this.places[this.count] = place;
    this.scores[this.count] = score;
    this.count += 1;
  }

  /** Limits, windows and what is in reach, as they stand one after the other in the tables. */
  private limitsFor(length: number): Uint8Array {
    const entries = new Uint8Array(tables.counts - tables.limits).fill(NONE, 0, SYMBOLS);
    for (let size = 1; size <= LONGEST_IN_BLOCK; size++) {
      const window = windowOf(length, size);
      const near = 2 ** (window + 1) - 1;
      entries[size] = this.similarity.limit(length, size, this.floor);
      entries[tables.windows - tables.limits + size] = window;
      for (let byte = 0; byte < 4; byte++) {
        entries[tables.near - tables.limits + SYMBOLS * byte + size] = near >>> (8 * byte);
      }
    }
    return entries;
  }
}
