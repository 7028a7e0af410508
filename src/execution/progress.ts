/**
 * How far a run is, and how long it has to go. Shards come in turns from all strata, so the work done so far, people and
 * requests weighed (`work.ts`), says what the rest will cost.
 */

/** How far a run is. */
export interface Progress {
  /** People of the taxpayer file in the ZIP areas that are linked, and in all of those to link. */
  readonly people: number;
  readonly totalPeople: number;
  /** Of the work, in [0, 1]: requests weigh, too. */
  readonly share: number;
}

/** A share done at a time, in seconds from any beginning. */
export interface Milestone {
  readonly seconds: number;
  readonly share: number;
}

/** Until about then the engine of Node still compiles what it runs, and goes at half its speed. */
const WARM_UP_SECONDS = 5;

/**
 * Seconds left at the last milestone, at the speed since the start, or since the warm-up where that is over; `undefined`
 * while nothing is known of it.
 * @param milestones in order; the first is where the work began
 */
export function secondsLeft(milestones: readonly Milestone[]): number | undefined {
  const [first, last] = [milestones[0], milestones.at(-1)];
  if (first === undefined || last === undefined || last.share === first.share) return undefined;
  const isWarm = ({ seconds, share }: Milestone) =>
    seconds >= first.seconds + WARM_UP_SECONDS && share < last.share;
  const from = milestones.find(isWarm) ?? first;
  return ((1 - last.share) * (last.seconds - from.seconds)) / (last.share - from.share);
}
