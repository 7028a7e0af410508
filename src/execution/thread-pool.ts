/**
 * Threads that may die. Tasks are dealt to worker threads, and to this thread where it takes part. A worker thread is sent
 * tasks ahead while there are plenty, so that it need not wait for this one. A thread that ends before its task (an error
 * outside the task, an exit, no memory left) is replaced and the task done again; a task that has cost three threads is
 * given up, with its name and the reason. An error within a task is an answer like any other: doing it again would end the
 * same way, so it ends the run at once.
 *
 * A task must give the same result whoever does it, and must be harmless when done twice.
 */

import { type ResourceLimits, Worker } from 'node:worker_threads';

/** How many threads a task may cost before it is given up. */
const MOST_DEATHS = 3;
/** Tasks that a worker thread has at most: one that it is at, and two ahead, since this thread may be long at one of its own. */
const MOST_AT_HAND = 3;
/** Tasks to a thread that are plenty, for each it has at hand: with fewer left, whoever is done first takes the next. */
const PLENTY = 2;

/** What came of a task: its result, or what went wrong in it. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: string };

/** What a worker thread posts: the outcome of a task, and which. */
export type Answer<Result> = Outcome<Result> & { readonly id: string };

export interface ThreadPoolOptions {
  /** The module that a thread runs. It is sent tasks, does them in this order, and posts an `Answer` to each. */
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
  /** Tells every thread something, those that are started later included, before its first task. Once at most. */
  introduce(message: unknown): void;
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

/** A thread, what it is at and what it has ahead, in this order, and why it ended. */
interface Hand<Task> {
  readonly worker: Worker;
  readonly tasks: Task[];
  failure?: string;
}

/** A call of `run` under way. */
interface Round<Task, Result> {
  readonly waiting: Task[];
  /** How many threads a task has cost. */
  readonly deaths: Map<Task, number>;
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
  let introduction: unknown;
  let round: Round<Task, Result> | undefined;

  const end = (reason?: unknown) => {
    const ended = round;
    round = undefined;
    if (reason === undefined) ended?.resolve();
    else ended?.reject(reason);
  };
  const deathsOf = (task: Task) => round?.deaths.get(task) ?? 0;
  /** The next task; one that a thread died of is for another thread, so that it cannot take this one with it. */
  const take = (isForThread: boolean): Task | undefined => {
    const { waiting = [] } = round ?? {};
    const place = isForThread ? 0 : waiting.findIndex((task) => deathsOf(task) === 0);
    return waiting.splice(place < 0 ? waiting.length : place, 1)[0];
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
    const hand: Hand<Task> = { worker: new Worker(file, { workerData: data, resourceLimits }), tasks: [] };
    hands.add(hand);
    if (introduction !== undefined) hand.worker.postMessage(introduction);
    hand.worker
      .on('message', (answer: Answer<Result>) => {
        const place = hand.tasks.findIndex(({ id }) => id === answer.id);
        const [task] = place < 0 ? [] : hand.tasks.splice(place, 1);
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
        const [task] = hand.tasks;
        if (task !== undefined) {
          const deaths = deathsOf(task) + 1;
          if (deaths === MOST_DEATHS) {
            const { failure = `it exited with code ${code}` } = hand;
            end(new Error(`${task.id}: given up after ${deaths} worker threads died on it; ${failure}`));
            return;
          }
          round.deaths.set(task, deaths);
          round.waiting.unshift(...hand.tasks);
        }
        feed();
      });
    return hand;
  };
  /** Who takes the next task: an idle thread, one that makes up for a dead one, or, while there are plenty, one that is busy. */
  const free = (waiting: number): Hand<Task> | undefined => {
    const having = (tasks: number) => [...hands].find((hand) => hand.tasks.length === tasks);
    const idle = having(0) ?? (hands.size < wanted ? start() : undefined);
    if (idle !== undefined) return idle;
    for (let atHand = 1; atHand < MOST_AT_HAND && waiting > PLENTY * atHand * hands.size; atHand++) {
      const ahead = having(atHand);
      if (ahead !== undefined) return ahead;
    }
    return undefined;
  };
  /** Gives the threads something to do, as far as there is something. */
  const feed = () => {
    if (round === undefined) return;
    const { waiting } = round;
    while (waiting.length > 0) {
      const hand = free(waiting.length);
      const task = hand && take(true);
      if (hand === undefined || task === undefined) return;
      hand.tasks.push(task);
      hand.worker.postMessage(task);
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
    introduce(message) {
      introduction = message;
      for (const { worker } of hands) worker.postMessage(message);
    },
    async run(tasks, onResult, here) {
      signal.throwIfAborted();
      if (tasks.length === 0) return;
      const finished = new Promise<void>((resolve, reject) => {
        const waiting = [...tasks];
        round = { waiting, deaths: new Map(), unfinished: tasks.length, onResult, resolve, reject };
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
