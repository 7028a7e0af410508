/**
 * Estimates against the truth of a country small enough to be linked whole: from samples of its ZIP areas the
 * national counts must come out right on average, and lie in their intervals as often as these promise.
 */

import { describe, expect, it } from 'vitest';
import { type EstimationInput, estimates } from '../../src/estimation/estimate.ts';
import { sampleZipAreas } from '../../src/estimation/sample.ts';
import { linker } from '../../src/linkage/link-zip-area.ts';
import { addTally, emptyTally, type Tally } from '../../src/linkage/tally.ts';
import { requestsIn, smallWorld } from '../small-world.ts';

const world = smallWorld({ seed: 7, people: 90_000, requests: 4_000, zipAreas: 200 });
const { population, requests, scenario } = world;
// One matcher at few thresholds: the arithmetic is the same for all.
const plan = { matchers: ['jaro-winkler'], places: ['zip'], rules: ['all'], thresholds: [0.8, 0.92, 1] };
const { layout } = population;

const perZip = Array.from({ length: layout.zipAreas }, (_, zip) => {
  const tally = emptyTally(plan);
  linker(population, requests, plan).link(layout.area(zip), requestsIn(requests, zip), tally);
  return tally;
});

function merged(zips: readonly number[]): Tally {
  const tally = emptyTally(plan);
  for (const zip of zips) addTally(tally, perZip[zip]!);
  return tally;
}

function estimateFrom(share: number, seed: number, matchersByNumber?: readonly string[]) {
  const sample = sampleZipAreas(layout, scenario, share, seed);
  const input: EstimationInput = {
    plan,
    strata: sample.map(({ zipAreas, sampled }) => ({ zipAreas, tally: merged(sampled) })),
    requestShare: 1,
    peopleShare: 1,
    unplacedInFile: 0,
    level: 0.9,
    ...(matchersByNumber && { matchersByNumber }),
  };
  return estimates(input);
}

const census = estimateFrom(1, 1);
const everywhere = merged(Array.from({ length: layout.zipAreas }, (_, zip) => zip));

describe('estimates from every ZIP area', () => {
  it('are the counts themselves', () => {
    const people = census.find(
      ({ measure, group, threshold }) =>
        measure === 'people-wrongly-matched' && group === 'all' && threshold === 0.92,
    )!;
    expect(people.estimate).toBe(people.events);
    expect(everywhere.taxpayers).toBe(90_000);
    expect(people.events).toBeGreaterThan(30);
  });

  it('still have an interval: the same rule in another roll of the dice would give another count', () => {
    for (const { estimate, low, high, measure } of census) {
      if (measure !== 'people-wrongly-matched' || estimate === null || estimate === 0) continue;
      expect(low!).toBeLessThan(estimate);
      expect(high!).toBeGreaterThan(estimate);
    }
  });
});

describe('people matched by number', () => {
  const byNumber = (matchersByNumber?: readonly string[]) =>
    estimateFrom(1, 1, matchersByNumber).filter(({ group }) => group === 'cause:number');

  it('are none for certain under a matcher that compares names alone', () => {
    for (const { estimate, low, high, events } of byNumber([])) {
      expect([estimate, low, high, events]).toEqual([0, 0, 0, 0]);
    }
    expect(byNumber([])).toHaveLength(plan.thresholds.length);
  });

  it('are bounded from above where they could have been seen', () => {
    for (const all of [undefined, plan.matchers]) {
      for (const { estimate, high } of byNumber(all)) {
        expect(estimate).toBe(0);
        expect(high!).toBeGreaterThan(0);
      }
    }
  });
});

describe('estimates from 400 samples of a quarter of the ZIP areas', () => {
  const draws = Array.from({ length: 400 }, (_, i) => estimateFrom(0.25, 1000 + i));
  const watched = census.flatMap((truth, i) =>
    truth.events >= 30 && ['all', 'citizens', 'us-born-citizens', 'unauthorized'].includes(truth.group)
      ? [{ truth, i }]
      : [],
  );

  it('are right on average (4 standard errors: a false alarm in 16,000 for each)', () => {
    expect(watched.length).toBeGreaterThan(15);
    for (const { truth, i } of watched) {
      if (truth.measure === 'share-of-matches-wrong' || truth.measure === 'wrong-per-correct') continue;
      const values = draws.map((draw) => draw[i]!.estimate!);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      const error = Math.sqrt(variance / values.length);
      expect(
        Math.abs(mean - truth.estimate!),
        `${truth.measure} ${truth.group} ${truth.threshold}`,
      ).toBeLessThan(4 * error + 1e-9);
    }
  });

  it('lie in their 90% intervals at least 90 times of 100', () => {
    for (const { truth, i } of watched) {
      const covered = draws.filter(
        (draw) => draw[i]!.low! <= truth.estimate! && truth.estimate! <= draw[i]!.high!,
      ).length;
      expect(
        covered / draws.length,
        `${truth.measure} ${truth.group} ${truth.threshold}`,
      ).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('never print nothing where nothing was seen', () => {
    for (const draw of draws.slice(0, 50)) {
      for (const { measure, events, estimate, low, high } of draw) {
        if (events > 0 || estimate === null || measure.startsWith('share') || measure.startsWith('wrong-per'))
          continue;
        expect(low).toBe(0);
        expect(high!).toBeGreaterThan(2);
      }
    }
  });
});
