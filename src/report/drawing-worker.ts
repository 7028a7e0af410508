/** The thread of `drawingThread`: loads what draws charts when it starts, then draws those that it is sent. */

import { parentPort } from 'node:worker_threads';
import type { Answer } from '../execution/thread-pool.ts';
import type { DrawingTask } from './drawing-thread.ts';
import { type Drawing, drawHere, loadRenderer } from './render.ts';

parentPort!.on('message', async ({ id, specs }: DrawingTask) => {
  let answer: Answer<readonly Drawing[]>;
  try {
    answer = { id, result: await drawHere(specs) };
  } catch (error) {
    answer = { id, error: (error as Error).message };
  }
  parentPort!.postMessage(answer);
});
await loadRenderer();
