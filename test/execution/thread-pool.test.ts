/** Threads that die of their tasks: whatever the death, every task is done, or given up in one line. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ThreadPool, threadPool } from '../../src/execution/thread-pool.ts';

interface Task {
  readonly id: string;
  readonly value: number;
  readonly death?: 'exit' | 'throwOutside' | 'outOfMemory';
  readonly isOnce?: boolean;
}

let directory: string;
let stop: AbortController;
let pool: ThreadPool<Task, number>;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mismatch-test-'));
  stop = new AbortController();
  pool = openPool();
});
afterEach(async () => {
  await pool.close();
  rmSync(directory, { recursive: true });
});

const openPool = (data: object = {}): ThreadPool<Task, number> =>
  threadPool({
    file: new URL('./faulty-thread.mjs', import.meta.url),
    data: { directory, ...data },
    signal: stop.signal,
    resourceLimits: { maxOldGenerationSizeMb: 24 },
  });

const numbers = (count: number): Task[] =>
  Array.from({ length: count }, (_, value) => ({ id: `task ${value}`, value }));

/** Runs tasks and returns the results by task, each once. */
async function results(tasks: readonly Task[], here?: (task: Task) => Promise<number>) {
  const found = new Map<string, number>();
  await pool.run(
    tasks,
    ({ id }, result) => {
      expect(found.has(id), id).toBe(false);
      found.set(id, result);
    },
    here,
  );
  return Object.fromEntries(found);
}

const doubled = (tasks: readonly Task[]) => Object.fromEntries(tasks.map(({ id, value }) => [id, 2 * value]));
const begun = (id: string) =>
  readFileSync(join(directory, 'begun'), 'utf8')
    .split('\n')
    .filter((line) => line === id).length;
const double = async ({ value }: Task) => {
  await new Promise((resolve) => setImmediate(resolve));
  return 2 * value;
};

describe('a pool of threads', { timeout: 60_000 }, () => {
  it.each([0, 1, 3])('does every task once, with %i threads beside this one', async (threads) => {
    pool.grow(threads);
    expect(await results(numbers(20), double)).toEqual(doubled(numbers(20)));
    expect(await results(numbers(3), double)).toEqual(doubled(numbers(3)));
  });

  it('has the thread go on while this one is long at a task, with three at hand where there are plenty', async () => {
    pool.grow(1);
    await results(numbers(1));
    const tasks = numbers(20).map((task) => ({ ...task, id: `further ${task.id}` }));
    const begunFurther = () => tasks.filter(({ id }) => begunOrNone(id) > 0).length;
    let most = 0;
    const found = await results(tasks, async ({ value }) => {
      const end = performance.now() + 10_000;
      while (most < 3 && performance.now() < end) most = Math.max(most, begunFurther());
      return 2 * value;
    });
    expect(found).toEqual(doubled(tasks));
    expect(most).toBeGreaterThanOrEqual(3);
  });

  it('does them without this thread, and nothing where there is nothing to do', async () => {
    pool.grow(2);
    expect(await results(numbers(20))).toEqual(doubled(numbers(20)));
    expect(await results([])).toEqual({});
  });

  it.each(['exit', 'throwOutside', 'outOfMemory'] as const)(
    'replaces a thread that dies: %s',
    async (death) => {
      const tasks = numbers(6).map((task) =>
        task.value % 3 === 1 ? { ...task, death, isOnce: true } : task,
      );
      pool.grow(2);
      expect(await results(tasks)).toEqual(doubled(tasks));
      expect([begun('task 1'), begun('task 4'), begun('task 0')]).toEqual([2, 2, 1]);
    },
  );

  it.each([
    ['exit', 'it exited with code 7'],
    ['throwOutside', 'out of the blue'],
    ['outOfMemory', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
  ] as const)('gives a task up that no thread survives: %s', async (death, reason) => {
    const tasks = numbers(4).map((task) => (task.value === 2 ? { ...task, death } : task));
    pool.grow(2);
    await expect(results(tasks)).rejects.toThrow(
      `task 2: given up after 3 worker threads died on it; ${reason}`,
    );
    expect(begun('task 2')).toBe(3);
  });

  it('never lets the calling thread do what a thread died of', async () => {
    const tasks = numbers(8).map((task) => ({ ...task, death: 'exit', isOnce: true }) as const);
    const here: string[] = [];
    pool.grow(1);
    const found = await results(tasks, async (task) => {
      here.push(task.id);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return 2 * task.value;
    });
    expect(found).toEqual(doubled(tasks));
    for (const id of here) expect([id, begunOrNone(id)]).toEqual([id, 0]);
  });

  it('gives up when no thread can even start', async () => {
    await pool.close();
    pool = openPool({ failsAtStart: true });
    pool.grow(2);
    await expect(results(numbers(5))).rejects.toThrow(/^task \d: given up after 3 .*; no world$/);
  });

  it('takes an error within a task for an answer, and does not try again', async () => {
    const tasks = [...numbers(3), { id: 'bad', value: -1 }];
    pool.grow(1);
    await expect(results(tasks)).rejects.toThrow('bad: below zero');
    expect(begun('bad')).toBe(1);
  });

  it('ends with the error of whoever takes the results, or of this thread', async () => {
    pool.grow(1);
    const refuse = () => {
      throw new Error('the disk is full');
    };
    await expect(pool.run(numbers(3), refuse)).rejects.toThrow('the disk is full');
    const fail = () => Promise.reject(new Error('here'));
    await expect(pool.run(numbers(3), () => {}, fail)).rejects.toThrow(/^task \d: here$/);
  });

  it('stops when told to, with the reason', async () => {
    pool.grow(2);
    const endless = pool.run(
      numbers(1000),
      () => {},
      () => new Promise(() => {}),
    );
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await expect(endless).rejects.toThrow('enough');
    await expect(results(numbers(2))).rejects.toThrow('enough');
  });

  function begunOrNone(id: string): number {
    try {
      return begun(id);
    } catch {
      return 0;
    }
  }
});
