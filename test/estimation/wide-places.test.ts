/**
 * Estimates under place scopes wider than a ZIP area, where a share of the people of the sampled ZIP areas is looked up: in
 * an invented country of which everything is known, estimates must be right on average, and lie in their intervals as
 * often as these promise, both where ZIP areas are sampled and where all are taken.
 */

import { describe, expect, it } from 'vitest';
import { type EstimationInput, estimates } from '../../src/estimation/estimate.ts';
import { peopleShareOf } from '../../src/estimation/sample.ts';
import { type CountPlan, cellIndex, cells } from '../../src/linkage/counts.ts';
import { addZipArea, emptyTally } from '../../src/linkage/tally.ts';
import { permutationOf } from '../../src/random/permutation.ts';
import { block, stream, uniform } from '../../src/random/stream.ts';

const plan: CountPlan = { matchers: ['exact'], places: ['nation'], rules: ['all'], thresholds: [1] };
const people = cellIndex('people-wrongly-matched', 'all');
const pairs = cellIndex('pairs-wrongly-matched', 'all');
const correct = cellIndex('requests-correctly-matched', 'all');
const missed = cellIndex('requests-missed', 'all');

const STRATA = 2;
const ZIP_AREAS = 40;
const PEOPLE = 150;
const REQUESTS = 12;
/** Chance that somebody of the ZIP area has namesakes on the list, and that a request about somebody there is matched. */
const chanceOf = (stratum: number, zip: number) => 0.02 + 0.1 * stratum + (0.1 * zip) / ZIP_AREAS;
const CHANCE_CORRECT = 0.6;
/** Somebody with namesakes has one to five. */
const MEAN_NAMESAKES = 3;

/** What is expected of the country. */
const expected = { people: 0, pairs: 0, correct: STRATA * ZIP_AREAS * REQUESTS * CHANCE_CORRECT };
for (let stratum = 0; stratum < STRATA; stratum++) {
  for (let zip = 0; zip < ZIP_AREAS; zip++) expected.people += PEOPLE * chanceOf(stratum, zip);
}
expected.pairs = MEAN_NAMESAKES * expected.people;

/** The estimates from another roll of the dice and another sample. */
function estimated(world: number, sampled: number, peopleShare: number) {
  const lookedUp = peopleShareOf(peopleShare, ZIP_AREAS, sampled);
  const dice = stream(world, 'test/wide-dice');
  const lots = stream(world, 'test/wide-zip-areas');
  const words = new Uint32Array(4);
  const strata = Array.from({ length: STRATA }, (_, stratum) => {
    const tally = emptyTally(plan);
    const order = permutationOf(lots, stratum, ZIP_AREAS);
    for (let nth = 0; nth < sampled; nth++) {
      const zip = order.at(nth);
      const counts = new Float64Array(cells.length);
      const add = (cell: number, count: number) => {
        counts[cell]! += count;
        tally.requestSquares[cell]! += count ** 2;
      };
      for (let person = 0; person < PEOPLE; person++) {
        block(dice, (stratum * ZIP_AREAS + zip) * PEOPLE + person, 0, words);
        if (uniform(words[1]!) >= lookedUp || uniform(words[0]!) >= chanceOf(stratum, zip)) continue;
        add(people, 1);
        add(pairs, 1 + Math.floor(uniform(words[2]!) * 5));
      }
      for (let request = 0; request < REQUESTS; request++) {
        block(dice, (stratum * ZIP_AREAS + zip) * REQUESTS + request, 1, words);
        add(uniform(words[0]!) < CHANCE_CORRECT ? correct : missed, 1);
      }
      addZipArea(tally, { taxpayers: PEOPLE, requests: 0, counts });
    }
    return { zipAreas: ZIP_AREAS, tally };
  });
  const input: EstimationInput = {
    plan,
    strata,
    requestShare: 0.5,
    peopleShare,
    unplacedInFile: 1000,
    level: 0.9,
  };
  const all = estimates(input);
  return (measure: string) => all.find((each) => each.measure === measure && each.group === 'all')!;
}

describe.each([
  ['sampled', 12, 0.06],
  ['all taken, a few people looked up', ZIP_AREAS, 0.1],
  ['all taken, everybody looked up', ZIP_AREAS, 1],
])('ZIP areas: %s', (_, sampled, peopleShare) => {
  const RUNS = 400;
  const runs = Array.from({ length: RUNS }, (_run, world) => estimated(world, sampled, peopleShare));
  const measures = [
    ['people-wrongly-matched', expected.people],
    ['pairs-wrongly-matched', expected.pairs],
    ['requests-correctly-matched', expected.correct],
    ['share-of-matches-wrong', expected.pairs / (expected.pairs + expected.correct)],
  ] as const;

  it.each(measures)('%s is right on average', (measure, truth) => {
    const found = runs.map((of) => of(measure).estimate!);
    const mean = found.reduce((sum, value) => sum + value, 0) / RUNS;
    const spread = Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RUNS - 1));
    // Four standard errors: false alarm once in 16,000.
    expect(Math.abs(mean - truth)).toBeLessThan((4 * spread) / Math.sqrt(RUNS));
  });

  // Intervals of counts are conservative by construction, those of shares leave out a covariance that narrows.
  it.each(measures)('the 90%% interval of %s covers at least 9 in 10', (measure, truth) => {
    const covering = runs.filter((of) => of(measure).low! <= truth && truth <= of(measure).high!).length;
    const standardError = Math.sqrt(0.9 * 0.1 * RUNS);
    expect(covering).toBeGreaterThan(0.9 * RUNS - 3 * standardError);
  });
});

describe('what is scaled', () => {
  const of = estimated(1, ZIP_AREAS, 0.25);

  it('counts of people by the share looked up, and not by that of the requests', () => {
    const { estimate, events } = of('people-wrongly-matched');
    expect(estimate).toBeCloseTo(events / 0.25, 0);
  });

  it('requests about people of the ZIP areas by nothing; those without a ZIP code are among them', () => {
    const [found, lost] = [of('requests-correctly-matched'), of('requests-missed')];
    expect(found.estimate! + lost.estimate!).toBe(STRATA * ZIP_AREAS * REQUESTS);
  });

  it('how many requests match somebody wrong is not told', () => {
    expect(of('requests-wrongly-matched')).toMatchObject({
      estimate: null,
      low: null,
      high: null,
      events: 0,
    });
  });
});
