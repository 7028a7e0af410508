/**
 * Levenshtein and Jaro-Winkler of one name with sixteen at a time, in WebAssembly with vectors (SIMD): the twins of the
 * bit-parallel loops in edit-query.ts and jaro-winkler-query.ts, where the word of bits is a lane of a vector, one lane
 * a name. Lanes are as wide as the asked name is long: up to 8, 16 or 32 characters.
 *
 * The places of a letter in the asked name are looked up for all lanes at once, in tables of 32 entries that two byte
 * shuffles take. The kernels only count - edits, or characters that match, are out of order, begin alike - and pass over
 * names whose counts fall short of a limit. The scores are made of the counts outside, by the plain formulas.
 */

import {
  i32,
  type LaneBits,
  type Local,
  lanes,
  v128,
  variables,
  when,
  whileTrue,
} from '../webassembly/instructions.ts';
import { type Code, compiled, exportsOf, type ModuleFunction, moduleBytes } from '../webassembly/module.ts';
import { PREFIX_LONGEST } from './jaro-winkler.ts';
import type { KernelMemory } from './kernel-memory.ts';
import {
  BLOCK_BYTES,
  LETTERS_FROM,
  LONGEST_AT,
  LONGEST_IN_BLOCK,
  NAMES_A_BLOCK,
  SYMBOLS,
} from './name-blocks.ts';

/** From the address of an asked name's tables on. Wide entries stand byte by byte, all the lowest ones first. */
export const tables = {
  /** By symbol: where the asked name has it, as bits. */
  letters: 0,
  /** By length of a name: the most edits, below 0 for none; or the fewest characters that match. */
  limits: 4 * SYMBOLS,
  /** By length: how far apart matching characters may stand; and what is in reach of the first one, as bits. */
  windows: 5 * SYMBOLS,
  near: 6 * SYMBOLS,
  /** Room for counts, and for what each character of a name has matched. */
  counts: 10 * SYMBOLS,
  matched: 12 * SYMBOLS,
  bytes: 12 * SYMBOLS + LONGEST_IN_BLOCK * NAMES_A_BLOCK,
} as const;

/** What is told of a name: its place in the blocks, a word; then its counts, a byte each. */
export const FOUND_BYTES = 8;
export const COUNTS_AT = 4;
const VECTOR_BYTES = 16;

/**
 * Goes through blocks of names; returns where the list of those found ends.
 * @param tablesAt address of `tables`
 * @param blocks address of the first block, and of the end of the last
 * @param found address of the list
 * @param used a word with a bit for each place of the asked name
 */
type OneToMany = (
  tablesAt: number,
  blocks: number,
  blocksEnd: number,
  found: number,
  length: number,
  used: number,
) => number;

/** Counts of `levenshtein`: edits, length. Of `jaroWinkler`: matches, those out of order, common beginning, length. */
export type KernelName = 'levenshtein' | 'jaroWinkler';
export type OneToManyKernels = Readonly<Record<`${KernelName}${LaneBits}`, OneToMany>>;

/** Some names of a block, one a lane. */
interface OneVector {
  readonly tablesAt: Local;
  readonly length: Local;
  readonly used: Local;
  readonly sizes: Local;
  /** A variable. */
  vector(): Local;
  /** Before any letters are looked at: entries of a table of bytes, and of wide ones, by the lengths of the names. */
  byLength(table: number): Code;
  wideByLength(table: number): Code;
  /** Does something for each place of a name; `offset` is 16 bytes further with each. */
  forEachPlace(...body: readonly Code[]): Code;
  readonly offset: Local;
  /** Looks at the letters of the place in hand, or of another; `letters` is then where the asked name has them. */
  readonly look: Code;
  lookAt(place: number): Code;
  readonly letters: Code;
  /** Adds the names that have passed, with these counts and their length, to those found. */
  tell(passed: Code, counts: readonly Code[]): Code;
}

