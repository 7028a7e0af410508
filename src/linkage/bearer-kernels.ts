/**
 * Through the bearers of some given names, four at a time, in WebAssembly with vectors (SIMD): who has a surname that can be
 * alike at a glance (`canStillBeAlike` is the readable twin), or a key in common with the asked one.
 *
 * What is looked at are two columns of words, in which the bearers of a given name stand next to each other. Those who
 * pass are listed: place in the columns, and place of the given name among those asked for.
 */

import type { KernelMemory } from '../text/kernel-memory.ts';
import { SYMBOLS } from '../text/name-blocks.ts';
import { i32, type Local, lanes, v128, variables, when, whileTrue } from '../webassembly/instructions.ts';
import { type Code, compiled, exportsOf, type ModuleFunction, moduleBytes } from '../webassembly/module.ts';
import { LENGTH_FROM, LETTERS } from './letters-at-a-glance.ts';

export const WORD = 4;
/** Of somebody listed. */
export const LISTED_BYTES = 2 * WORD;
/** The tables of a glance (`NeededLetters.glanceTable`). */
export const GLANCE_TABLE_BYTES = 2 * SYMBOLS;
/** Bearers at a time: so many words may be read from the last place on. */
export const AT_A_TIME = 4;

const VECTOR_BYTES = 16;

/** A word of a column. */
export const wordAt = (column: Local, place: Code): Code =>
  i32.load(i32.add(column.get, i32.multiply(place, i32.constant(WORD))));
export const increased = (local: Local, by: number): Code => local.set(i32.add(local.get, i32.constant(by)));

/**
 * Lists who passes; returns where the list ends.
 * @param first and second: of the asked surname what the columns have of the others
 * @param table address of tables of a glance, for who asks for them
 * @param givenNames address of a list of codes
 * @param starts address of where the bearers of each given name start in the columns
 */
export type BearerKernel = (
  first: number,
  second: number,
  table: number,
  givenNames: number,
  givenNamesEnd: number,
  starts: number,
  firsts: number,
  seconds: number,
  listed: number,
) => number;

/** Four bearers at a time: what the columns have of them, beside the same of the asked one. */
interface FourBearers {
  readonly asked: readonly [Local, Local];
  readonly others: readonly [Local, Local];
  readonly table: Local;
  vector(): Local;
}

function throughBearers(
  name: string,
  kernel: (at: FourBearers) => { readonly atFirst?: Code; readonly each?: Code; readonly passed: Code },
): ModuleFunction {
  const { parameter, word, vector, function: functionOf } = variables();
  const [first, second, table] = [parameter(), parameter(), parameter()];
  const [givenNames, givenNamesEnd, starts] = [parameter(), parameter(), parameter()];
  const [firsts, seconds, listed] = [parameter(), parameter(), parameter()];
  const [place, end, nth, passing, at] = [word(), word(), word(), word(), word()];
  const asked = [vector(), vector()] as const;
  const others = [vector(), vector()] as const;
  const { splat, mask } = lanes(32);
  const { atFirst = [], each = [], passed } = kernel({ asked, others, table, vector });
  return functionOf(
    name,
    true,
    asked[0].set(splat(first.get)),
    asked[1].set(splat(second.get)),
    atFirst,
    whileTrue(
      i32.below(givenNames.get, givenNamesEnd.get),
      at.set(i32.load(givenNames.get)),
      place.set(wordAt(starts, at.get)),
      end.set(wordAt(starts, i32.add(at.get, i32.constant(1)))),
      whileTrue(
        i32.below(place.get, end.get),
        at.set(i32.multiply(place.get, i32.constant(WORD))),
        others[0].set(v128.load(i32.add(firsts.get, at.get))),
        others[1].set(v128.load(i32.add(seconds.get, at.get))),
        each,
        passing.set(mask(passed)),
        at.set(i32.subtract(end.get, place.get)),
        when(
          i32.below(at.get, i32.constant(AT_A_TIME)),
          passing.set(
            i32.and(passing.get, i32.subtract(i32.shiftLeft(i32.constant(1), at.get), i32.constant(1))),
          ),
        ),
        whileTrue(
          passing.get,
          i32.store(listed.get, i32.add(place.get, i32.trailingZeros(passing.get))),
          i32.store(listed.get, nth.get, WORD),
          increased(listed, LISTED_BYTES),
          passing.set(i32.and(passing.get, i32.subtract(passing.get, i32.constant(1)))),
        ),
        increased(place, AT_A_TIME),
      ),
      increased(nth, 1),
      increased(givenNames, WORD),
    ),
    listed.get,
  );
}

/** The columns are surnames as they are seen, and letters that they have twice; of the asked one without its length. */
const seenAlike = throughBearers('seenAlike', ({ asked, others, table, vector }) => {
  const [letters, twice] = others;
  const [lengths, beyond] = [vector(), vector()];
  const halves = [vector(), vector(), vector(), vector()] as const;
  const { splat, sums, below, shiftRight } = lanes(32);
  const bytes = lanes(8);
  const limitBy = (low: Local, high: Local) =>
    v128.or(v128.swizzle(low.get, lengths.get), v128.swizzle(high.get, beyond.get));
  /** How many letters only one of the two has, and how many only it has twice. */
  const only = (here: readonly [Local, Local], there: readonly [Local, Local]) =>
    sums(
      bytes.add(
        v128.bitCount(v128.andNot(here[0].get, there[0].get)),
        v128.bitCount(v128.andNot(here[1].get, there[1].get)),
      ),
    );
  return {
    atFirst: halves.flatMap((half, nth) => half.set(v128.load(table.get, VECTOR_BYTES * nth))),
    each: [
      // The length in the lowest byte of each lane; the bytes above it are at no place of a table.
      ...lengths.set(
        v128.or(shiftRight(letters.get, i32.constant(LENGTH_FROM)), splat(i32.constant(0xffffff00))),
      ),
      ...beyond.set(bytes.subtract(lengths.get, bytes.splat(i32.constant(VECTOR_BYTES)))),
      ...letters.set(v128.and(letters.get, splat(i32.constant(LETTERS)))),
    ],
    passed: v128.and(
      below(only(asked, [letters, twice]), limitBy(halves[0], halves[1])),
      below(only([letters, twice], asked), limitBy(halves[2], halves[3])),
    ),
  };
});

/** The columns are numbers of the first two keys. */
const sharingKey = throughBearers('sharingKey', ({ asked, others }) => {
  const { equal } = lanes(32);
  const isAmong = (key: Local) => v128.or(equal(key.get, others[0].get), equal(key.get, others[1].get));
  return { passed: v128.or(isAmong(asked[0]), isAmong(asked[1])) };
});

const module = compiled(moduleBytes([seenAlike, sharingKey]));

/** The kernels at work on a memory. */
export const bearerKernels = (
  memory: KernelMemory,
): { readonly seenAlike: BearerKernel; readonly sharingKey: BearerKernel } =>
  exportsOf(module, memory.memory);
