/**
 * Differences of two runs against the truth of a country whose counts are drawn from known rates: the paired interval
 * covers the true difference as often as it promises, and is narrower than that of independent runs.
 */

import { describe, expect, it } from 'vitest';
import { type ComparedRun, compareRuns, type PairedShard } from '../../src/estimation/compare.ts';
import { type CountPlan, cellIndex, cells } from '../../src/linkage/counts.ts';
import { addTally, addZipArea, emptyTally, type Tally } from '../../src/linkage/tally.ts';
import { poisson } from '../random/poisson.ts';

const plan: CountPlan = { matchers: ['exact'], places: ['zip'], rules: ['all'], thresholds: [0.9, 1] };
const headline = { matcher: 'exact', place: 'zip', rule: 'all', threshold: 0.9, group: 'citizens' };

const wrong = [
  cellIndex('people-wrongly-matched', 'all'),
  cellIndex('people-wrongly-matched', 'citizens'),
  cellIndex('pairs-wrongly-matched', 'all'),
];
const right = cellIndex('requests-correctly-matched', 'all');

/** Expected wrong matches of each ZIP area in the first run, by stratum; correct ones are twice as many. */
const strata = [80, 30, 8].map((scale, h) =>
  Array.from({ length: [20, 60, 120][h]! }, (_, z) => (scale * (1 + ((z * 7) % 10))) / 10),
);
const sampled = [20, 24, 24];
const expected = strata.flat().reduce((sum, rate) => sum + rate, 0);
/** Of the first run's wrong matches the second keeps so many, and makes others of its own. */
const kept = 0.6;
const others = 0.05;
/** Of its correct matches it keeps so many. */
const found = 0.95;

const below = (n: number, random: () => number) => Math.floor(random() * n);

function tallyOf(members: readonly { readonly wrong: number; readonly right: number }[]): Tally {
  const tally = emptyTally(plan);
  for (const member of members) {
    const counts = new Float64Array(tally.sum.length);
    for (let setting = 0; setting < 2; setting++) {
      const at = setting * cells.length;
      for (const cell of wrong) {
        counts[at + cell] = member.wrong;
        tally.requestSquares[at + cell]! += member.wrong;
      }
      counts[at + right] = member.right;
      tally.requestSquares[at + right]! += member.right;
    }
    addZipArea(tally, { taxpayers: 1, requests: 1, counts });
  }
  return tally;
}

/** One roll of the dice and one sample of ZIP areas, dealt to shards of three. */
function twoRuns(seed: number) {
  const random = generator(seed);
  const shards: PairedShard[] = [];
  strata.forEach((rates, stratum) => {
    const left = rates.map((rate) => rate);
    const drawn = Array.from({ length: sampled[stratum]! }, () => {
      const [rate] = left.splice(below(left.length, random), 1);
      const first = { wrong: poisson(rate!, random), right: poisson(2 * rate!, random) };
      const of = (count: number, share: number) =>
        Array.from({ length: count }, () => random() < share).filter(Boolean).length;
      const second = {
        wrong: of(first.wrong, kept) + poisson(others * rate!, random),
        right: of(first.right, found),
      };
      return { first, second };
    });
    for (let i = 0; i < drawn.length; i += 3) {
      const members = drawn.slice(i, i + 3);
      shards.push({
        stratum,
        first: tallyOf(members.map(({ first }) => first)),
        second: tallyOf(members.map(({ second }) => second)),
      });
    }
  });
  const run = (side: 'first' | 'second'): ComparedRun => ({
    input: {
      plan,
      strata: strata.map((rates, h) => {
        const tally = emptyTally(plan);
        for (const shard of shards) if (shard.stratum === h) addTally(tally, shard[side]);
        return { zipAreas: rates.length, tally };
      }),
      requestShare: 1,
      peopleShare: 1,
      unplacedInFile: 0,
      level: 0.9,
    },
    headline,
  });
  return { first: run('first'), second: run('second'), shards };
}