/** A function through all blocks, and what it does with one vector of names after the other. */
function throughBlocks(name: KernelName, bits: LaneBits, kernel: (at: OneVector) => Code): ModuleFunction {
  const { parameter, word, vector, function: functionOf } = variables();
  const [tablesAt, block, blocksEnd] = [parameter(), parameter(), parameter()];
  const [found, length, used] = [parameter(), parameter(), parameter()];
  const [first, names, offset, longest, passing, lane] = [word(), word(), word(), word(), word(), word()];
  const [symbols, above, sizes] = [vector(), vector(), vector()];
  const { bytesAt, joined, widened, mask } = lanes(bits);
  const letterTables = Array.from({ length: bits / 8 }, () => [vector(), vector()] as const);

  const tableAt = (table: number) =>
    [v128.load(tablesAt.get, table), v128.load(tablesAt.get, table + VECTOR_BYTES)] as const;
  const indexBy = (bytes: Code): Code => [
    ...symbols.set(bytes),
    ...above.set(lanes(8).subtract(symbols.get, lanes(8).splat(i32.constant(VECTOR_BYTES)))),
  ];
  const entries = ([low, high]: readonly [Code, Code]) =>
    v128.or(v128.swizzle(low, symbols.get), v128.swizzle(high, above.get));
  const wideEntries = (byteTables: readonly (readonly [Code, Code])[]) => joined(byteTables.map(entries));
  const countOf = (nth: number) =>
    i32.loadByte(
      i32.add(tablesAt.get, i32.multiply(lane.get, i32.constant(bits / 8))),
      tables.counts + VECTOR_BYTES * nth,
    );

  const oneVector: OneVector = {
    ...{ tablesAt, length, used, sizes, vector, offset },
    byLength: (table) => entries(tableAt(table)),
    wideByLength: (table) => wideEntries(letterTables.map((_, byte) => tableAt(table + SYMBOLS * byte))),
    forEachPlace: (...body) => [
      ...offset.set(i32.constant(0)),
      ...whileTrue(
        i32.below(offset.get, longest.get),
        ...body,
        offset.set(i32.add(offset.get, i32.constant(NAMES_A_BLOCK))),
      ),
    ],
    look: indexBy(bytesAt(i32.add(names.get, offset.get), LETTERS_FROM)),
    lookAt: (place) => indexBy(bytesAt(names.get, LETTERS_FROM + NAMES_A_BLOCK * place)),
    letters: wideEntries(letterTables.map(([low, high]) => [low.get, high.get])),
    tell: (passed, counts) => [
      ...counts.flatMap((count, nth) => v128.store(tablesAt.get, count, tables.counts + VECTOR_BYTES * nth)),
      ...passing.set(mask(passed)),
      ...whileTrue(
        passing.get,
        lane.set(i32.trailingZeros(passing.get)),
        i32.store(found.get, i32.add(i32.add(first.get, i32.subtract(names.get, block.get)), lane.get)),
        ...counts.map((_, nth) => i32.storeByte(found.get, countOf(nth), COUNTS_AT + nth)),
        i32.storeByte(found.get, i32.loadByte(i32.add(names.get, lane.get)), COUNTS_AT + counts.length),
        passing.set(i32.and(passing.get, i32.subtract(passing.get, i32.constant(1)))),
        found.set(i32.add(found.get, i32.constant(FOUND_BYTES))),
      ),
    ],
  };

  return functionOf(
    `${name}${bits}`,
    true,
    ...letterTables.map(([low, high], byte) => {
      const [lowEntries, highEntries] = tableAt(tables.letters + SYMBOLS * byte);
      return [...low.set(lowEntries), ...high.set(highEntries)];
    }),
    whileTrue(
      i32.below(block.get, blocksEnd.get),
      longest.set(i32.multiply(i32.loadByte(block.get, LONGEST_AT), i32.constant(NAMES_A_BLOCK))),
      names.set(block.get),
      whileTrue(
        i32.below(names.get, i32.add(block.get, i32.constant(NAMES_A_BLOCK))),
        sizes.set(widened(bytesAt(names.get))),
        indexBy(bytesAt(names.get)),
        kernel(oneVector),
        names.set(i32.add(names.get, i32.constant(128 / bits))),
      ),
      first.set(i32.add(first.get, i32.constant(NAMES_A_BLOCK))),
      block.set(i32.add(block.get, i32.constant(BLOCK_BYTES))),
    ),
    found.get,
  );
}

