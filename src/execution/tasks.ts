/**
 * The tasks that threads do for a run: first, where a place scope is wider than a ZIP area, the columns of the whole
 * request list, part by part; then the shards. What a task gives does not depend on who does it.
 */

import { halvesOf } from '../linkage/counts.ts';
import { linker } from '../linkage/link-zip-area.ts';
import {
  type Linkers,
  linkShard,
  linkShardByAreas,
  type RecordedRequests,
  type Shard,
} from '../linkage/shard.ts';
import { encodeTally, type Tally } from '../linkage/tally.ts';
import { wideLinker } from '../linkage/wide/link-register.ts';
import { type RegisterColumns, registerColumns } from '../linkage/wide/register-columns.ts';
import type { Scenario } from '../scenario/schema.ts';
import { tallyKey } from './run-directory.ts';
import { countPlan, linkOptions, type World } from './run-plan.ts';

/** A shard as it is sent to a thread, the arrays shared. */
export interface ShardTask {
  readonly id: string;
  readonly shard: Shard;
  readonly recorded: RecordedRequests;
  /** Of the whole request list, where the run needs them: the same in all tasks of a run. */
  readonly register?: RegisterColumns | undefined;
  /** Which run it belongs to. */
  readonly key: string;
}

/** Requests of the list, from `first` to before `end`, whose columns are to be made. */
export interface RegisterTask {
  readonly id: string;
  readonly first: number;
  readonly end: number;
}

/** Small enough that a thread is not kept for long, large enough that nothing is made twice too often. */
const REQUESTS_PER_TASK = 20_000;

/** The tasks that together make the register; none where every place scope is within a ZIP area. */
export function registerTasks(scenario: Scenario, requests: number): readonly RegisterTask[] {
  if (halvesOf(countPlan(scenario)).wide === undefined) return [];
  return Array.from({ length: Math.ceil(requests / REQUESTS_PER_TASK) }, (_, part) => {
    const first = part * REQUESTS_PER_TASK;
    return { id: `requests-${part}`, first, end: Math.min(first + REQUESTS_PER_TASK, requests) };
  });
}

export interface TaskRunner {
  register(task: RegisterTask): RegisterColumns;
  /** The bytes of the tally of a shard. */
  shard(task: ShardTask): Uint8Array;
  /** The same, letting other work of the thread through after every ZIP area, until the signal. */
  shardGently(task: ShardTask, signal: AbortSignal): Promise<Uint8Array>;
}

/** Does tasks in the world of this thread. */
export function taskRunner(scenario: Scenario, { population, requests }: World): TaskRunner {
  const counts = countPlan(scenario);
  const { narrow, wide } = halvesOf(counts);
  const { gates } = scenario.matching;
  let linkers: Linkers | undefined;
  const linkersFor = ({ register }: ShardTask): Linkers => {
    linkers ??= {
      narrow: narrow && linker(population, requests, narrow, linkOptions(scenario)),
      wide: wide && wideLinker(population, requests, register!, wide, gates),
    };
    return linkers;
  };
  const bytesOf = ({ id, key }: ShardTask, tally: Tally) => encodeTally(tally, tallyKey(key, id));
  return {
    register: ({ first, end }) => registerColumns(requests, gates, first, end),
    shard: (task) =>
      bytesOf(task, linkShard(task.shard, population, linkersFor(task), task.recorded, counts)),
    async shardGently(task, signal) {
      const areas = linkShardByAreas(task.shard, population, linkersFor(task), task.recorded, counts);
      for (;;) {
        const { done, value } = areas.next();
        if (done) return bytesOf(task, value);
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
      }
    },
  };
}
