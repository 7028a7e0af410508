/**
 * Numbers of requests from a sample held against everybody: in an invented country of which everything is known they must
 * be right on average, and lie in their intervals as often as these promise; they exist only where all of it is simulated.
 */

import { describe, expect, it } from 'vitest';
import { type EstimationInput, estimates } from '../../src/estimation/estimate.ts';
import { heldAgainstEverybody } from '../../src/estimation/held-pairs.ts';
import type { Estimate } from '../../src/estimation/summary.ts';
import type { CountPlan } from '../../src/linkage/counts.ts';
import { emptyTally, heldTallyOf, type Tally } from '../../src/linkage/tally.ts';
import { addWrong, lead, leaderKinds } from '../../src/linkage/wide/held/held-tally.ts';
import { block, stream, uniform } from '../../src/random/stream.ts';

const plan: CountPlan = {
  matchers: ['exact'],
  places: ['nation'],
  rules: ['all', 'best', 'unique'],
  thresholds: [0.9, 1],
};
const LISTED = 10_000;
const HELD = 200;
const LEVEL = 0.9;
/** Chances of a request: to be in the file and matched, and to have no, one or three namesakes, at threshold 1. */
const CORRECT = 0.5;
const [ONE, THREE] = [0.1, 0.05];

/** The tally of another sample and another roll of the dice. */
function drawn(world: number, zipAreas = 1): Tally {
  const tally: Tally = { ...emptyTally(plan), zipAreas };
  const held = heldTallyOf(tally, { listed: LISTED, requests: HELD, ways: 1, thresholds: 2 });
  const dice = stream(world, 'test/held-dice');
  const words = new Uint32Array(4);
  for (let request = 0; request < HELD; request++) {
    block(dice, request, 0, words);
    held.inFile[request] = 1;
    if (uniform(words[0]!) < CORRECT) {
      held.correct[request] = 2;
      lead(held, request, 1, words[1]!, leaderKinds.correct);
    }
    const other = uniform(words[2]!);
    const namesakes = other < ONE ? 1 : other < ONE + THREE ? 3 : 0;
    for (let i = 0; i < namesakes; i++) {
      addWrong(held, request, 2, false);
      block(dice, request, 1 + i, words);
      lead(held, request, 1, words[3]!, leaderKinds.wrong);
    }
  }
  return tally;
}

const inputOf = (tally: Tally, zipAreas = 1): EstimationInput => ({
  plan,
  strata: [{ zipAreas, tally }],
  requestShare: 1,
  peopleShare: 1,
  unplacedInFile: 0,
  level: LEVEL,
});

/** At threshold 1, for all people. */
const at = (input: EstimationInput, rule: string, measure: string) => find(estimates(input), rule, measure);
const find = (all: readonly Estimate[], rule: string, measure: string) =>
  all.find(
    (each) => each.rule === rule && each.measure === measure && each.threshold === 1 && each.group === 'all',
  )!;

/** A tie of the requested person with k others is won by one of the others k times in k + 1. */
const bestWrong = (1 - CORRECT) * (ONE + THREE) + CORRECT * (ONE / 2 + (THREE * 3) / 4);
const bestCorrect = CORRECT * (1 - ONE - THREE + ONE / 2 + THREE / 4);
const expected = [
  ['all', 'requests-wrongly-matched', LISTED * (ONE + THREE)],
  ['best', 'requests-wrongly-matched', LISTED * bestWrong],
  ['best', 'pairs-wrongly-matched', LISTED * bestWrong],
  ['best', 'requests-correctly-matched', LISTED * bestCorrect],
  ['best', 'requests-missed', LISTED * (1 - bestCorrect)],
  ['best', 'share-of-matches-wrong', bestWrong / (bestWrong + bestCorrect)],
  ['unique', 'requests-wrongly-matched', LISTED * (1 - CORRECT) * ONE],
  ['unique', 'requests-correctly-matched', LISTED * CORRECT * (1 - ONE - THREE)],
] as const;

describe('a sample of requests held against everybody', () => {
  const RUNS = 300;
  const inputs = Array.from({ length: RUNS }, (_, world) => inputOf(drawn(world)));
  const runs = inputs.map(estimates);

  it.each(expected)('%s: %s is right on average', (rule, measure, truth) => {
    const found = runs.map((all) => find(all, rule, measure).estimate!);
    const mean = found.reduce((sum, value) => sum + value, 0) / RUNS;
    const spread = Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RUNS - 1));
    // Four standard errors: false alarm once in 16,000.
    expect(Math.abs(mean - truth)).toBeLessThan((4 * spread) / Math.sqrt(RUNS));
  });

  it.each(expected)('%s: %s is covered by its 90%% interval in at least 9 of 10', (rule, measure, truth) => {
    const covering = runs.filter((all) => {
      const { low, high } = find(all, rule, measure);
      return low! <= truth && truth <= high!;
    }).length;
    expect(covering).toBeGreaterThan(LEVEL * RUNS - 3 * Math.sqrt(LEVEL * (1 - LEVEL) * RUNS));
  });

  it('tells wrong pairs a second time, with an interval that covers', () => {
    const truth = LISTED * (ONE + 3 * THREE);
    const told = inputs.map((input, i) => heldAgainstEverybody(input, runs[i]!)!);
    expect(told[0]).toMatchObject({ represented: LISTED, simulated: HELD });
    const covering = told.filter(({ pairs }) => {
      const { low, high } = pairs.find(({ threshold }) => threshold === 1)!.fromRequests;
      return low! <= truth && truth <= high!;
    });
    expect(covering.length).toBeGreaterThan(LEVEL * RUNS - 3 * Math.sqrt(LEVEL * (1 - LEVEL) * RUNS));
  });

  it('has an upper end where nothing happened', () => {
    const tally = emptyTally(plan);
    heldTallyOf(tally, { listed: LISTED, requests: HELD, ways: 1, thresholds: 2 });
    const { estimate, high, events } = at(
      inputOf({ ...tally, zipAreas: 1 }),
      'unique',
      'requests-wrongly-matched',
    );
    expect([estimate, events]).toEqual([0, 0]);
    // Clopper & Pearson: 1 - 0.05 ** (1 / n).
    expect(high).toBeCloseTo(LISTED * (1 - 0.05 ** (1 / HELD)), 1);
  });
});

describe('what is not told', () => {
  it('numbers of people under rules that leave a request one person', () => {
    const input = inputOf(drawn(1));
    expect(at(input, 'best', 'people-wrongly-matched').estimate).toBeNull();
    expect(at(input, 'unique', 'people-wrongly-matched').estimate).toBeNull();
  });

  it('anything that takes everybody where only some ZIP areas were simulated', () => {
    for (const input of [inputOf(drawn(1), 2), inputOf({ ...emptyTally(plan), zipAreas: 1 })]) {
      expect(heldAgainstEverybody(input, estimates(input))).toBeUndefined();
      expect(at(input, 'all', 'requests-wrongly-matched').estimate).toBeNull();
      for (const rule of ['best', 'unique']) {
        for (const measure of ['requests-wrongly-matched', 'requests-missed', 'share-of-matches-wrong']) {
          expect(at(input, rule, measure)).toMatchObject({ estimate: null, low: null, high: null });
        }
      }
    }
  });
});
