/**
 * A shard: some ZIP areas of one stratum, linked together. Its tally depends on the scenario, the seed and the
 * ZIP areas alone, so shards may run anywhere, in any order, more than once.
 */

import type { Population } from '../population/population.ts';
import { type CountPlan, halvesOf } from './counts.ts';
import type { Linker } from './link-zip-area.ts';
import { emptyTally, joinedTally, type Tally } from './tally.ts';
import type { WideLinker } from './wide/link-register.ts';

export interface Shard {
  readonly id: string;
  readonly stratum: number;
  readonly zipAreas: readonly number[];
  /** People of the taxpayer file who live there: the work to be done. */
  readonly taxpayers: number;
  /** Share of them who are looked up in the whole request list, where a place scope asks for it; all unless said. */
  readonly peopleShare?: number;
  /** Requests, drawn by lot, that are held against everybody there, where a place scope asks for it; none unless said. */
  readonly requestsHeld?: number;
}

/** Which requests are recorded in which ZIP area: those of area z are `numbers[starts[z]..starts[z + 1])`. */
export interface RecordedRequests {
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

/** What links the two halves of a plan (`halvesOf`); left out where there is no such half. */
export interface Linkers {
  readonly narrow?: Pick<Linker, 'link'> | undefined;
  readonly wide?: WideLinker | undefined;
}

/** Links a shard ZIP area by ZIP area: stops after each, so that its caller can look up, and returns the tally. */
export function* linkShardByAreas(
  shard: Shard,
  population: Population,
  linkers: Linkers,
  recorded: RecordedRequests,
  plan: CountPlan,
): Generator<undefined, Tally> {
  const { narrow, wide } = halvesOf(plan);
  const tallies = { narrow: narrow && emptyTally(narrow), wide: wide && emptyTally(wide) };
  for (const zip of shard.zipAreas) {
    const area = population.layout.area(zip);
    if (tallies.narrow !== undefined) {
      const { numbers, starts } = recorded;
      linkers.narrow!.link(area, numbers.subarray(starts[zip], starts[zip + 1]), tallies.narrow);
    }
    if (tallies.wide !== undefined) linkers.wide!.link(area, shard.peopleShare ?? 1, tallies.wide);
    yield;
  }
  if (narrow === undefined || wide === undefined) return tallies.narrow ?? tallies.wide!;
  return joinedTally(plan, [
    { plan: narrow, tally: tallies.narrow! },
    { plan: wide, tally: tallies.wide! },
  ]);
}

/** The tally of a shard, linked in one go. */
export function linkShard(...shard: Parameters<typeof linkShardByAreas>): Tally {
  const areas = linkShardByAreas(...shard);
  for (;;) {
    const { done, value } = areas.next();
    if (done) return value;
  }
}
