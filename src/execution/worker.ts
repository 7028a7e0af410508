/**
 * A worker thread of the engine. It reads its modules and tables while the main thread settles who lives where, makes its
 * own world when it is told, and then does the tasks it is sent.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import type { ThreadStart, WorldAssignment } from './engine.ts';
import { openWorld } from './run-plan.ts';
import { type Result, type Task, type TaskRunner, taskRunner } from './tasks.ts';
import type { Answer } from './thread-pool.ts';

const { names } = workerData as ThreadStart;
const tables = loadTables(names);

let runner: TaskRunner | undefined;

parentPort!.on('message', (message: WorldAssignment | Task) => {
  if (!('kind' in message)) {
    const { scenario, seed, counts } = message;
    runner = taskRunner(scenario, openWorld(scenario, seed, population(scenario, seed, tables, counts)));
    return;
  }
  const { id } = message;
  let answer: Answer<Result>;
  try {
    answer = { id, result: runner!.do(message) };
  } catch (error) {
    answer = { id, error: (error as Error).message };
  }
  parentPort!.postMessage(answer);
});
