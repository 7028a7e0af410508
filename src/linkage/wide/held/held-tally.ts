/**
 * What is left of holding a sample of requests against the people of some ZIP areas: for each request, matcher and wide
 * place scope how many people match it at each threshold, and who is the best of them. Such tallies add up, in any
 * order and grouping, to that of everybody in the country, from which every decision rule can be told.
 *
 * `all` and `unique` follow from the numbers of people; `best` needs the highest score, and of those who share it the
 * one with the highest ticket of the lot (../../leaders.ts).
 */

import { readSparseRuns, sparseRuns } from '../../sparse-runs.ts';

/** Sizes of the tally: of the whole list, of the sample; `ways` are matchers times wide place scopes. */
export interface HeldSizes {
  readonly listed: number;
  readonly requests: number;
  readonly ways: number;
  readonly thresholds: number;
}

export interface HeldTally extends HeldSizes {
  /** By request: 1 where the requested person was among the people. */
  readonly inFile: Uint8Array;
  /** By `request * ways + way`: how many of the lowest thresholds the pair of request and requested person reaches. */
  readonly correct: Uint8Array;
  /** Beneath that, twice (all people, citizens), by thresholds reached less 1: how many others reach just so many. */
  readonly wrong: Uint32Array;
  /** As `correct`: score of the best, 0 where there is nobody, their ticket, and who they are (`leaderKinds`). */
  readonly bestScore: Float64Array;
  readonly bestTicket: Uint32Array;
  readonly bestKind: Uint8Array;
}

/** Who leads: nobody, the requested person, or somebody else. */
export const leaderKinds = { nobody: 0, correct: 1, wrong: 2, wrongCitizen: 3 } as const;

const sizes = ['listed', 'requests', 'ways', 'thresholds'] as const satisfies readonly (keyof HeldSizes)[];
const columns = ['inFile', 'correct', 'wrong', 'bestScore', 'bestTicket', 'bestKind'] as const;

export function emptyHeldTally({ listed, requests, ways, thresholds }: HeldSizes): HeldTally {
  const size = requests * ways;
  return {
    listed,
    requests,
    ways,
    thresholds,
    inFile: new Uint8Array(requests),
    correct: new Uint8Array(size),
    wrong: new Uint32Array(size * 2 * thresholds),
    bestScore: new Float64Array(size),
    bestTicket: new Uint32Array(size),
    bestKind: new Uint8Array(size),
  };
}

/** Adds one more wrong pair of a request. @param at `request * ways + way` */
export function addWrong(tally: HeldTally, at: number, reached: number, isCitizen: boolean): void {
  const { wrong, thresholds } = tally;
  wrong[2 * at * thresholds + reached - 1]! += 1;
  if (isCitizen) wrong[(2 * at + 1) * thresholds + reached - 1]! += 1;
}

/**
 * Lets somebody take the lead of a request if theirs is the higher score, or the same and the higher ticket. Where tickets
 * are the same, too (once in 2^32), the kind decides, so that the order in which people come never does.
 */
export function lead(tally: HeldTally, at: number, score: number, ticket: number, kind: number): void {
  const { bestScore, bestTicket, bestKind } = tally;
  const apart =
    score - bestScore[at]! ||
    ticket - bestTicket[at]! ||
    (bestKind[at] === leaderKinds.nobody ? 1 : bestKind[at]! - kind);
  if (apart <= 0) return;
  bestScore[at] = score;
  bestTicket[at] = ticket;
  bestKind[at] = kind;
}

/** Adds `other`, of the same requests and other people, to `tally`, in place. */
export function addHeldTally(tally: HeldTally, other: HeldTally): void {
  for (const size of sizes) {
    if (tally[size] !== other[size]) throw new Error(`tallies of different ${size} do not add up`);
  }
  const { inFile, correct, wrong } = tally;
  for (let i = 0; i < inFile.length; i++) inFile[i]! |= other.inFile[i]!;
  for (let i = 0; i < wrong.length; i++) wrong[i]! += other.wrong[i]!;
  for (let at = 0; at < correct.length; at++) {
    if (other.correct[at]! > correct[at]!) correct[at] = other.correct[at]!;
    if (other.bestKind[at] === leaderKinds.nobody) continue;
    lead(tally, at, other.bestScore[at]!, other.bestTicket[at]!, other.bestKind[at]!);
  }
}

/** The tally as plain data for JSON. */
export function storedHeldTally(tally: HeldTally): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(sizes.map((size) => [size, tally[size]])),
    ...Object.fromEntries(columns.map((column) => [column, sparseRuns(tally[column])])),
  };
}

/** The tally of what `storedHeldTally` gave, read from JSON. Throws an Error of one line where it is damaged. */
export function readHeldTally(stored: unknown): HeldTally {
  const document = stored as Readonly<Record<string, unknown>>;
  const tally = emptyHeldTally(
    Object.fromEntries(sizes.map((size) => [size, Number(document[size])])) as unknown as HeldSizes,
  );
  for (const column of columns) readSparseRuns(document[column] as readonly number[], tally[column], column);
  return tally;
}
