/**
 * Estimates from a sample of whole ZIP areas, with intervals that take the area, not the person, as the unit of
 * chance: neighbours and relatives are alike.
 *
 * Each estimate is linearised: how much it would move if one area weighed a little more. The spread of these
 * movements over the areas, after the part is taken out that the scaling by origin corrects, gives its
 * variance, as if areas were drawn independently (in truth they are spread over the states, so the interval
 * is rather too wide). The interval is Student's t with one degree of freedom less than there are areas.
 *
 * References: Saerndal, Swensson & Wretman, "Model Assisted Survey Sampling" (1992), sections 5.5 (linearisation) and
 * 7.6 (post-stratification); Abramowitz & Stegun 26.5.27 (quantiles of t from those of beta).
 */

import type { Household } from '../population/household.ts';
import { betaQuantile } from '../statistics/beta.ts';
import type { Sample, SampledArea } from './sample.ts';

/** What the sample says of a fact. Without a spread to judge by, the interval is infinite. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What a reader of a failure wants to know: names, counts. */
  readonly note?: string;
}

/** Level of all intervals. */
export const LEVEL = 0.99;

/** Sums over the people or households of one cell of one area, each person counted once: what is asked, of what. */
export type CellSums = (area: SampledArea, cell: number) => readonly [asked: number, of: number];

/** A share or mean over the file: all that is asked over all that it is asked of. */
export function ratio(sample: Sample, sums: CellSums, level = LEVEL): Measured {
  const cells = sample.areas.map((area) =>
    area.weights.map((weight, cell) => weighted(weight, sums(area, cell))),
  );
  const [asked, of] = total(cells.flat());
  const value = asked / of;
  const movements = cells.map((row) => row.map(([y, x]) => (y - value * x) / of));
  return around(value, scaledMovements(sample, movements), level);
}

/** A share or mean over households or their members: what is asked, of what, of one household. */
export function householdRatio(
  sample: Sample,
  counts: (household: Household) => readonly [asked: number, of: number],
): Measured {
  return ratio(sample, ({ households, householdStep }, cell) =>
    weighted(
      householdStep,
      total(households.filter((one) => one.cell === cell).map(({ household }) => counts(household))),
    ),
  );
}

/** A share or mean over ZIP areas or dwellings, which belong to no origin. */
export function areaRatio(
  sample: Sample,
  sums: (area: SampledArea) => readonly [asked: number, of: number],
): Measured {
  const areas = sample.areas.map((area) => weighted(area.areaWeight, sums(area)));
  const [asked, of] = total(areas);
  const value = asked / of;
  return around(
    value,
    areas.map(([y, x]) => (y - value * x) / of),
    LEVEL,
  );
}

/** People of the sample, and what each of them has: a number in [0, `keys`). */
export interface Keyed {
  readonly keys: number;
  keyOf(area: SampledArea): Int32Array;
  /** Who is meant; everybody when left out. */
  includes?(area: SampledArea, cell: number, row: number): boolean;
}

/**
 * The chance that two people of the file, of different ZIP areas, have the same key. In the country one pair in
 * some ten thousand is of one area, but in the sample many are, and they may be of one family.
 */
export function chanceOfSharing(sample: Sample, keyed: Keyed): Measured {
  const everywhere = new Float64Array(keyed.keys);
  const here = new Float64Array(keyed.keys);
  const chosen = sample.areas.map((area) =>
    area.weights.map((weight, cell) => ({ weight, keys: keysOf(area, cell, keyed) })),
  );
  let everybody = 0;
  for (const { weight, keys } of chosen.flat()) {
    for (const key of keys) everywhere[key]! += weight;
    everybody += weight * keys.length;
  }
  const cells = chosen.map((ofArea) => {
    let neighbours = 0;
    for (const { weight, keys } of ofArea) {
      for (const key of keys) here[key]! += weight;
      neighbours += weight * keys.length;
    }
    const pairs = ofArea.map(({ weight, keys }): Pair => {
      let sharing = 0;
      for (const key of keys) sharing += everywhere[key]! - here[key]!;
      return weighted(weight, [sharing, keys.length * (everybody - neighbours)]);
    });
    for (const { keys } of ofArea) for (const key of keys) here[key] = 0;
    return pairs;
  });
  const [sharing, pairs] = total(cells.flat());
  const value = sharing / pairs;
  // Each pair is counted from both ends: an area moves its own half and that of all others.
  const movements = cells.map((row) => row.map(([y, x]) => (2 * (y - value * x)) / pairs));
  return around(value, scaledMovements(sample, movements), LEVEL);
}

/** The keys of those people of a cell who are meant. */
function keysOf(area: SampledArea, cell: number, { keyOf, includes }: Keyed): Int32Array {
  const { firstPerson, people } = area.area.cells[cell]!;
  const keys = keyOf(area);
  if (includes === undefined) return keys.subarray(firstPerson, firstPerson + people);
  const chosen = new Int32Array(people);
  let count = 0;
  for (let row = firstPerson; row < firstPerson + people; row++) {
    if (includes(area, cell, row)) chosen[count++] = keys[row]!;
  }
  return chosen.slice(0, count);
}

/** "1 in ..." for a chance. */
export function oneIn({ value, low, high }: Measured): Measured {
  const inverse = (chance: number) => (chance > 0 ? 1 / chance : Number.POSITIVE_INFINITY);
  return { value: inverse(value), low: inverse(high), high: inverse(low) };
}

/** The same in another unit. */
export function times({ value, low, high }: Measured, factor: number): Measured {
  return { value: value * factor, low: low * factor, high: high * factor };
}

/** A figure that is known of the whole file and not estimated. */
export function exact(value: number): Measured {
  return { value, low: value, high: value };
}

type Pair = readonly [number, number];

const weighted = (weight: number, [y, x]: Pair): Pair => [weight * y, weight * x];
function total(pairs: readonly Pair[]): Pair {
  let ySum = 0;
  let xSum = 0;
  for (const [y, x] of pairs) {
    ySum += y;
    xSum += x;
  }
  return [ySum, xSum];
}

/** Movements by area, each cell's less what is in proportion to its people: the scaling by origin undoes that part. */
function scaledMovements({ areas }: Sample, movements: readonly (readonly number[])[]): readonly number[] {
  const people = areas.map(({ area, weights }) =>
    area.cells.map((cell, place) => weights[place]! * cell.people),
  );
  const sums = (rows: readonly (readonly number[])[]) =>
    rows[0]?.map((_, cell) => rows.reduce((sum, row) => sum + row[cell]!, 0)) ?? [];
  const peopleOfCell = sums(people);
  const perPerson = sums(movements).map((sum, cell) =>
    peopleOfCell[cell]! > 0 ? sum / peopleOfCell[cell]! : 0,
  );
  return movements.map((row, area) =>
    row.reduce((sum, movement, cell) => sum + movement - perPerson[cell]! * people[area]![cell]!, 0),
  );
}

/** The interval round a value that cannot be negative. */
function around(value: number, movements: readonly number[], level: number): Measured {
  const areas = movements.length;
  if (areas < 2) return { value, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const mean = movements.reduce((a, b) => a + b, 0) / areas;
  const squares = movements.reduce((sum, movement) => sum + (movement - mean) ** 2, 0);
  const reach = studentQuantile((1 + level) / 2, areas - 1) * Math.sqrt((areas / (areas - 1)) * squares);
  return { value, low: Math.max(0, value - reach), high: value + reach };
}

/** What Student's t stays below with a probability above one half. */
function studentQuantile(probability: number, degrees: number): number {
  const x = betaQuantile(2 * (1 - probability), degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
