/**
 * Threads that may die. Tasks are dealt to worker threads, and to this thread where it takes part, one at a time. A
 * thread that ends before its task (an error outside the task, an exit, no memory left) is replaced and the task done
 * again; a task that has cost three threads is given up, with its name and the reason. An error within a task is an
 * answer like any other: doing it again would end the same way, so it ends the run at once.
 *
 * A task must give the same result whoever does it, and must be harmless when done twice.
 */

import { type ResourceLimits, Worker } from 'node:worker_threads';

/** How often a task is begun before it is given up. */
const MOST_ATTEMPTS = 3;

/** What a worker thread posts: the result of the task it was sent, or what went wrong in it. */
export type Answer<Result> = { readonly result: Result } | { readonly error: string };

export interface ThreadPoolOptions {
  /** The module that a thread runs. It is sent one task at a time and posts an `Answer` to each. */
  readonly file: URL;
  /** Its `workerData`. */
  readonly data: unknown;
  /** Rejects what runs with its reason, and ends the threads. */
  readonly signal: AbortSignal;
  readonly resourceLimits?: ResourceLimits;
}

export interface ThreadPool<Task, Result> {
  /** Starts threads until there are `threads` of them; they prepare themselves while nothing is asked of them. */
  grow(threads: number): void;
  /**
   * Does every task once, in this order as far as there are hands. One call at a time.
   * @param here does a task in this thread, where it takes part; it should let other work through now and then
   */
  run(
    tasks: readonly Task[],
    onResult: (task: Task, result: Result) => void,
    here?: (task: Task) => Promise<Result>,
  ): Promise<void>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
}

/** A thread, what it is at, and why it ended. */
interface Hand<Task> {
  readonly worker: Worker;
  task?: Task | undefined;
  failure?: string;
}

/** A call of `run` under way. */
interface Round<Task, Result> {
  readonly waiting: Task[];
  readonly attempts: Map<Task, number>;
  unfinished: number;
  readonly onResult: (task: Task, result: Result) => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A pool without threads yet. */
export function threadPool<Task extends { readonly id: string }, Result>({
  file,
  data,
  signal,
  resourceLimits = {},
}: ThreadPoolOptions): ThreadPool<Task, Result> {
  const hands = new Set<Hand<Task>>();
  let wanted = 0;
  let round: Round<Task, Result> | undefined;

  const end = (reason?: unknown) => {
    const ended = round;
    round = undefined;
    if (reason === undefined) ended?.resolve();
    else ended?.reject(reason);
  };
  const attemptsOf = (task: Task) => round?.attempts.get(task) ?? 0;
  /** The next task; one that a thread died of is for another thread, so that it cannot take this one with it. */
  const take = (isForThread: boolean): Task | undefined => {
    const { waiting = [], attempts } = round ?? {};
    const place = isForThread ? 0 : waiting.findIndex((task) => attemptsOf(task) === 0);
    const task = waiting[place];
    if (task === undefined) return undefined;
    waiting.splice(place, 1);
    attempts?.set(task, attemptsOf(task) + 1);
    return task;
  };
  const finish = (task: Task, result: Result) => {
    if (round === undefined) return;
    try {
      round.onResult(task, result);
    } catch (error) {
      end(error);
      return;
    }
    round.unfinished -= 1;
    if (round.unfinished === 0) end();
  };

  const start = () => {
    const hand: Hand<Task> = { worker: new Worker(file, { workerData: data, resourceLimits }) };
    hands.add(hand);
    hand.worker
      .on('message', (answer: Answer<Result>) => {
        const { task } = hand;
        hand.task = undefined;
        if (task === undefined) return;
        if ('error' in answer) end(new Error(`${task.id}: ${answer.error}`));
        else finish(task, answer.result);
        feed();
      })
      .on('error', (error: Error) => {
        hand.failure = error.message;
      })
      .on('messageerror', (error: Error) => {
        hand.failure = error.message;
        void hand.worker.terminate();
      })
      .on('exit', (code) => {
        if (!hands.delete(hand) || round === undefined) return;
        const { task, failure = `it exited with code ${code}` } = hand;
        if (task !== undefined) {
          const attempts = attemptsOf(task);
          if (attempts >= MOST_ATTEMPTS) {
            end(new Error(`${task.id}: given up after ${attempts} worker threads died on it; ${failure}`));
            return;
          }
          round.waiting.unshift(task);
        }
        feed();
      });
    return hand;
  };
  /** Gives every idle thread something to do; makes up for those that died while there is something. */
  const feed = () => {
    if (round === undefined) return;
    const { waiting } = round;
    while (waiting.length > 0) {
      const isIdle = ({ task }: Hand<Task>) => task === undefined;
      const hand = [...hands].find(isIdle) ?? (hands.size < wanted ? start() : undefined);
      if (hand === undefined) return;
      hand.task = take(true);
      hand.worker.postMessage(hand.task);
    }
  };
  const close = async () => {
    wanted = 0;
    const closing = [...hands];
    hands.clear();
    await Promise.all(closing.map(({ worker }) => worker.terminate()));
  };

  const stop = () => {
    end(signal.reason);
    void close();
  };
  signal.addEventListener('abort', stop, { once: true });

  return {
    grow(threads) {
      wanted = Math.max(wanted, threads);
      while (hands.size < wanted && !signal.aborted) start();
    },
    async run(tasks, onResult, here) {
      signal.throwIfAborted();
      if (tasks.length === 0) return;
      const finished = new Promise<void>((resolve, reject) => {
        const waiting = [...tasks];
        round = { waiting, attempts: new Map(), unfinished: tasks.length, onResult, resolve, reject };
      });
      feed();
      if (here !== undefined) {
        const own = async () => {
          for (let task = take(false); task !== undefined; task = take(false)) {
            try {
              finish(task, await here(task));
            } catch (error) {
              end(new Error(`${task.id}: ${(error as Error).message}`, { cause: error }));
            }
          }
        };
        void own();
      }
      await finished;
    },
    async close() {
      signal.removeEventListener('abort', stop);
      await close();
    },
  };
}
