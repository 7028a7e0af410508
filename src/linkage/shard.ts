/**
 * A shard: some ZIP areas of one stratum, linked together. Its tally depends on the scenario, the seed and the
 * ZIP areas alone, so shards may run anywhere, in any order, more than once.
 */

import type { Population } from '../population/population.ts';
import type { CountPlan } from './counts.ts';
import type { Linker } from './link-zip-area.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Shard {
  readonly id: string;
  readonly stratum: number;
  readonly zipAreas: readonly number[];
  /** People of the taxpayer file who live there: the work to be done. */
  readonly taxpayers: number;
}

/** Which requests are recorded in which ZIP area: those of area z are `numbers[starts[z]..starts[z + 1])`. */
export interface RecordedRequests {
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

export function linkShard(
  shard: Shard,
  population: Population,
  linker: Linker,
  recorded: RecordedRequests,
  plan: CountPlan,
): Tally {
  const tally = emptyTally(plan);
  for (const zip of shard.zipAreas) {
    linker.link(
      population.layout.area(zip),
      recorded.numbers.subarray(recorded.starts[zip], recorded.starts[zip + 1]),
      tally,
    );
  }
  return tally;
}
