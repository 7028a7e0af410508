/**
 * The index against brute force: on small worlds every request is scored against every taxpayer of the country,
 * record by record, by the plain matchers and place scopes; the engine must find the same pairs with the same
 * scores, and count the same people under every rule at every threshold.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountPlan, cellIndex, cells, settingOf } from '../../src/linkage/counts.ts';
import { type Linker, linker } from '../../src/linkage/link-zip-area.ts';
import { emptyTally, type Tally } from '../../src/linkage/tally.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { places } from '../../src/matching/places/index.ts';
import { statuses } from '../../src/population/statuses.ts';
import { requestsIn, type SmallWorld, smallWorld } from '../small-world.ts';

const citizens = new Set<string>(statuses.flatMap(({ id, citizen }) => (citizen ? [id] : [])));

interface Pair {
  readonly request: number;
  readonly taxpayer: number;
  readonly score: number;
}

/** By matcher and place: every pair at or above the lowest threshold, by the slow way. */
function allPairs({
  population,
  requests,
  plan,
}: SmallWorld): ReadonlyMap<string, ReadonlyMap<string, readonly Pair[]>> {
  const people = Array.from({ length: population.size }, (_, i) => population.person(i).record);
  const tried = places.filter(({ id }) => plan.places.includes(id));
  const used = matchers.filter(({ id }) => plan.matchers.includes(id));
  const found = new Map(used.map(({ id }) => [id, new Map<string, Pair[]>(tried.map((p) => [p.id, []]))]));
  for (let request = 0; request < requests.size; request++) {
    const { record } = requests.record(request, requests.truth(request));
    people.forEach((person, taxpayer) => {
      const agreeing = tried.filter((place) => place.agrees(record, person));
      if (agreeing.length === 0) return;
      for (const matcher of used) {
        const score = matcher.score(record, person);
        if (score < plan.thresholds[0]! - 1e-9) continue;
        for (const { id } of agreeing) found.get(matcher.id)!.get(id)!.push({ request, taxpayer, score });
      }
    });
  }
  return found;
}

/** Every pair at or above the lowest threshold, by the index. */
function indexedPairs(
  { population, requests }: SmallWorld,
  link: Linker,
  matcher: string,
  place: string,
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let zip = 0; zip < population.layout.zipAreas; zip++) {
    pairs.push(...link.pairs(population.layout.area(zip), requestsIn(requests, zip), matcher, place));
  }
  return pairs;
}

const withEveryMatcher = (world: SmallWorld): SmallWorld => ({
  ...world,
  plan: { ...world.plan, matchers: matchers.map(({ id }) => id), rules: ['all', 'best', 'unique'] },
});

const inOrder = (pairs: readonly Pair[]) =>
  [...pairs].sort((a, b) => a.request - b.request || a.taxpayer - b.taxpayer);

function linkAll({ population, requests, plan }: SmallWorld): Tally {
  const link = linker(population, requests, plan);
  const tally = emptyTally(plan);
  for (let zip = 0; zip < population.layout.zipAreas; zip++) {
    link.link(population.layout.area(zip), requestsIn(requests, zip), tally);
  }
  return tally;
}

const worlds = [
  { seed: 1, people: 1600, requests: 110, zipAreas: 3 },
  { seed: 2, people: 2000, requests: 90, zipAreas: 9 },
];

describe.each(worlds)('a world of $people people in $zipAreas ZIP areas, seed $seed', (options) => {
  const world = withEveryMatcher(smallWorld(options));
  const { requests, plan } = world;
  const link = linker(world.population, requests, plan);
  const brute = allPairs(world);
  const tally = linkAll(world);

  it.each(plan.matchers)('%s finds the same pairs with the same scores', (matcher) => {
    for (const place of plan.places) {
      const indexed = indexedPairs(world, link, matcher, place);
      expect(inOrder(indexed)).toEqual(inOrder(brute.get(matcher)!.get(place)!));
    }
  });

  it('finds pairs at all, so that equality says something', () => {
    for (const matcher of plan.matchers) {
      for (const place of plan.places) expect(brute.get(matcher)!.get(place)!.length).toBeGreaterThan(2);
    }
  });

  it('counts the same under rule all, at every threshold', () => {
    everySetting(plan, (matcher, place, threshold) => {
      const passing = brute
        .get(matcher)!
        .get(place)!
        .filter(({ score }) => score + 1e-9 >= threshold);
      compare(tally, plan, world, [matcher, place, 'all', threshold], passing);
    });
  });

  it('counts the same under rule unique, at every threshold', () => {
    everySetting(plan, (matcher, place, threshold) => {
      const passing = brute
        .get(matcher)!
        .get(place)!
        .filter(({ score }) => score + 1e-9 >= threshold);
      const byRequest = grouped(passing);
      const alone = [...byRequest.values()].flatMap((pairs) => (pairs.length === 1 ? pairs : []));
      compare(tally, plan, world, [matcher, place, 'unique', threshold], alone);
    });
  });

  it('rule best matches one top-scoring person to each request that has one', () => {
    everySetting(plan, (matcher, place, threshold) => {
      const passing = brute
        .get(matcher)!
        .get(place)!
        .filter(({ score }) => score + 1e-9 >= threshold);
      const byRequest = grouped(passing);
      let certainlyWrong = 0;
      let certainlyCorrect = 0;
      for (const [request, pairs] of byRequest) {
        const top = Math.max(...pairs.map(({ score }) => score));
        const leaders = pairs.filter(({ score }) => score === top);
        const correct = leaders.filter(({ taxpayer }) => taxpayer === requests.truth(request).taxpayer);
        if (correct.length === leaders.length) certainlyCorrect++;
        if (correct.length === 0) certainlyWrong++;
      }
      const wrong = countOf(
        tally,
        plan,
        [matcher, place, 'best', threshold],
        'requests-wrongly-matched',
        'all',
      );
      const right = countOf(
        tally,
        plan,
        [matcher, place, 'best', threshold],
        'requests-correctly-matched',
        'all',
      );
      expect(wrong + right).toBe(byRequest.size);
      expect(wrong).toBeGreaterThanOrEqual(certainlyWrong);
      expect(right).toBeGreaterThanOrEqual(certainlyCorrect);
    });
  });

  it('divides the people wrongly matched by status, by origin and by cause, without rest', () => {
    for (let setting = 0; setting < tally.wrongTimesCorrect.length; setting++) {
      const of = (start: string) =>
        cells.reduce(
          (sum, { measure, group }, cell) =>
            measure === 'people-wrongly-matched' && group.startsWith(start)
              ? sum + tally.sum[setting * cells.length + cell]!
              : sum,
          0,
        );
      const all = of('all');
      expect(of('origin:')).toBe(all);
      expect(of('cause:')).toBe(all);
      expect(statuses.reduce((sum, { group }) => sum + of(group), 0)).toBe(all);
      expect(of('us-born') + of('naturalized')).toBe(of('citizens'));
    }
  });
});

