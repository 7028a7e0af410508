/**
 * Tallies: what is left of a ZIP area once it is linked. A tally holds, for each count, the sum over ZIP areas
 * and over their squares (from which the chance of another sample of ZIP areas is estimated), and the sum over
 * requests of squares (from which the chance of another roll of the dice is). All are whole numbers, so tallies
 * add up to the same whatever the order or grouping.
 */

import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { type CountPlan, cellIndex, cells, settingOf, settings } from './counts.ts';
import { readSparseRuns, sparseRuns } from './sparse-runs.ts';
import {
  addHeldTally,
  emptyHeldTally,
  type HeldSizes,
  type HeldTally,
  readHeldTally,
  storedHeldTally,
} from './wide/held/held-tally.ts';

export interface Tally {
  /** Linked: ZIP areas, people of the file in them, and requests recorded there. */
  readonly zipAreas: number;
  readonly taxpayers: number;
  readonly requests: number;
  /** People of the file who were looked up in the whole request list, under the place scopes that ask for it. */
  readonly lookedUp: number;
  /** By `setting * cells.length + cell`: sum over ZIP areas of the count, and of its square. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  /** Same places: sum over requests of the square of the request's own part of the count. */
  readonly requestSquares: Float64Array;
  /** By setting: sum over ZIP areas of wrong pairs times correct pairs. */
  readonly wrongTimesCorrect: Float64Array;
  /** Requests held against everybody of the ZIP areas, under the place scopes that ask for it; where any were. */
  readonly held?: HeldTally;
}

const totals = ['zipAreas', 'taxpayers', 'requests', 'lookedUp'] as const satisfies readonly (keyof Tally)[];
type MutableTotals = { -readonly [K in (typeof totals)[number]]: number };
const columns = [
  'sum',
  'squares',
  'requestSquares',
  'wrongTimesCorrect',
] as const satisfies readonly (keyof Tally)[];

export function emptyTally(plan: CountPlan): Tally {
  const count = settings(plan);
  return {
    zipAreas: 0,
    taxpayers: 0,
    requests: 0,
    lookedUp: 0,
    sum: new Float64Array(count * cells.length),
    squares: new Float64Array(count * cells.length),
    requestSquares: new Float64Array(count * cells.length),
    wrongTimesCorrect: new Float64Array(count),
  };
}

/** The counts of one ZIP area, before they are squared and added up. */
export interface ZipCounts {
  readonly taxpayers: number;
  readonly requests: number;
  /** None unless said. */
  readonly lookedUp?: number;
  readonly counts: Float64Array;
  /** The settings that have counts at all; looked for in all of them unless said. */
  readonly settings?: Iterable<number>;
}

const wrongPairs = cellIndex('pairs-wrongly-matched', 'all');
const correctRequests = cellIndex('requests-correctly-matched', 'all');

/** Adds one count of a ZIP area, at `setting * cells.length + cell`: for those that stand in no column of counts. */
export function addCount({ sum, squares }: Tally, at: number, count: number): void {
  sum[at]! += count;
  squares[at]! += count * count;
}

/** Adds one ZIP area to `tally`, in place. */
export function addZipArea(
  tally: Tally,
  {
    taxpayers,
    requests,
    lookedUp = 0,
    counts,
    settings: counted = tally.wrongTimesCorrect.keys(),
  }: ZipCounts,
): void {
  const into = tally as MutableTotals;
  into.zipAreas += 1;
  into.taxpayers += taxpayers;
  into.requests += requests;
  into.lookedUp += lookedUp;
  for (const setting of counted) {
    const at = setting * cells.length;
    for (let i = at; i < at + cells.length; i++) {
      if (counts[i]! !== 0) addCount(tally, i, counts[i]!);
    }
    tally.wrongTimesCorrect[setting]! += counts[at + wrongPairs]! * counts[at + correctRequests]!;
  }
}

/** The part of `tally` that is of requests held against everybody; made when first asked for. */
export function heldTallyOf(tally: Tally, sizes: HeldSizes): HeldTally {
  const held = tally.held ?? emptyHeldTally(sizes);
  (tally as { held?: HeldTally }).held = held;
  return held;
}

/** Adds `other` to `tally`, in place. */
export function addTally(tally: Tally, other: Tally): void {
  for (const total of totals) (tally as MutableTotals)[total] += other[total];
  for (const column of columns) {
    const [into, from] = [tally[column], other[column]];
    for (let i = 0; i < from.length; i++) into[i]! += from[i]!;
  }
  if (other.held !== undefined) addHeldTally(heldTallyOf(tally, other.held), other.held);
}

/**
 * The tally of a plan from the tallies of its two halves (`halvesOf`), which are of the same ZIP areas.
 * @param plan whose places are those of the halves
 */
export function joinedTally(
  plan: CountPlan,
  halves: readonly { readonly plan: CountPlan; readonly tally: Tally }[],
): Tally {
  const whole = emptyTally(plan);
  const into = whole as MutableTotals;
  for (const total of totals) into[total] = Math.max(...halves.map(({ tally }) => tally[total]));
  for (const { plan: half, tally } of halves) {
    if (tally.held !== undefined) addHeldTally(heldTallyOf(whole, tally.held), tally.held);
    half.matchers.forEach((_, m) => {
      half.places.forEach((place, p) => {
        half.rules.forEach((_rule, r) => {
          const from = settingOf(half, m, p, r);
          const to = settingOf(plan, m, plan.places.indexOf(place), r);
          for (const column of columns) {
            const width = tally[column].length / settings(half);
            const end = (from + half.thresholds.length) * width;
            whole[column].set(tally[column].subarray(from * width, end), to * width);
          }
        });
      });
    });
  }
  return whole;
}

/**
 * A tally as the bytes of a file: gzipped JSON, each column as runs of [places skipped, value]. Packed fast rather than
 * small: a run writes one a shard, and a fifth of the time makes a file that is a quarter larger.
 * @param key says which run it belongs to
 */
export function encodeTally(tally: Tally, key: string): Uint8Array {
  const document = {
    key,
    ...Object.fromEntries(totals.map((total) => [total, tally[total]])),
    ...Object.fromEntries(columns.map((column) => [column, sparseRuns(tally[column])])),
    ...(tally.held === undefined ? {} : { held: storedHeldTally(tally.held) }),
  };
  return gzipSync(JSON.stringify(document), { level: constants.Z_BEST_SPEED });
}

/**
 * Reads a tally file. Throws an Error of one line if the bytes are damaged, belong to another run, or do not fit.
 */
export function decodeTally(bytes: Uint8Array, key: string, plan: CountPlan): Tally {
  let document: Record<string, unknown>;
  try {
    document = JSON.parse(gunzipSync(bytes).toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Error('damaged tally; its bytes do not unpack');
  }
  if (document['key'] !== key)
    throw new Error('foreign tally; it belongs to another scenario, seed or version');
  const tally = emptyTally(plan);
  for (const total of totals) (tally as MutableTotals)[total] = Number(document[total]);
  for (const column of columns) readSparseRuns(document[column] as readonly number[], tally[column], column);
  if (document['held'] === undefined) return tally;
  return { ...tally, held: readHeldTally(document['held']) };
}
