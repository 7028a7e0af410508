/** A worker thread of the engine: makes its own world when it starts, then links the shards it is given. */

import { workerData } from 'node:worker_threads';
import type { Shard } from '../linkage/shard.ts';
import { type Assignment, shardRunner } from './engine.ts';

const run = shardRunner(workerData as Assignment);

/** Called by the pool with one shard at a time. */
export function link(shard: Shard): Uint8Array {
  return run(shard);
}
