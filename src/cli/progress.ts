/** Progress on stderr: a bar where somebody is looking, else a line at every tenth. */

import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../execution/simulate.ts';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

export function progressLine(quiet: boolean): ProgressLine {
  if (quiet) return { show: () => {}, end: () => {} };
  const started = performance.now();
  const rate = (done: number) => `${millions((done / (performance.now() - started)) * 1000)} people/s`;
  if (!process.stderr.isTTY) {
    let tenths = 0;
    return {
      show({ done, total }) {
        const reached = Math.floor((done / total) * 10);
        if (reached === tenths) return;
        tenths = reached;
        console.error(`${reached * 10}% of ${millions(total)} people linked, ${rate(done)}`);
      },
      end: () => {},
    };
  }
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% of {people} people, {rate}, {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  return {
    show({ done, total }) {
      if (!isRunning) bar.start(total, 0, { people: millions(total), rate: '' });
      isRunning = true;
      bar.update(done, { rate: rate(done) });
    },
    end() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}

const millions = (count: number) => `${(count / 1e6).toPrecision(3)} M`;
