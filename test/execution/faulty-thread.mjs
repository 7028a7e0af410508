// A thread that doubles numbers, and dies of some of them: what a pool of threads must live through.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { directory } = workerData;

/** Whether this is the first time that anybody here is told to die of it. */
function isFirst(id) {
  const mark = join(directory, `died-${id}`);
  if (existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
}

const deaths = {
  exit: () => process.exit(7),
  throwOutside: () =>
    setTimeout(() => {
      throw new Error('out of the blue');
    }),
  outOfMemory: () => {
    for (const hoard = []; ; ) hoard.push(new Array(1e5).fill(hoard.length));
  },
};

if (workerData.failsAtStart) throw new Error('no world');

parentPort.on('message', ({ id, value, death, isOnce }) => {
  appendFileSync(join(directory, 'begun'), `${id}\n`);
  if (death !== undefined && (!isOnce || isFirst(id))) deaths[death]();
  else if (value < 0) parentPort.postMessage({ id, error: 'below zero' });
  else parentPort.postMessage({ id, result: 2 * value });
});
