/**
 * The search of the whole list against brute force: on small worlds everybody looked up is held against every request,
 * record by record, by the plain matchers, gates and place scopes, and everything counted must be the same.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf, causes } from '../../../src/linkage/causes.ts';
import { type CountPlan, cells, settingOf } from '../../../src/linkage/counts.ts';
import { relationTo } from '../../../src/linkage/relation.ts';
import { emptyTally, type Tally } from '../../../src/linkage/tally.ts';
import { wideLinker } from '../../../src/linkage/wide/link-register.ts';
import { joinedColumns, registerColumns } from '../../../src/linkage/wide/register-columns.ts';
import { gateList } from '../../../src/matching/gate.ts';
import { gates as allGates } from '../../../src/matching/gates/index.ts';
import { matchers } from '../../../src/matching/matchers/index.ts';
import { places } from '../../../src/matching/places/index.ts';
import { statuses } from '../../../src/population/statuses.ts';
import { wideMatcherIds, widePlaceIds } from '../../../src/scenario/ids.ts';
import { type SmallWorld, smallWorld } from '../../small-world.ts';

const citizens = new Set<string>(statuses.flatMap(({ id, citizen }) => (citizen ? [id] : [])));
const planOf = (thresholds: readonly number[]): CountPlan => ({
  matchers: [...wideMatcherIds],
  places: [...widePlaceIds],
  rules: ['all'],
  thresholds,
});

function linkAll(world: SmallWorld, plan: CountPlan, gates: readonly string[], peopleShare = 1): Tally {
  const { population, requests } = world;
  const columns = registerColumns(requests, gates, 0, requests.size);
  const link = wideLinker(population, requests, columns, plan, gates);
  const tally = emptyTally(plan);
  for (let zip = 0; zip < population.layout.zipAreas; zip++)
    link.link(population.layout.area(zip), peopleShare, tally);
  return tally;
}

/** The counts by going through everybody and every request: by setting, sums and sums of squares of each cell. */
function goThrough({ population, requests }: SmallWorld, plan: CountPlan, gateIds: readonly string[]) {
  const gates = gateList(allGates, gateIds);
  const tried = plan.matchers.map((id) => matchers.find((matcher) => matcher.id === id)!);
  const scopes = plan.places.map((id) => places.find((place) => place.id === id)!);
  const { sum, requestSquares } = emptyTally(plan);
  const listed = Array.from({ length: requests.size }, (_, j) => {
    const truth = requests.truth(j);
    return { truth, record: requests.record(j, truth).record };
  });
  const at = (m: number, p: number, t: number, measure: string, group: string) =>
    (settingOf(plan, m, p, 0) + t) * cells.length +
    cells.findIndex((cell) => cell.measure === measure && cell.group === group);
  for (let index = 0; index < population.size; index++) {
    const { record: filed, status, origin } = population.person(index);
    const { area, household } = population.place(index);
    const neighbourhood = population.neighbourhood(area);
    const homes = { area, neighbourhood, dwellingOf: neighbourhood.dwellingOf };
    const group = statuses.find(({ id }) => id === status)!.group;
    const groups = ['all', group, `origin:${origin}`, ...(citizens.has(status) ? ['citizens'] : [])];
    const scored = listed.map(({ record, truth }) => {
      const passes = gates.admits(record) && gates.confirms(record, filed);
      return {
        isOwn: truth.taxpayer === index,
        cause: causeOf({ ...relationTo(homes, record, truth)(household), matchedByNumber: false }),
        agrees: scopes.map((scope) => scope.agrees(record, filed)),
        scores: tried.map((matcher) => (passes ? matcher.score(record, filed) : -1)),
      };
    });
    tried.forEach((_, m) => {
      scopes.forEach((_scope, p) => {
        plan.thresholds.forEach((threshold, t) => {
          const add = (measure: string, of: string, count: number) => {
            sum[at(m, p, t, measure, of)]! += count;
            requestSquares[at(m, p, t, measure, of)]! += count ** 2;
          };
          const isMatched = ({ agrees, scores }: (typeof scored)[number]) =>
            agrees[p]! && scores[m]! + 1e-9 >= threshold;
          for (const request of scored.filter(({ isOwn }) => isOwn)) {
            add(isMatched(request) ? 'requests-correctly-matched' : 'requests-missed', 'all', 1);
          }
          const wrong = scored.filter((request) => !request.isOwn && isMatched(request));
          if (wrong.length === 0) return;
          const why = causes[Math.min(...wrong.map(({ cause }) => cause))]!.id;
          for (const of of [...groups, `cause:${why}`]) add('people-wrongly-matched', of, 1);
          add('pairs-wrongly-matched', 'all', wrong.length);
          if (citizens.has(status)) add('pairs-wrongly-matched', 'citizens', wrong.length);
        });
      });
    });
  }
  return { sum, requestSquares };
}

