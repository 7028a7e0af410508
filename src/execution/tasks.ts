/**
 * The tasks that threads do for a run. First those about the request list, part by part: which requests are recorded in the
 * sampled ZIP areas, how often errors acted, and, where a place scope is wider than a ZIP area, the columns of the whole
 * list. Then the shards. What a task gives does not depend on who does it.
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
import { type CorruptionSums, corruptionSums } from '../requests/realised-rates.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type RecordedPart, recordedPart, type WantedRequests } from './recorded-requests.ts';
import { tallyKey } from './run-directory.ts';
import { countPlan, linkOptions, type World } from './run-plan.ts';

/** A shard as it is sent to a thread, the arrays shared. */
export interface ShardTask {
  readonly kind: 'shard';
  readonly id: string;
  readonly shard: Shard;
  readonly recorded: RecordedRequests;
  /** Of the whole request list, where the run needs them: the same in all tasks of a run. */
  readonly register?: RegisterColumns | undefined;
  /** Which run it belongs to. */
  readonly key: string;
}

/** Requests of the list, from `first` to before `end`. */
interface Part {
  readonly id: string;
  readonly first: number;
  readonly end: number;
}

/** Asks where requests are recorded. */
interface RecordedTask extends Part, WantedRequests {
  readonly kind: 'recorded';
}

/** Counts how often errors acted. */
interface RatesTask extends Part {
  readonly kind: 'rates';
}

/** Makes columns of the register. */
export interface RegisterTask extends Part {
  readonly kind: 'register';
}

export type Task = RecordedTask | RatesTask | RegisterTask | ShardTask;
export type Result = RecordedPart | CorruptionSums | RegisterColumns | Uint8Array;

/** Small enough that a thread is not kept for long, large enough that nothing is made twice too often. */
const REQUESTS_PER_TASK = 20_000;
/** It takes a microsecond to ask a request where it is recorded. */
const REQUESTS_ASKED_PER_TASK = 80_000;
/** Requests looked at for the realised rates of errors, and as many at a time as take some hundredths of a second. */
const REQUESTS_FOR_RATES = 2_000;
const REQUESTS_AT_A_TIME = 50;

function partsOf<Kind extends string>(kind: Kind, requests: number, size: number) {
  return Array.from({ length: Math.ceil(requests / size) }, (_, part) => {
    const first = part * size;
    return { kind, id: `${kind}-${part}`, first, end: Math.min(first + size, requests) };
  });
}

/** The tasks that together ask the whole list. */
export const recordedTasks = (
  requests: number,
  wanted: Omit<WantedRequests, 'first' | 'end'>,
): readonly RecordedTask[] =>
  partsOf('recorded', requests, REQUESTS_ASKED_PER_TASK).map((part) => ({ ...part, ...wanted }));

/** The tasks that together count the realised rates: of the first requests, which stand in random order. */
export const ratesTasks = (requests: number): readonly RatesTask[] =>
  partsOf('rates', Math.min(requests, REQUESTS_FOR_RATES), REQUESTS_AT_A_TIME);

/** How many requests are to be in the register: none where every place scope is within a ZIP area. */
export const registeredBy = (scenario: Scenario): number =>
  halvesOf(countPlan(scenario)).wide === undefined ? 0 : scenario.requests.count.value;

/** The tasks that together make the register. */
export const registerTasks = (scenario: Scenario): readonly RegisterTask[] =>
  partsOf('register', registeredBy(scenario), REQUESTS_PER_TASK);

export interface TaskRunner {
  do(task: Task): Result;
  /** The same of a shard, letting other work of the thread through after every ZIP area, until the signal. */
  shardGently(task: ShardTask, signal: AbortSignal): Promise<Uint8Array>;
}

/** Does tasks of one run in the world of this thread. */
export function taskRunner(scenario: Scenario, { population, requests }: World): TaskRunner {
  const counts = countPlan(scenario);
  const { narrow, wide } = halvesOf(counts);
  const { gates } = scenario.matching;
  let recordedZip: ((request: number) => number) | undefined;
  let linkers: Linkers | undefined;
  const linkersFor = ({ register, shard }: ShardTask): Linkers => {
    linkers ??= {
      narrow: narrow && linker(population, requests, narrow, linkOptions(scenario, population.shared.names)),
      wide: wide && wideLinker(population, requests, register!, wide, gates, shard.requestsHeld),
    };
    return linkers;
  };
  const bytesOf = ({ id, key }: ShardTask, tally: Tally) => encodeTally(tally, tallyKey(key, id));
  return {
    do(task) {
      switch (task.kind) {
        case 'recorded':
          recordedZip ??= requests.recordedZipIn(task.isSampled);
          return recordedPart(requests, task, recordedZip);
        case 'rates':
          return corruptionSums(requests, task.first, task.end);
        case 'register':
          return registerColumns(requests, gates, task.first, task.end);
        case 'shard':
          return bytesOf(task, linkShard(task.shard, population, linkersFor(task), task.recorded, counts));
      }
    },
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
