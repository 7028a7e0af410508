/** Kernels that go through bearers list whom their readable twins list one by one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearerKernels } from '../../src/linkage/bearer-kernels.ts';
import { canStillBeAlike, LETTERS, neededLetters, seen } from '../../src/linkage/letters-at-a-glance.ts';
import { ListedBearers } from '../../src/linkage/listed-bearers.ts';
import { levenshtein } from '../../src/matching/comparators/levenshtein.ts';
import { KernelMemory } from '../../src/text/kernel-memory.ts';
import { repeatedLetterMask } from '../../src/text/letter-bag.ts';

interface Bearers {
  /** Where the bearers of each given name start, one more at the end. */
  readonly starts: readonly number[];
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
}

/** Columns in a memory of their own, with something else behind them. */
function laidOut({ starts, firsts, seconds }: Bearers) {
  const memory = new KernelMemory();
  const column = (words: readonly number[]) => {
    const address = memory.allocate(4 * (words.length + 4));
    memory.words.set([...words, ...Array<number>(4).fill(firsts[0] ?? 0)], address / 4);
    return address;
  };
  const columns = { starts: column(starts), firsts: column(firsts), seconds: column(seconds) };
  const bearers = new ListedBearers(memory);
  bearers.makeRoom(starts.length, firsts.length);
  return { kernels: bearerKernels(memory), columns, bearers };
}

const listed = (bearers: ListedBearers) =>
  Array.from({ length: bearers.count }, (_, nth) => [bearers.placeOf(nth), bearers.givenNameOf(nth)]);

/** Place, and place of the given name, of those who pass among the bearers of given names. */
const expectedOf = (
  starts: readonly number[],
  codes: readonly number[],
  passes: (place: number) => boolean,
) =>
  codes.flatMap((code, nth) =>
    Array.from({ length: starts[code + 1]! - starts[code]! }, (_, i) => starts[code]! + i)
      .filter(passes)
      .map((place) => [place, nth]),
  );

const runs = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
const startsOf = (lengths: readonly number[]) => {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  return starts;
};

describe('seenAlike', () => {
  it('lists whom a glance at one after the other lists', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ABCD'), maxLength: 9 }),
      fc.string({ unit: fc.constantFrom(...'ABR Z19'), maxLength: 45 }),
    );
    fc.assert(
      fc.property(
        runs,
        fc.infiniteStream(name),
        name,
        fc.constantFrom(0.3, 0.7, 0.9),
        (lengths, all, own, floor) => {
          const starts = startsOf(lengths);
          const names = [...all.take(starts.at(-1)!)];
          const repeated = (value: string) => repeatedLetterMask(value) & LETTERS;
          const { kernels, columns, bearers } = laidOut({
            starts,
            firsts: names.map(seen),
            seconds: names.map(repeated),
          });
          const { atAGlance, glanceTable } = neededLetters(levenshtein.scan!, floor)(own.length);
          const asked = { first: seen(own) & LETTERS, second: repeated(own), table: glanceTable };
          const codes = lengths.map((_, code) => code).filter((code) => code % 3 !== 1);
          bearers.list(kernels.seenAlike, asked, codes, columns);
          expect(listed(bearers)).toEqual(
            expectedOf(starts, codes, (place) =>
              canStillBeAlike(
                seen(own),
                repeated(own),
                seen(names[place]!),
                repeated(names[place]!),
                atAGlance,
              ),
            ),
          );
        },
      ),
      { seed: 1, numRuns: 1500 },
    );
  });
});

describe('sharingKey', () => {
  it('lists whoever has one of two numbers', () => {
    const number = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(runs, fc.infiniteStream(number), number, number, (lengths, all, first, second) => {
        const starts = startsOf(lengths);
        const firsts = [...all.take(starts.at(-1)!)];
        const seconds = [...all.take(starts.at(-1)!)];
        const { kernels, columns, bearers } = laidOut({ starts, firsts, seconds });
        const codes = lengths.map((_, code) => lengths.length - 1 - code);
        bearers.list(kernels.sharingKey, { first, second }, codes, columns);
        expect(listed(bearers)).toEqual(
          expectedOf(starts, codes, (place) =>
            [first, second].some((key) => key === firsts[place] || key === seconds[place]),
          ),
        );
      }),
      { seed: 2, numRuns: 800 },
    );
  });
});