/** People wrongly matched, over all settings. */
const peopleMatched = (sum: Float64Array) =>
  sum.reduce((total, count, i) => (i % cells.length === 0 ? total + count : total), 0);

/** What two columns of counts differ in, in words. */
function differences(found: Float64Array, expected: Float64Array): readonly string[] {
  return [...found].flatMap((count, i) => {
    if (count === expected[i]) return [];
    const setting = Math.floor(i / cells.length);
    const { measure, group } = cells[i % cells.length]!;
    return [`setting ${setting}: ${measure} ${group}: ${count} instead of ${expected[i]}`];
  });
}

describe('counts what going through everybody counts', () => {
  const gates = fc.constantFrom<readonly string[]>(
    [],
    ['date-of-birth-agrees'],
    ['address-well-formed'],
    ['address-not-blank', 'date-of-birth-agrees'],
  );
  const world = fc.record({
    seed: fc.integer({ min: 0, max: 1000 }),
    people: fc.integer({ min: 700, max: 900 }),
    requests: fc.integer({ min: 20, max: 30 }),
    zipAreas: fc.integer({ min: 1, max: 4 }),
  });

  it('in any world, under any gates', () => {
    const plan = planOf([0.7, 0.85, 0.92, 1]);
    let wrong = 0;
    fc.assert(
      fc.property(world, gates, (options, chosen) => {
        const small = smallWorld(options);
        const tally = linkAll(small, plan, chosen);
        const expected = goThrough(small, plan, chosen);
        expect(differences(tally.sum, expected.sum)).toEqual([]);
        expect(differences(tally.requestSquares, expected.requestSquares)).toEqual([]);
        expect(tally.lookedUp).toBe(small.population.size);
        wrong += peopleMatched(expected.sum);
      }),
      { seed: 7, numRuns: 4 },
    );
    expect(wrong).toBeGreaterThan(0);
  });
});

describe('a share of the people', () => {
  const plan = planOf([0.8, 0.9]);
  const small = smallWorld({ seed: 3, people: 1500, requests: 60, zipAreas: 4 });
  const whole = linkAll(small, plan, []);
  const part = linkAll(small, plan, [], 0.4);

  it('is about that share', () => {
    expect(whole.lookedUp).toBe(small.population.size);
    expect(part.lookedUp / whole.lookedUp).toBeGreaterThan(0.4 - 4 * Math.sqrt(0.24 / whole.lookedUp));
    expect(part.lookedUp / whole.lookedUp).toBeLessThan(0.4 + 4 * Math.sqrt(0.24 / whole.lookedUp));
  });

  it('leaves the requests about people of the ZIP areas as they are', () => {
    cells.forEach(({ measure }, cell) => {
      if (measure !== 'requests-correctly-matched' && measure !== 'requests-missed') return;
      for (let setting = 0; setting < whole.wrongTimesCorrect.length; setting++) {
        expect(part.sum[setting * cells.length + cell]).toBe(whole.sum[setting * cells.length + cell]);
      }
    });
  });

  it('finds nobody whom the whole does not find, and somebody', () => {
    expect(part.sum.every((count, i) => count <= whole.sum[i]!)).toBe(true);
    expect(peopleMatched(part.sum)).toBeGreaterThan(0);
  });
});

describe('the register', () => {
  const { requests } = smallWorld({ seed: 5, people: 800, requests: 50, zipAreas: 3 });
  const gates = ['address-well-formed'];

  it('has the same bytes however the list was cut', () => {
    const whole = joinedColumns([registerColumns(requests, gates, 0, requests.size)]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: requests.size }), { maxLength: 5 }), (cuts) => {
        const ends = [0, ...cuts.toSorted((a, b) => a - b), requests.size];
        const parts = ends.slice(1).map((end, i) => registerColumns(requests, gates, ends[i]!, end));
        expect(joinedColumns(parts)).toEqual(whole);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});
