/**
 * How far a run is, and how long it has to go. Shards come in turns from all strata, so the work done so far says what
 * the rest will cost; and what the machine did of late says how fast.
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

/** Of the time so far, the part at its end whose speed is taken for that of the rest: without the start. */
const OF_LATE = 2 / 3;

/**
 * Seconds left at the last milestone, from that speed; `undefined` while nothing is known of it.
 * @param milestones in order; the first is where the work began
 */
export function secondsLeft(milestones: readonly Milestone[]): number | undefined {
  const [first, last] = [milestones[0], milestones.at(-1)];
  if (first === undefined || last === undefined || last.share === first.share) return undefined;
  const since = last.seconds - OF_LATE * (last.seconds - first.seconds);
  const from = milestones.findLast(({ seconds, share }) => seconds <= since && share < last.share) ?? first;
  return ((1 - last.share) * (last.seconds - from.seconds)) / (last.share - from.share);
}
