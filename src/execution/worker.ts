/** A worker thread of the engine: makes its own world when it starts, then links the shards it is sent. */

import { parentPort, workerData } from 'node:worker_threads';
import type { RegisterColumns } from '../linkage/wide/register-columns.ts';
import type { WorldAssignment } from './engine.ts';
import { openWorld } from './run-plan.ts';
import { type RegisterTask, type ShardTask, taskRunner } from './tasks.ts';
import type { Answer } from './thread-pool.ts';

const { scenario, seed, shared } = workerData as WorldAssignment;
const runner = taskRunner(scenario, openWorld(scenario, seed, shared));

parentPort!.on('message', (task: ShardTask | RegisterTask) => {
  let answer: Answer<Uint8Array | RegisterColumns>;
  try {
    answer = { result: 'shard' in task ? runner.shard(task) : runner.register(task) };
  } catch (error) {
    answer = { error: (error as Error).message };
  }
  parentPort!.postMessage(answer);
});
