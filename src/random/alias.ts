/**
 * Alias table: draws from a discrete distribution in constant time, whatever its length. Each of n equal
 * cells holds at most two outcomes, its own and its alias, divided at a threshold.
 *
 * Reference: Walker (1977), built by Vose, "A linear algorithm for generating random numbers with a given
 * distribution", IEEE Trans. Software Eng. 17 (1991).
 * Convention: thresholds are 32-bit, so a probability is off by less than 2^-32; the choice of the cell adds
 * the bias of `below`, less than n / 2^32 of itself.
 */

import { below } from './stream.ts';

const WORD = 0x1_0000_0000;

/**
 * Cell i is the words 3i to 3i + 2: it yields the second of them when the word drawn is below the first, else the
 * third. They stand side by side because a draw from a long table waits for memory, and so waits once.
 */
export interface AliasTable {
  readonly size: number;
  readonly cells: Uint32Array;
}

/**
 * The table of `outcomes`, whole numbers below 2^32, with probabilities proportional to `weights`; without outcomes
 * they are 0..n-1. An outcome of weight 0 is never drawn. A RangeError for no weights, a negative or non-finite one,
 * or a sum that is zero or not finite.
 */
export function aliasTable(weights: ArrayLike<number>, outcomes?: ArrayLike<number>): AliasTable {
  const size = weights.length;
  if (size === 0) throw new RangeError('invalid weights; at least one is needed: none given');
  let total = 0;
  for (let i = 0; i < size; i++) {
    const weight = weights[i]!;
    if (!Number.isFinite(weight) || weight < 0) {
      throw new RangeError(`invalid weight at ${i}; not a finite number of 0 or more: ${weight}`);
    }
    total += weight;
  }
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid weights; their sum is not a positive finite number: ${total}`);
  }

  const cells = new Uint32Array(3 * size);
  for (let i = 0; i < size; i++) cells[3 * i + 1] = cells[3 * i + 2] = outcomes?.[i] ?? i;
  const remaining = new Float64Array(size);
  const pending = new Uint32Array(size);
  let small = 0;
  let large = size;
  for (let i = 0; i < size; i++) {
    remaining[i] = (weights[i]! / total) * size;
    if (remaining[i]! < 1) pending[small++] = i;
    else pending[--large] = i;
  }
  // `pending` is two stacks in one array: cells short of a full share from the left, the others from the right.
  while (small > 0 && large < size) {
    const short = pending[--small]!;
    const donor = pending[large]!;
    const cut = Math.round(remaining[short]! * WORD);
    if (cut < WORD) {
      cells[3 * short] = cut;
      cells[3 * short + 2] = cells[3 * donor + 1]!;
    }
    remaining[donor] = remaining[donor]! + remaining[short]! - 1;
    if (remaining[donor]! < 1) {
      large++;
      pending[small++] = donor;
    }
  }
  return { size, cells };
}

/** An outcome from two independent words: the first chooses the cell, the second the side of its threshold. */
export function pick(table: AliasTable, word0: number, word1: number): number {
  const { cells } = table;
  const cell = 3 * below(word0, table.size);
  return word1 < cells[cell]! ? cells[cell + 1]! : cells[cell + 2]!;
}

/** Several alias tables in one array, so that they can be stored, shared among threads and drawn from in one loop. */
export interface AliasTables {
  /** The cells of all tables, one table after the other. */
  readonly cells: Uint32Array;
  /** By table: where in `cells` it begins. */
  readonly starts: Uint32Array;
  /** By table: how many cells it has. */
  readonly sizes: Uint32Array;
}

/** The tables, in their order, put into one array. */
export function joinedTables(tables: readonly AliasTable[]): AliasTables {
  const cells = new Uint32Array(tables.reduce((sum, table) => sum + table.cells.length, 0));
  const starts = new Uint32Array(tables.length);
  let start = 0;
  tables.forEach((table, place) => {
    cells.set(table.cells, start);
    starts[place] = start;
    start += table.cells.length;
  });
  return { cells, starts, sizes: Uint32Array.from(tables, ({ size }) => size) };
}

/** An outcome of table number `which`, as `pick` has it. */
export function pickFrom(
  { cells, starts, sizes }: AliasTables,
  which: number,
  word0: number,
  word1: number,
): number {
  const cell = starts[which]! + 3 * below(word0, sizes[which]!);
  return word1 < cells[cell]! ? cells[cell + 1]! : cells[cell + 2]!;
}

/**
 * Outcomes 0 to `count` - 1, each of its table and its two words, as `pickFrom` has them; `words0` is spoilt. One draw
 * from a long table waits for memory; in a loop that does nothing else (the second) the waits of many draws overlap,
 * several times faster. The third loop takes the side without a jump, which half of the time would be mispredicted.
 */
export function pickEach(
  { cells, starts, sizes }: AliasTables,
  count: number,
  which: Uint16Array,
  words0: Uint32Array,
  words1: Uint32Array,
  outcomes: Int32Array,
): void {
  const cellOf = outcomes;
  const thresholds = words0;
  for (let i = 0; i < count; i++) {
    const table = which[i]!;
    cellOf[i] = starts[table]! + 3 * below(words0[i]!, sizes[table]!);
  }
  for (let i = 0; i < count; i++) thresholds[i] = cells[cellOf[i]!]!;
  for (let i = 0; i < count; i++) outcomes[i] = cells[cellOf[i]! + 2 - Number(words1[i]! < thresholds[i]!)]!;
}

/** Calls back with the outcomes of table number `which` and their probabilities; an outcome may come more than once. */
export function eachProbability(
  { cells, starts, sizes }: AliasTables,
  which: number,
  report: (outcome: number, probability: number) => void,
): void {
  const size = sizes[which]!;
  for (let cell = starts[which]!, end = cell + 3 * size; cell < end; cell += 3) {
    const own = cells[cell]! / WORD;
    if (own > 0) report(cells[cell + 1]!, own / size);
    report(cells[cell + 2]!, (1 - own) / size);
  }
}
