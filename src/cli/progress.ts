/** Progress on stderr: a bar where somebody is looking, else a line at every tenth. At the end, what was done. */

import { Presets, SingleBar } from 'cli-progress';
import type { Effort } from '../execution/effort.ts';
import { type Milestone, type Progress, secondsLeft } from '../execution/progress.ts';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

export function progressLine(quiet: boolean): ProgressLine {
  if (quiet) return { show: () => {}, end: () => {} };
  const follow = follower();
  if (!process.stderr.isTTY) {
    let tenths = 0;
    return {
      show(progress) {
        const { percent, what, left } = follow(progress);
        const reached = Math.floor(percent / 10);
        if (reached === tenths) return;
        tenths = reached;
        console.error(`${reached * 10}% of the work done, ${what}, ${left} left`);
      },
      end: () => {},
    };
  }
  const bar = new SingleBar(
    {
      format: '{bar} {percent}% of the work, {what}, {left} left',
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  return {
    show(progress) {
      const shown = follow(progress);
      if (!isRunning) bar.start(1, 0, shown);
      isRunning = true;
      bar.update(progress.share, shown);
    },
    end() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}

/** Puts each report of progress into words, with the speed since people are linked and the time left. */
function follower() {
  const milestones: Milestone[] = [];
  let before = 0;
  let linkingFrom = 0;
  return ({ people, totalPeople, share }: Progress) => {
    const seconds = performance.now() / 1000;
    if (milestones.length === 0) before = people;
    if (people === before) linkingFrom = seconds;
    milestones.push({ seconds, share });
    const left = secondsLeft(milestones);
    return {
      percent: Math.floor(share * 100),
      what:
        people === before
          ? 'the request list made ready'
          : `${millions(people)} of ${millions(totalPeople)} people linked, ${millions((people - before) / (seconds - linkingFrom))} people/s`,
      left: left === undefined ? '?' : duration(left),
    };
  };
}

/** One line about a run that is done. */
export function effortLine({ people, requests, pairsCompared, pairsKept }: Effort, seconds: number): string {
  const kept = pairsKept === undefined ? '' : `, ${millions(pairsKept)} pairs kept`;
  const memory = `${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB at most`;
  return (
    `${millions(people)} people, ${millions(requests)} requests, ${millions(pairsCompared)} pairs compared${kept}, ` +
    `${memory}, ${duration(seconds)}`
  );
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

const millions = (count: number) => {
  if (count >= 1e9) return `${(count / 1e6).toLocaleString('en-US', { maximumFractionDigits: 0 })} M`;
  return count < 1e4
    ? count.toLocaleString('en-US', { maximumFractionDigits: 0 })
    : `${(count / 1e6).toPrecision(3)} M`;
};
