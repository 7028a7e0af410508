/**
 * Where shards run: in this thread, and in worker threads beside it where they pay. Either way a shard goes in and
 * the bytes of its tally come out; no engine can change a result.
 *
 * A thread makes a world of its own, of what the world of this one has to share: it starts while this thread still plans, and
 * only where there is enough to link to make up for that. This thread takes part, with the world it has anyway.
 */

import type { Shard } from '../linkage/shard.ts';
import { joinedColumns, type RegisterColumns } from '../linkage/wide/register-columns.ts';
import type { SharedPopulation } from '../population/population.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { World } from './run-plan.ts';
import { type RegisterTask, registerTasks, type ShardTask, taskRunner } from './tasks.ts';
import { threadPool } from './thread-pool.ts';

/** What a worker thread needs to know when it starts; plain data. */
export interface WorldAssignment {
  readonly scenario: Scenario;
  readonly seed: number;
  /** What the world of the main thread has made for all. */
  readonly shared: SharedPopulation;
}

export interface EngineOptions extends Omit<WorldAssignment, 'shared'> {
  /** The world of this thread. */
  readonly world: World;
  readonly signal: AbortSignal;
  /** What a thread runs; the worker beside this file unless given. */
  readonly worker?: URL;
}

export interface Engine {
  /** Has so many threads, this one counted, make their worlds. */
  prepare(threads: number): void;
  /**
   * Runs the shards, on as many threads as were prepared. Rejects with the signal's reason when aborted, and with the
   * first error of a shard.
   * @param onTally called once for each shard, as it is done, in no set order
   * @param busy what this thread is at besides: it links no shard until then
   */
  run(
    shards: readonly Shard[],
    job: Pick<ShardTask, 'recorded' | 'key'>,
    onTally: (shard: Shard, bytes: Uint8Array) => void,
    busy?: Promise<unknown>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** An engine with this thread alone. */
export function openEngine({ scenario, seed, world, signal, worker }: EngineOptions): Engine {
  const data: WorldAssignment = { scenario, seed, shared: world.population.shared };
  const file = worker ?? new URL('./worker.js', import.meta.url);
  const pool = threadPool<ShardTask | RegisterTask, Uint8Array | RegisterColumns>({ file, data, signal });
  return {
    prepare: (threads) => pool.grow(threads - 1),
    async run(shards, job, onTally, busy) {
      const runner = taskRunner(scenario, world);
      const tasks = shards.length === 0 ? [] : registerTasks(scenario, world.requests.size);
      const parts = new Map<string, RegisterColumns>();
      await pool.run(
        tasks,
        ({ id }, columns) => parts.set(id, columns as RegisterColumns),
        async (task) => {
          await new Promise((resolve) => setImmediate(resolve));
          return runner.register(task as RegisterTask);
        },
      );
      const register = tasks.length === 0 ? undefined : joinedColumns(tasks.map(({ id }) => parts.get(id)!));
      parts.clear();
      await pool.run(
        inTurns(shards).map((shard) => ({ id: shard.id, shard, register, ...job })),
        (task, bytes) => onTally((task as ShardTask).shard, bytes as Uint8Array),
        async (task) => {
          await busy;
          return runner.shardGently(task as ShardTask, signal);
        },
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
