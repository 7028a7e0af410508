/** What a run says that it did, from tallies made by hand. */

import { describe, expect, it } from 'vitest';
import { effortOf } from '../../src/execution/effort.ts';
import { type CountPlan, cellIndex, cells, settingOf } from '../../src/linkage/counts.ts';
import { emptyTally, type Tally } from '../../src/linkage/tally.ts';
import type { ZipArea } from '../../src/population/layout.ts';

const layout = { area: (zip: number) => ({ people: [100, 50, 30][zip]! }) as ZipArea };
/** Two requests in ZIP area 0, none in 1, three in 2. */
const recorded = { numbers: new Int32Array(5), starts: Int32Array.of(0, 2, 2, 5) };
const shard = { id: '', stratum: 0, taxpayers: 0, peopleShare: 1 };
const LISTED = 1000;

function tallyWith(
  plan: CountPlan,
  counts: readonly [matcher: number, place: number, wrong: number, right: number][],
) {
  const tally: Tally = { ...emptyTally(plan), taxpayers: 90, requests: 5, lookedUp: 7 };
  for (const [matcher, place, wrong, right] of counts) {
    const at = settingOf(plan, matcher, place, plan.rules.indexOf('all')) * cells.length;
    tally.sum[at + cellIndex('pairs-wrongly-matched', 'all')] = wrong;
    tally.sum[at + cellIndex('requests-correctly-matched', 'all')] = right;
  }
  return tally;
}

const effort = (plan: CountPlan, tallies: readonly Tally[]) =>
  effortOf(
    layout,
    LISTED,
    [
      { ...shard, zipAreas: [0] },
      { ...shard, zipAreas: [1, 2] },
    ],
    recorded,
    { plan, strata: tallies.map((tally) => ({ zipAreas: 1, tally })) },
  );

const plan: CountPlan = {
  matchers: ['exact', 'jaro-winkler', 'procedure:x'],
  places: ['address', 'zip'],
  rules: ['best', 'all'],
  thresholds: [0.7, 0.8],
};

describe('the effort of a run', () => {
  it('counts each request against everybody in its ZIP area, and the pairs that matchers keep there', () => {
    const tally = tallyWith(plan, [
      [0, 1, 3, 1],
      [1, 1, 8, 2],
      [1, 0, 5, 0],
      [2, 1, 100, 100],
    ]);
    expect(effort(plan, [tally, tally])).toEqual({
      people: 180,
      requests: 10,
      pairsCompared: 2 * 100 + 3 * 30,
      pairsKept: 2 * (3 + 1 + 8 + 2),
    });
  });

  it('counts those looked up in the whole list where places are wider', () => {
    const wide: CountPlan = { ...plan, matchers: ['exact'], places: ['nation', 'state'], rules: ['all'] };
    const tally = tallyWith(wide, [
      [0, 0, 9, 4],
      [0, 1, 5, 4],
    ]);
    expect(effort(wide, [tally])).toMatchObject({
      requests: LISTED,
      pairsCompared: 7 * LISTED,
      pairsKept: 13,
    });
  });

  it('does not know what was kept where the rule all is not asked for', () => {
    const best: CountPlan = { ...plan, rules: ['best'] };
    expect(effort(best, [emptyTally(best)]).pairsKept).toBeUndefined();
  });
});