/** `levenshteinQuery` lane by lane; a name that has come to its end stays as it is. */
function levenshtein(bits: LaneBits): ModuleFunction {
  const { add, subtract, above, sums, splat, widenedSigned, signedAtMost, signedAbove } = lanes(bits);
  return throughBlocks('levenshtein', bits, (at) => {
    const { sizes, length, used, vector } = at;
    const [limits, more, notLess, steps, going] = [vector(), vector(), vector(), vector(), vector()];
    const [here, sum, down, across, edits] = [vector(), vector(), vector(), vector(), vector()];
    const twice = (word: Code) => [...edits.set(word), ...add(edits.get, edits.get)];
    const count = (word: Local) => sums(v128.bitCount(v128.and(word.get, splat(used.get))));
    return [
      ...limits.set(widenedSigned(at.byLength(tables.limits))),
      ...when(
        v128.isAnyTrue(signedAbove(limits.get, v128.ones)),
        more.set(v128.ones),
        notLess.set(v128.ones),
        steps.set(v128.zero),
        at.forEachPlace(
          at.look,
          here.set(at.letters),
          sum.set(add(v128.and(here.get, more.get), more.get)),
          across.set(twice(v128.and(v128.or(v128.or(sum.get, more.get), here.get), notLess.get))),
          down.set(v128.andNot(notLess.get, here.get)),
          sum.set(twice(v128.andNot(more.get, v128.andNot(sum.get, here.get)))),
          going.set(above(sizes.get, steps.get)),
          more.set(v128.select(v128.or(sum.get, v128.and(down.get, across.get)), more.get, going.get)),
          notLess.set(v128.select(v128.or(down.get, across.get), notLess.get, going.get)),
          steps.set(subtract(steps.get, v128.ones)),
        ),
        edits.set(add(subtract(sizes.get, splat(length.get)), add(count(more), count(notLess)))),
        at.tell(signedAtMost(edits.get, limits.get), [edits.get]),
      ),
    ];
  });
}

/** `jaroWinklerQuery` lane by lane. Symbol 0 stands nowhere in the asked name: a name at its end matches nothing more. */
function jaroWinkler(bits: LaneBits): ModuleFunction {
  const { add, subtract, above, atLeast, differs, sums, splat, widened } = lanes(bits);
  return throughBlocks('jaroWinkler', bits, (at) => {
    const { tablesAt, offset, vector } = at;
    const [limits, windows, near, taken, steps] = [vector(), vector(), vector(), vector(), vector()];
    const [here, free, matches, isMatch, place] = [vector(), vector(), vector(), vector(), vector()];
    const [outOfOrder, rest, begins, beginning, passed] = [vector(), vector(), vector(), vector(), vector()];
    const { zero } = v128;
    const lowest = (word: Local) => v128.and(word.get, subtract(zero, word.get));
    const isSet = (word: Code) => differs(word, zero);
    const matchedHere = i32.add(tablesAt.get, offset.get);
    return [
      ...limits.set(widened(at.byLength(tables.limits))),
      ...windows.set(widened(at.byLength(tables.windows))),
      ...near.set(at.wideByLength(tables.near)),
      ...taken.set(zero),
      ...steps.set(zero),
      ...at.forEachPlace(
        at.look,
        here.set(at.letters),
        free.set(v128.andNot(v128.and(here.get, near.get), taken.get)),
        v128.store(matchedHere, v128.and(here.get, isSet(free.get)), tables.matched),
        taken.set(v128.or(taken.get, lowest(free))),
        near.set(subtract(add(near.get, near.get), above(windows.get, steps.get))),
        steps.set(subtract(steps.get, v128.ones)),
      ),
      ...matches.set(sums(v128.bitCount(taken.get))),
      ...passed.set(atLeast(matches.get, limits.get)),
      ...when(
        v128.isAnyTrue(passed.get),
        outOfOrder.set(zero),
        rest.set(taken.get),
        at.forEachPlace(
          here.set(v128.load(matchedHere, tables.matched)),
          isMatch.set(isSet(here.get)),
          place.set(v128.and(lowest(rest), isMatch.get)),
          // Lanes of ones are -1: one more for a match, one less where it is in order.
          outOfOrder.set(add(subtract(outOfOrder.get, isMatch.get), isSet(v128.and(here.get, place.get)))),
          rest.set(v128.xor(rest.get, place.get)),
        ),
        beginning.set(zero),
        begins.set(v128.ones),
        ...Array.from({ length: PREFIX_LONGEST }, (_, nth) => [
          ...at.lookAt(nth),
          ...begins.set(v128.and(begins.get, isSet(v128.and(at.letters, splat(i32.constant(1 << nth)))))),
          ...beginning.set(subtract(beginning.get, begins.get)),
        ]),
        at.tell(passed.get, [matches.get, outOfOrder.get, beginning.get]),
      ),
    ];
  });
}

const widths: readonly LaneBits[] = [8, 16, 32];
const module = compiled(moduleBytes([...widths.map(levenshtein), ...widths.map(jaroWinkler)]));

/** The kernels at work on a memory. */
export const oneToManyKernels = (memory: KernelMemory): OneToManyKernels => exportsOf(module, memory.memory);
