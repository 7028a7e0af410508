/**
 * A thread that draws charts. It loads what draws them while the run is simulated, and draws while the other files of the
 * report are made: both take as long as all else at the end of a run. The drawings are those of `drawHere`.
 */

import { threadPool } from '../execution/thread-pool.ts';
import type { VegaLiteSpec } from './drawing/chart.ts';
import type { Draw, Drawing } from './render.ts';

/** What the thread is sent: charts that are drawn together. */
export interface DrawingTask {
  readonly id: string;
  readonly specs: readonly VegaLiteSpec[];
}

export interface DrawingThread {
  /** One call at a time. */
  readonly draw: Draw;
  close(): Promise<void>;
}

/** Starts the thread; whoever starts it closes it. */
export function drawingThread(): DrawingThread {
  const file = new URL('./drawing-worker.js', import.meta.url);
  const { signal } = new AbortController();
  const pool = threadPool<DrawingTask, readonly Drawing[]>({ file, data: undefined, signal });
  pool.grow(1);
  return {
    async draw(specs) {
      let drawings: readonly Drawing[] = [];
      await pool.run([{ id: 'charts', specs }], (_task, drawn) => {
        drawings = drawn;
      });
      return drawings;
    },
    close: pool.close,
  };
}