describe('worlds drawn at random', () => {
  it('have the same pairs for every matcher at every place', { timeout: 120_000 }, () => {
    const options = fc.record({
      seed: fc.nat(1_000_000),
      people: fc.integer({ min: 700, max: 1000 }),
      requests: fc.integer({ min: 5, max: 25 }),
      zipAreas: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(options, (drawn) => {
        const world = withEveryMatcher(smallWorld(drawn));
        const link = linker(world.population, world.requests, world.plan);
        const slow = allPairs(world);
        for (const matcher of world.plan.matchers) {
          for (const place of world.plan.places) {
            expect(inOrder(indexedPairs(world, link, matcher, place))).toEqual(
              inOrder(slow.get(matcher)!.get(place)!),
            );
          }
        }
      }),
      { seed: 1, numRuns: 3 },
    );
  });
});

function grouped(pairs: readonly Pair[]): Map<number, Pair[]> {
  const byRequest = new Map<number, Pair[]>();
  for (const pair of pairs) byRequest.set(pair.request, [...(byRequest.get(pair.request) ?? []), pair]);
  return byRequest;
}

type Setting = readonly [matcher: string, place: string, rule: string, threshold: number];

function everySetting(
  plan: CountPlan,
  check: (matcher: string, place: string, threshold: number) => void,
): void {
  for (const matcher of plan.matchers) {
    for (const place of plan.places)
      for (const threshold of plan.thresholds) check(matcher, place, threshold);
  }
}

function countOf(
  tally: Tally,
  plan: CountPlan,
  [matcher, place, rule, threshold]: Setting,
  measure: string,
  group: string,
) {
  const setting =
    settingOf(plan, plan.matchers.indexOf(matcher), plan.places.indexOf(place), plan.rules.indexOf(rule)) +
    plan.thresholds.indexOf(threshold);
  return tally.sum[setting * cells.length + cellIndex(measure, group)]!;
}

/** Counts matched pairs the slow way and holds the tally to it. */
function compare(
  tally: Tally,
  plan: CountPlan,
  world: SmallWorld,
  setting: Setting,
  matched: readonly Pair[],
): void {
  const { population, requests } = world;
  const wrong = matched.filter(({ request, taxpayer }) => requests.truth(request).taxpayer !== taxpayer);
  const isCitizen = (taxpayer: number) => citizens.has(population.person(taxpayer).status);
  const wrongCitizens = wrong.filter(({ taxpayer }) => isCitizen(taxpayer));
  const distinct = (pairs: readonly Pair[], key: 'request' | 'taxpayer') =>
    new Set(pairs.map((pair) => pair[key])).size;
  const correct = matched.length - wrong.length;
  let inFile = 0;
  for (let j = 0; j < requests.size; j++) if (requests.isInFile(j) && requests.recordedZip(j) >= 0) inFile++;
  const expected = {
    'people-wrongly-matched all': distinct(wrong, 'taxpayer'),
    'people-wrongly-matched citizens': distinct(wrongCitizens, 'taxpayer'),
    'requests-wrongly-matched all': distinct(wrong, 'request'),
    'requests-wrongly-matched citizens': distinct(wrongCitizens, 'request'),
    'pairs-wrongly-matched all': wrong.length,
    'pairs-wrongly-matched citizens': wrongCitizens.length,
    'requests-correctly-matched all': correct,
    'requests-missed all': inFile - correct,
  };
  const counted = Object.fromEntries(
    Object.keys(expected).map((key) => {
      const [measure, group] = key.split(' ') as [string, string];
      return [key, countOf(tally, plan, setting, measure, group)];
    }),
  );
  expect(counted, setting.join(' ')).toEqual(expected);
}
