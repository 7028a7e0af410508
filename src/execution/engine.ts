/**
 * Where the work of a run is done: in this thread, and in worker threads beside it where they pay. A shard goes in and
 * the bytes of its tally come out; no engine can change a result.
 *
 * A thread makes a world of its own, of what the world of this one has to share. It starts before this thread makes its
 * world, takes part in whatever has to be asked of the whole request list, and then in linking. This thread takes part,
 * too, with the world it has anyway.
 */

import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import { joinedColumns, type RegisterColumns } from '../linkage/wide/register-columns.ts';
import type { LayoutCounts } from '../population/layout-counts.ts';
import { population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { type CorruptionSums, type RealisedRates, realisedRates } from '../requests/realised-rates.ts';
import type { Scenario } from '../scenario/schema.ts';
import { joinedRequests, type RecordedPart, type WantedRequests } from './recorded-requests.ts';
import { openWorld, type World } from './run-plan.ts';
import {
  type RegisterTask,
  type Result,
  ratesTasks,
  recordedTasks,
  registerTasks,
  type ShardTask,
  type Task,
  taskRunner,
} from './tasks.ts';
import { type ThreadPool, threadPool } from './thread-pool.ts';

/** What a worker thread is started with. */
export interface ThreadStart {
  /** The prepared names of this process. */
  readonly names: SharedArrayBuffer;
}

/** What it is told before anything else; plain data. */
export interface WorldAssignment {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Who lives where, settled for all threads. */
  readonly counts: LayoutCounts;
}

export interface EngineOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Threads to begin with, this one counted. */
  readonly threads: number;
  readonly signal: AbortSignal;
  /** What a thread runs; the worker beside this file unless given. */
  readonly worker?: URL;
}

/** What there is to know of the request list before any of it is linked. */
export interface Survey {
  readonly recorded: RecordedRequests;
  /** People in the file whose request names no ZIP area. */
  readonly unplacedInFile: number;
  readonly rates: RealisedRates;
}

/** Whom to tell of what is done; each call is about a part that was not told of before. */
export interface Listener {
  /** A shard, in no set order. */
  onTally(shard: Shard, bytes: Uint8Array): void;
  /** So many requests of the register, where there is one. */
  onRegistered?(requests: number): void;
}

export interface Engine {
  /** The world of this thread. */
  readonly world: World;
  /** Has so many threads, this one counted, make their worlds. */
  prepare(threads: number): void;
  /** Asks the request list. Rejects like `run`. */
  survey(wanted: Omit<WantedRequests, 'seed' | 'first' | 'end'>): Promise<Survey>;
  /**
   * Runs the shards, on as many threads as were prepared. Rejects with the signal's reason when aborted, and with the
   * first error of a task.
   */
  run(shards: readonly Shard[], job: Pick<ShardTask, 'recorded' | 'key'>, listener: Listener): Promise<void>;
  close(): Promise<void>;
}

/** Starts the threads and makes the world of this one. An InputError where the scenario asks for one that cannot be. */
export function openEngine({ scenario, seed, threads, signal, worker }: EngineOptions): Engine {
  const tables = loadTables();
  const start: ThreadStart = { names: tables.preparedNames };
  const file = worker ?? new URL('./worker.js', import.meta.url);
  const pool = threadPool<Task, Result>({ file, data: start, signal });
  pool.grow(threads - 1);
  try {
    const people = population(scenario, seed, tables);
    const assignment: WorldAssignment = { scenario, seed, counts: people.layout.counts };
    pool.introduce(assignment);
    return engineOf(pool, scenario, seed, openWorld(scenario, seed, people), signal);
  } catch (error) {
    void pool.close();
    throw error;
  }
}

function engineOf(
  pool: ThreadPool<Task, Result>,
  scenario: Scenario,
  seed: number,
  world: World,
  signal: AbortSignal,
): Engine {
  const runner = taskRunner(scenario, world);
  const { size } = world.requests;
  /** Does tasks about parts of the request list; their results in the order of the tasks. */
  const inParts = async (tasks: readonly Exclude<Task, ShardTask>[], onDone: (task: Task) => void) => {
    const results = new Map<string, Result>();
    await pool.run(
      tasks,
      (task, result) => {
        results.set(task.id, result);
        onDone(task);
      },
      async (task) => {
        await new Promise((resolve) => setImmediate(resolve));
        return runner.do(task);
      },
    );
    return tasks.map(({ id }) => results.get(id)!);
  };
  return {
    world,
    prepare: (threads) => pool.grow(threads - 1),
    async survey(wanted) {
      const asking = recordedTasks(size, { ...wanted, seed });
      const results = await inParts([...asking, ...ratesTasks(size)], () => {});
      return {
        ...joinedRequests(
          world.population.layout.zipAreas,
          results.slice(0, asking.length) as readonly RecordedPart[],
        ),
        rates: realisedRates(results.slice(asking.length) as readonly CorruptionSums[]),
      };
    },
    async run(shards, job, { onTally, onRegistered }) {
      const tasks = shards.length === 0 ? [] : registerTasks(scenario);
      const parts = await inParts(tasks, (task) => {
        const { first, end } = task as RegisterTask;
        onRegistered?.(end - first);
      });
      const register = parts.length === 0 ? undefined : joinedColumns(parts as readonly RegisterColumns[]);
      await pool.run(
        inTurns(shards).map((shard) => ({ kind: 'shard', id: shard.id, shard, register, ...job })),
        (task, bytes) => onTally((task as ShardTask).shard, bytes as Uint8Array),
        (task) => runner.shardGently(task as ShardTask, signal),
      );
    },
    close: pool.close,
  };
}

/**
 * Every stratum in even steps, so that at any time about the same share of each is done and the time left can be told;
 * at the end those with the least people, so that no thread is left alone with a long one.
 */
function inTurns(shards: readonly Shard[]): readonly Shard[] {
  const sizes = new Map<number, number>();
  for (const { stratum } of shards) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const seen = new Map<number, number>();
  return shards
    .map((shard) => {
      const place = seen.get(shard.stratum) ?? 0;
      seen.set(shard.stratum, place + 1);
      return { shard, turn: (place + 0.5) / sizes.get(shard.stratum)! };
    })
    .sort((a, b) => a.turn - b.turn || b.shard.taxpayers - a.shard.taxpayers)
    .map(({ shard }) => shard);
}
