// The worker thread of the engine, with a weak heart: it dies when it is to give its first answer, unless another has
// done so before it and left a mark in the directory named in an environment variable that nothing else reads.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';

const mark = join(process.env.DYING_WORKER_MARKS, 'died');
const answer = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = (message) => {
  if (existsSync(mark)) return answer(message);
  writeFileSync(mark, '');
  process.exit(9);
};
await import('../../dist/execution/worker.js');
