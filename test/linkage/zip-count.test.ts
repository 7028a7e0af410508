/** One counter serves one ZIP area after another: nothing of one is left in the next, however the one before ended. */

import { describe, expect, it } from 'vitest';
import { type CountPlan, cellIndex, cells, settingOf } from '../../src/linkage/counts.ts';
import { emptyTally, type Tally } from '../../src/linkage/tally.ts';
import { type ZipCount, zipCounter } from '../../src/linkage/zip-count.ts';

const plan: CountPlan = {
  matchers: ['exact', 'jaro-winkler'],
  places: ['zip', 'address'],
  rules: ['all', 'best'],
  thresholds: [0.7, 0.8, 0.9],
};

/** A request that misses its person, matches rows 3 and 5, and somebody who lives elsewhere. */
function countFirst(count: ZipCount): void {
  count.request(true);
  count.openRequest(1, 0, 0);
  count.wrong(3, 0b011, 0, 2, 4);
  count.wrong(5, 0b001, 4, 2, 1);
  count.wrong(900, 0b111, 1, 0, 0);
  count.closeRequest();
}

/** A request that is matched to its person, and to row 3 again. */
function countSecond(count: ZipCount): void {
  count.request(true);
  count.openRequest(1, 0, 0);
  count.correct(0b111);
  count.wrong(3, 0b111, 0, 2, 2);
  count.closeRequest();
}

const at = (tally: Tally, place: [number, number, number, number], measure: string, group: string) => {
  const [matcher, scope, rule, threshold] = place;
  return tally.sum[
    (settingOf(plan, matcher, scope, rule) + threshold) * cells.length + cellIndex(measure, group)
  ];
};

function whole(areas: readonly ((count: ZipCount) => void)[], freshEach: boolean): Tally {
  const tally = emptyTally(plan);
  let counter = zipCounter(plan);
  for (const area of areas) {
    if (freshEach) counter = zipCounter(plan);
    const count = counter(tally, 10);
    area(count);
    count.close(10, 2);
  }
  return tally;
}

const both = (count: ZipCount) => {
  countFirst(count);
  countSecond(count);
};
const nothing = () => {};

describe('the counts of a ZIP area', () => {
  it('are of people once, of requests and of pairs', () => {
    const tally = whole([both], true);
    const setting = (threshold: number): [number, number, number, number] => [1, 0, 0, threshold];
    expect(at(tally, setting(0), 'people-wrongly-matched', 'all')).toBe(3);
    expect(at(tally, setting(2), 'people-wrongly-matched', 'all')).toBe(2);
    expect(at(tally, setting(0), 'pairs-wrongly-matched', 'all')).toBe(4);
    expect(at(tally, setting(0), 'requests-wrongly-matched', 'all')).toBe(2);
    expect(at(tally, setting(0), 'requests-correctly-matched', 'all')).toBe(1);
    expect(at(tally, setting(0), 'requests-missed', 'all')).toBe(1);
  });

  it('have everybody missed under the rules that match nobody', () => {
    const tally = whole([both], true);
    for (const threshold of [0, 1, 2]) {
      expect(at(tally, [0, 1, 1, threshold], 'requests-missed', 'all')).toBe(2);
      expect(at(tally, [0, 1, 1, threshold], 'people-wrongly-matched', 'all')).toBe(0);
    }
  });

  it('are those of a counter of its own', () => {
    const areas = [both, nothing, countFirst, nothing, countSecond, both];
    expect(whole(areas, false)).toEqual(whole(areas, true));
  });

  it('hold nothing of a ZIP area that was broken off', () => {
    const counter = zipCounter(plan);
    const brokenOff = counter(emptyTally(plan), 10);
    both(brokenOff);
    brokenOff.openRequest(0, 1, 1);
    brokenOff.correct(0b111);
    brokenOff.wrong(7, 0b1, 0, 0, 0);
    const tally = emptyTally(plan);
    const count = counter(tally, 10);
    countFirst(count);
    count.close(10, 2);
    expect(tally).toEqual(whole([countFirst], true));
  });
});
