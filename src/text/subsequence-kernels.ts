/**
 * What one string shares with many names, in WebAssembly with vectors (SIMD): the length of the longest common subsequence
 * with sixteen names at a time, the twin of `commonSubsequenceQuery` (indel.ts).
 *
 * A lane of a vector is a name, and eight characters of the asked string are its bits; a longer string takes up to four
 * vectors, and what the sum of one carries over goes to the next. The bits of places beyond the string stay set, so that
 * they count for nothing, and so does all that follows the end of a name, whose symbol 0 stands nowhere.
 */

import {
  HIGH_BYTES,
  i32,
  LOW_BYTES,
  lanes,
  v128,
  variables,
  whileTrue,
} from '../webassembly/instructions.ts';
import { compiled, exportsOf, type ModuleFunction, moduleBytes } from '../webassembly/module.ts';
import type { KernelMemory } from './kernel-memory.ts';
import { BLOCK_BYTES, LETTERS_FROM, LONGEST_AT, NAMES_A_BLOCK, SYMBOLS, symbolOf } from './name-blocks.ts';

/** Longer strings have no kernel. */
export const LONGEST_SHARED = 32;
/** In what parts of a character the kernels count. */
export const SHARED_PARTS = 256;
/** Room that `prepareShared` needs. */
export const SHARED_TABLE_BYTES = (LONGEST_SHARED / 8) * SYMBOLS;

const VECTOR_BYTES = 16;

/**
 * For each name of some blocks: what it shares with the string of the tables, in parts of a character, less its cost.
 * @param costs address of a 16-bit number a name
 * @param numbers address of the same, to be written
 */
type SharedKernel = (
  tables: number,
  blocks: number,
  blocksEnd: number,
  costs: number,
  numbers: number,
) => void;

/** @param vectors how many eights of characters the asked string has */
function shared(vectors: number): ModuleFunction {
  const { parameter, word, vector, function: functionOf } = variables();
  const [tables, block, blocksEnd, costs, numbers] = [
    parameter(),
    parameter(),
    parameter(),
    parameter(),
    parameter(),
  ];
  const [at, end] = [word(), word()];
  const [symbols, above, here, sum, carried, count] = [
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
  ];
  const eights = Array.from({ length: vectors }, (_, nth) => ({
    low: vector(),
    high: vector(),
    unmatched: vector(),
    isLast: nth === vectors - 1,
    table: nth * SYMBOLS,
  }));
  const bytes = lanes(8);
  const words = lanes(16);
  const increased = (local: typeof at, by: number) => local.set(i32.add(local.get, i32.constant(by)));
  const tell = (places: readonly number[], offset: number) =>
    v128.store(
      numbers.get,
      words.subtract(v128.shuffle(v128.zero, count.get, places), v128.load(costs.get, offset)),
      offset,
    );
  return functionOf(
    `shared${vectors}`,
    false,
    ...eights.map(({ low, high, table }) => [
      ...low.set(v128.load(tables.get, table)),
      ...high.set(v128.load(tables.get, table + VECTOR_BYTES)),
    ]),
    whileTrue(
      i32.below(block.get, blocksEnd.get),
      ...eights.map(({ unmatched }) => unmatched.set(v128.ones)),
      at.set(block.get),
      end.set(
        i32.add(block.get, i32.multiply(i32.loadByte(block.get, LONGEST_AT), i32.constant(NAMES_A_BLOCK))),
      ),
      whileTrue(
        i32.below(at.get, end.get),
        symbols.set(v128.load(at.get, LETTERS_FROM)),
        above.set(bytes.subtract(symbols.get, bytes.splat(i32.constant(VECTOR_BYTES)))),
        ...eights.map(({ low, high, unmatched, isLast }, nth) => [
          ...here.set(
            v128.and(
              unmatched.get,
              v128.or(v128.swizzle(low.get, symbols.get), v128.swizzle(high.get, above.get)),
            ),
          ),
          ...sum.set(bytes.add(unmatched.get, here.get)),
          // Lanes of ones are -1: to take a carry away is to add one.
          ...(nth === 0 ? [] : sum.set(bytes.subtract(sum.get, carried.get))),
          ...(isLast
            ? []
            : carried.set(
                nth === 0
                  ? bytes.above(unmatched.get, sum.get)
                  : v128.select(
                      bytes.atLeast(unmatched.get, sum.get),
                      bytes.above(unmatched.get, sum.get),
                      carried.get,
                    ),
              )),
          ...unmatched.set(v128.or(sum.get, v128.andNot(unmatched.get, here.get))),
        ]),
        increased(at, NAMES_A_BLOCK),
      ),
      count.set(v128.zero),
      ...eights.map(({ unmatched }) =>
        count.set(bytes.add(count.get, v128.bitCount(v128.not(unmatched.get)))),
      ),
      tell(LOW_BYTES, 0),
      tell(HIGH_BYTES, VECTOR_BYTES),
      increased(block, BLOCK_BYTES),
      increased(costs, 2 * VECTOR_BYTES),
      increased(numbers, 2 * VECTOR_BYTES),
    ),
  );
}

const counts = [1, 2, 3, 4] as const;
const module = compiled(moduleBytes(counts.map(shared)));

/** By how many eights of characters the asked string has, less one: the kernels at work on a memory. */
export function sharedKernels(memory: KernelMemory): readonly SharedKernel[] {
  const kernels = exportsOf<Readonly<Record<string, SharedKernel>>>(module, memory.memory);
  return counts.map((vectors) => kernels[`shared${vectors}`]!);
}

/** Writes the tables of a string of at most `LONGEST_SHARED` characters; only letters and spaces can be shared. */
export function prepareShared({ bytes }: KernelMemory, tables: number, asked: string): void {
  bytes.fill(0, tables, tables + SHARED_TABLE_BYTES);
  for (let i = 0; i < asked.length; i++) {
    const symbol = symbolOf(asked.charCodeAt(i));
    if (symbol === 0) continue;
    const entry = tables + (i >>> 3) * SYMBOLS + symbol;
    bytes[entry] = bytes[entry]! | (1 << (i & 7));
  }
}
