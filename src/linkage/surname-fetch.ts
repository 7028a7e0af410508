/**
 * Surnames fetched from rows (name-rows.ts) into blocks (text/name-blocks.ts), sixteen at a time, in WebAssembly with
 * vectors (SIMD): rows of letters become columns by four rounds of putting bytes side by side.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { APART, BLOCK_BYTES, LETTERS_FROM, LONGEST_AT, NAMES_A_BLOCK } from '../text/name-blocks.ts';
import { HIGH_BYTES, i32, LOW_BYTES, v128, variables, when, whileTrue } from '../webassembly/instructions.ts';
import { compiled, exportsOf, type ModuleFunction, moduleBytes } from '../webassembly/module.ts';
import { increased, LISTED_BYTES, WORD, wordAt } from './bearer-kernels.ts';
import { LENGTH_FROM } from './letters-at-a-glance.ts';
import { TEXT_BYTES } from './name-rows.ts';

/** Surnames to fetch at a time, and room for the addresses of sixteen rows. */
export const FETCHED_AT_MOST = 1024;
export const ROWS_FETCHED_BYTES = WORD * NAMES_A_BLOCK;

function fetchSurnames(): ModuleFunction {
  const { parameter, word, vector, function: functionOf } = variables();
  const [listed, listedEnd, numbers, seen] = [parameter(), parameter(), parameter(), parameter()];
  const [list, others, rows] = [parameter(), parameter(), parameter()];
  const [block, apart] = [parameter(), parameter()];
  const [lane, place, number, row] = [word(), word(), word(), word()];
  const [length, longest, nth] = [word(), word(), word()];
  const texts = Array.from({ length: NAMES_A_BLOCK }, vector);
  const halves = Array.from({ length: NAMES_A_BLOCK }, vector);
  const rowOf = (nthRow: number) => i32.load(rows.get, WORD * nthRow);
  /** Each fourth of the way the bytes of two texts that are eight apart go into each other; then they stand by place. */
  const transposed = [texts, halves, texts, halves].flatMap((from, step) => {
    const to = step % 2 === 0 ? halves : texts;
    return from.slice(0, 8).flatMap((first, half) => {
      const second = from[half + 8]!;
      return [
        ...to[2 * half]!.set(v128.shuffle(first.get, second.get, LOW_BYTES)),
        ...to[2 * half + 1]!.set(v128.shuffle(first.get, second.get, HIGH_BYTES)),
      ];
    });
  });
  const writeFrom = (place: number, places: number) =>
    texts
      .slice(0, places)
      .flatMap((symbols, i) =>
        v128.store(block.get, symbols.get, LETTERS_FROM + NAMES_A_BLOCK * (place + i)),
      );
  return functionOf(
    'fetchSurnames',
    true,
    whileTrue(
      i32.below(listed.get, listedEnd.get),
      longest.set(i32.constant(0)),
      lane.set(i32.constant(0)),
      whileTrue(
        i32.below(lane.get, i32.constant(NAMES_A_BLOCK)),
        // Beyond the end the row at address 0, which is empty.
        row.set(i32.constant(0)),
        length.set(i32.constant(0)),
        when(
          i32.below(listed.get, listedEnd.get),
          place.set(i32.load(listed.get)),
          number.set(wordAt(numbers, place.get)),
          length.set(i32.shiftRight(wordAt(seen, place.get), i32.constant(LENGTH_FROM))),
          row.set(i32.add(list.get, i32.multiply(number.get, i32.constant(TEXT_BYTES)))),
          when(
            i32.shiftRight(number.get, i32.constant(31)),
            row.set(
              i32.add(
                others.get,
                i32.multiply(i32.subtract(i32.constant(-1), number.get), i32.constant(TEXT_BYTES)),
              ),
            ),
          ),
        ),
        i32.store(i32.add(rows.get, i32.multiply(lane.get, i32.constant(WORD))), row.get),
        i32.storeByte(i32.add(block.get, lane.get), length.get),
        when(
          i32.equal(length.get, i32.constant(APART)),
          i32.store(apart.get, nth.get),
          increased(apart, WORD),
          length.set(i32.constant(0)),
        ),
        when(i32.above(length.get, longest.get), longest.set(length.get)),
        increased(lane, 1),
        increased(nth, 1),
        increased(listed, LISTED_BYTES),
      ),
      i32.storeByte(block.get, longest.get, LONGEST_AT),
      ...texts.map((text, i) => text.set(v128.load(rowOf(i)))),
      transposed,
      writeFrom(0, NAMES_A_BLOCK),
      when(
        i32.above(longest.get, i32.constant(NAMES_A_BLOCK)),
        ...texts.map((text, i) => text.set(v128.loadPart(8, rowOf(i), NAMES_A_BLOCK))),
        transposed,
        writeFrom(NAMES_A_BLOCK, 8),
      ),
      increased(block, BLOCK_BYTES),
    ),
    apart.get,
  );
}

/**
 * Writes the surnames of people listed (bearer-kernels.ts) into blocks, and to `apart` the places in the list of those that
 * fit in none; returns where that ends.
 * @param numbers address of the column of numbers of surnames, below 0 in the rows `others`
 * @param seen address of the column of surnames as they are seen at a glance
 * @param rows room for the addresses of sixteen rows
 */
type FetchSurnames = (
  listed: number,
  listedEnd: number,
  numbers: number,
  seen: number,
  list: number,
  others: number,
  rows: number,
  blocks: number,
  apart: number,
) => number;

const module = compiled(moduleBytes([fetchSurnames()]));

/** The kernel at work on a memory. */
export function surnameFetcher(memory: KernelMemory): FetchSurnames {
  return exportsOf<{ readonly fetchSurnames: FetchSurnames }>(module, memory.memory).fetchSurnames;
}
