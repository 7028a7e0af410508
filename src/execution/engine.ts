/**
 * Where shards run: in this thread, or in worker threads. Either way a shard goes in and the bytes of its tally
 * come out; no engine can change a result.
 */

import { Piscina } from 'piscina';
import type { CountPlan } from '../linkage/counts.ts';
import { linker } from '../linkage/link-zip-area.ts';
import { linkShard, type RecordedRequests, type Shard } from '../linkage/shard.ts';
import { encodeTally } from '../linkage/tally.ts';
import type { Scenario } from '../scenario/schema.ts';
import { linkOptions, openWorld, type World } from './run-plan.ts';

/** What every worker needs to know once; plain data, the arrays shared. */
export interface Assignment {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly counts: CountPlan;
  readonly recorded: RecordedRequests;
  /** Written into each tally: which run it belongs to. */
  readonly key: string;
}

/** Links one shard and returns the bytes of its tally. */
export type ShardRunner = (shard: Shard) => Uint8Array;

/** A runner with a world of its own; costs about a second, so once a thread. */
export function shardRunner(
  { scenario, seed, counts, recorded, key }: Assignment,
  world: World = openWorld(scenario, seed),
): ShardRunner {
  const link = linker(world.population, world.requests, counts, linkOptions(scenario));
  return (shard) => encodeTally(linkShard(shard, world.population, link, recorded, counts), key);
}

export interface EngineOptions {
  /** Threads; 1 runs everything in this one. */
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Called once for each shard, as it is done, in no set order. */
  readonly onTally: (shard: Shard, bytes: Uint8Array) => void;
}

/** Runs the shards. Rejects with the signal's reason when aborted, and with the first error of a shard. */
export async function runShards(
  assignment: Assignment,
  shards: readonly Shard[],
  world: World,
  { workers, signal, onTally }: EngineOptions,
): Promise<void> {
  signal.throwIfAborted();
  if (workers <= 1 || shards.length <= 1) {
    const run = shardRunner(assignment, world);
    for (const shard of shards) {
      onTally(shard, run(shard));
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    return;
  }
  const threads = Math.min(workers, shards.length);
  const pool = new Piscina<Shard, Uint8Array>({
    filename: new URL('./worker.js', import.meta.url).href,
    workerData: assignment,
    minThreads: threads,
    maxThreads: threads,
  });
  const stop = () => void pool.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(
      // The largest first, so that no thread is left alone with a long one.
      [...shards]
        .sort((a, b) => b.taxpayers - a.taxpayers)
        .map(async (shard) => onTally(shard, await pool.run(shard, { name: 'link' }))),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await pool.destroy();
  }
}
