/** The time left, told at every moment of recorded runs, and of runs made up. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Milestone, secondsLeft } from '../../src/execution/progress.ts';
import { leastWork } from '../../src/execution/work.ts';
import { halfAMinute, oneMinute } from './recorded-runs.ts';

function milestonesOf(shards: typeof oneMinute): readonly Milestone[] {
  const total = shards.reduce((sum, [people, requests]) => sum + leastWork(people, requests), 0);
  const milestones: Milestone[] = [{ seconds: 0, share: 0 }];
  let done = 0;
  for (const [people, requests, seconds] of shards) {
    done += leastWork(people, requests);
    milestones.push({ seconds, share: done / total });
  }
  return milestones;
}

/** What is said and what is true at every milestone from the second third of the time on. */
function fromTheSecondThird(milestones: readonly Milestone[]) {
  const end = milestones.at(-1)!.seconds;
  return milestones.flatMap(({ seconds }, i) =>
    seconds < end / 3 ? [] : [{ told: secondsLeft(milestones.slice(0, i + 1))!, left: end - seconds, end }],
  );
}

describe('the time left', () => {
  it('of a run of a minute is right to 15%, give or take a second', () => {
    const moments = fromTheSecondThird(milestonesOf(oneMinute));
    expect(moments.length).toBeGreaterThan(50);
    for (const { told, left } of moments) expect(Math.abs(told - left)).toBeLessThan(0.15 * left + 1);
  });

  it('of a shorter run, a third of which is warm-up, is right to a quarter of the run', () => {
    for (const { told, left, end } of fromTheSecondThird(milestonesOf(halfAMinute))) {
      expect(Math.abs(told - left)).toBeLessThan(0.25 * end);
    }
  });

  it('is exact where the speed does not change, wherever the clock began and however much was done before', () => {
    const number = (max: number) => fc.double({ min: 0.001, max, noNaN: true });
    fc.assert(
      fc.property(
        number(1e6),
        number(1e4),
        number(0.9),
        fc.integer({ min: 2, max: 50 }),
        (from, length, before, parts) => {
          const milestones = Array.from({ length: parts }, (_, i) => ({
            seconds: from + (length * i) / parts,
            share: before + ((1 - before) * i) / parts,
          }));
          const left = length / parts;
          expect(Math.abs(secondsLeft(milestones)! - left)).toBeLessThan(1e-6 * (from + length));
        },
      ),
    );
  });

  it('forgets the warm-up, and says nothing where nothing is known', () => {
    expect(secondsLeft([])).toBeUndefined();
    expect(secondsLeft([{ seconds: 3, share: 0.2 }])).toBeUndefined();
    const slow = [0, 2, 4, 6].map((seconds) => ({ seconds, share: seconds / 100 }));
    expect(secondsLeft(slow.slice(0, 3))).toBeCloseTo(96);
    expect(secondsLeft([...slow, { seconds: 10, share: 0.14 }])).toBeCloseTo(43);
  });
});