/** Mulberry32: enough for a test. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('the differences of two runs, over 300 seeds', () => {
  const seeds = Array.from({ length: 300 }, (_, i) => twoRuns(i + 1));
  const paired = seeds.map(
    ({ first, second, shards }) => compareRuns(first, second, { shards, sameMatches: false }).headline,
  );
  const unpaired = seeds.map(({ first, second }) => compareRuns(first, second).headline);
  const truth = [
    ['people-wrongly-matched', 'all', (kept + others - 1) * expected],
    ['people-wrongly-matched', 'citizens', (kept + others - 1) * expected],
    ['requests-correctly-matched', 'all', 2 * (found - 1) * expected],
    ['share-of-matches-wrong', 'all', (kept + others) / (kept + others + 2 * found) - 1 / 3],
  ] as const;

  it.each(truth)('%s, %s: cover the true difference at least nine times in ten', (measure, group, value) => {
    const covered = paired.filter((differences) => {
      const { low, high } = differences.find(
        ({ first }) => first.measure === measure && first.group === group,
      )!;
      return low! <= value && value <= high!;
    });
    // Below 0.9 by three standard errors happens to a right interval once in 700 times.
    expect(covered.length / seeds.length).toBeGreaterThan(0.9 - 3 * Math.sqrt(0.09 / seeds.length));
  });

  it.each(truth)('%s, %s: are right on average (4 standard errors)', (measure, group, value) => {
    const values = paired.map(
      (all) => all.find(({ first }) => first.measure === measure && first.group === group)!.difference!,
    );
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
    const bias = measure === 'share-of-matches-wrong' ? 0.002 : 0;
    expect(Math.abs(mean - value)).toBeLessThan(4 * Math.sqrt(variance / values.length) + bias);
  });

  it('are narrower than those of independent runs, for every count', () => {
    const width = (all: typeof paired, i: number) =>
      all.reduce((sum, differences) => sum + differences[i]!.high! - differences[i]!.low!, 0);
    for (const i of [0, 1, 2]) expect(width(paired, i)).toBeLessThan(0.85 * width(unpaired, i));
    expect(width(paired, 3)).toBeLessThan(width(unpaired, 3));
  });

  it('stand at the same place in both runs, at every shared setting', () => {
    const { first, second, shards } = seeds[0]!;
    const { shared, headline: top } = compareRuns(first, second, { shards, sameMatches: false });
    expect(shared).toHaveLength(2 * 4);
    expect(shared.slice(0, 4)).toEqual(top);
    for (const { first: a, second: b, difference } of shared) {
      expect([b.matcher, b.place, b.rule, b.threshold]).toEqual([a.matcher, a.place, a.rule, a.threshold]);
      expect(difference).toBeCloseTo(b.estimate! - a.estimate!, 2);
    }
  });

  it('are nothing between a run and itself', () => {
    const { first, shards } = seeds[0]!;
    const itself = shards.map(({ stratum, first: tally }) => ({ stratum, first: tally, second: tally }));
    for (const { difference, low, high, correlation, first: a } of compareRuns(first, first, {
      shards: itself,
      sameMatches: false,
    }).headline) {
      expect([difference, correlation]).toEqual([0, 1]);
      expect(high! - low!).toBeLessThan(0.1 * (a.high! - a.low!));
    }
  });

  it('are exactly nothing at one setting of two runs that assume the same', () => {
    const { first, second, shards } = seeds[0]!;
    for (const { difference, low, high } of compareRuns(first, second, { shards, sameMatches: true }).shared)
      expect([difference, low, high]).toEqual([0, 0, 0]);
  });

  it('go the other way when the runs change places', () => {
    const { first, second, shards } = seeds[1]!;
    const turned = shards.map(({ stratum, first: a, second: b }) => ({ stratum, first: b, second: a }));
    const there = compareRuns(first, second, { shards, sameMatches: false }).headline;
    compareRuns(second, first, { shards: turned, sameMatches: false }).headline.forEach(
      ({ difference, low, high }, i) => {
        expect(difference).toBeCloseTo(-there[i]!.difference!, 6);
        expect(low).toBeCloseTo(-there[i]!.high!, 2);
        expect(high).toBeCloseTo(-there[i]!.low!, 2);
      },
    );
  });
});

describe('what was never seen', () => {
  it('differs by no more than the upper ends of both runs', () => {
    const empty = twoRuns(1);
    const nothing = (run: ComparedRun): ComparedRun => ({
      ...run,
      input: {
        ...run.input,
        strata: run.input.strata.map(({ zipAreas, tally }) => ({
          zipAreas,
          tally: {
            ...emptyTally(plan),
            zipAreas: tally.zipAreas,
          },
        })),
      },
    });
    const [people] = compareRuns(nothing(empty.first), nothing(empty.second)).headline;
    expect(people).toMatchObject({ difference: 0, correlation: 0 });
    expect(people!.low).toBe(-people!.first.high!);
    expect(people!.high).toBe(people!.second.high!);
    expect(people!.high).toBeGreaterThan(2);
  });
});
