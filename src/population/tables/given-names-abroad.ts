/**
 * Given names of people born abroad: lists by origin and sex, commonest first, each with the share of the people it
 * stands for. Within a list the shares follow the Zipf-Mandelbrot law, p(rank) proportional to 1 / (rank + shift), with
 * the shift at which the first name has its stated share. A list in two halves, parted by `|` (or `|+`), is of first and
 * second syllables, drawn independently and written as one word (or two).
 *
 * Reference: Mandelbrot, "An informational theory of the statistical structure of language" (1953).
 */

import type { OriginId } from '../origins.ts';
import { field, readTable } from './csv.ts';

export interface ForeignNames {
  readonly origins: readonly string[];
  /** F or M. */
  readonly sex: string;
  /** First and last decade of birth that the list is for. */
  readonly decades: readonly [first: number, last: number];
  /** Share of the people of the origin, sex and decade whose names these are, in (0, 1]. */
  readonly share: number;
  /** May name a name twice (two divisions of the same syllables). */
  readonly names: readonly string[];
  /** Of the names, summing to 1. */
  readonly shares: readonly number[];
}

/** Reads the lists. */
export function readForeignNames(): readonly ForeignNames[] {
  return readTable('given-names-abroad.csv').rows.map((row) => {
    return {
      origins: field(row, 0).split(' '),
      sex: field(row, 1),
      decades: [Number(field(row, 2)), Number(field(row, 3))],
      share: Number(field(row, 4)),
      ...readList(field(row, 6), Number(field(row, 5))),
    };
  });
}

function readList(text: string, topShare: number): Pick<ForeignNames, 'names' | 'shares'> {
  const [first = [], second] = text.split(/ \|\+? /).map((half) => {
    const names = half.split(' ').map((name) => name.replaceAll('+', ' '));
    const shares = fallingShares(names.length, topShare);
    return names.map((name, index) => ({ name, share: shares[index]! }));
  });
  const joint = text.includes('|+') ? ' ' : '';
  const whole =
    second === undefined
      ? first
      : first.flatMap((a) =>
          second.map((b) => ({ name: a.name + joint + b.name, share: a.share * b.share })),
        );
  return { names: whole.map(({ name }) => name), shares: whole.map(({ share }) => share) };
}

/** The lists for people of an origin, sex (F or M) and decade of birth. */
export function foreignNamesOf(
  lists: readonly ForeignNames[],
  origin: OriginId,
  sex: string,
  decade: number,
): readonly ForeignNames[] {
  return lists.filter(
    (list) =>
      list.sex === sex &&
      list.origins.includes(origin) &&
      list.decades[0] <= decade &&
      decade <= list.decades[1],
  );
}

/** Shares of ranks 1 to `count` of which the first is `top`, in (1 / count, 1); found by bisection. */
function fallingShares(count: number, top: number): readonly number[] {
  const sharesAt = (shift: number) => {
    const terms = Array.from({ length: count }, (_, index) => 1 / (index + 1 + shift));
    const sum = terms.reduce((a, b) => a + b, 0);
    return terms.map((term) => term / sum);
  };
  let low = 1e-6; // shift + 1, whose logarithm is halved
  let high = 1e6;
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (sharesAt(middle - 1)[0]! > top) low = middle;
    else high = middle;
  }
  return sharesAt(low - 1);
}
