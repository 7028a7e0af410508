/**
 * Requests held against everybody, against brute force: on small worlds each of the requests drawn is held against every
 * person, record by record, by the plain matchers, gates, place scopes, leaders and decision rules.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountPlan, cellIndex, cells, settingOf } from '../../../../src/linkage/counts.ts';
import { leadersUnder } from '../../../../src/linkage/leaders.ts';
import { rules } from '../../../../src/linkage/rules/index.ts';
import { FoundPeople } from '../../../../src/linkage/search.ts';
import { addTally, decodeTally, emptyTally, encodeTally, type Tally } from '../../../../src/linkage/tally.ts';
import { reachedBy } from '../../../../src/linkage/thresholds-reached.ts';
import { heldRequests } from '../../../../src/linkage/wide/held/held-requests.ts';
import { type HeldTotals, heldTotals } from '../../../../src/linkage/wide/held/held-totals.ts';
import { wideLinker } from '../../../../src/linkage/wide/link-register.ts';
import { registerColumns } from '../../../../src/linkage/wide/register-columns.ts';
import { gateList } from '../../../../src/matching/gate.ts';
import { gates as allGates } from '../../../../src/matching/gates/index.ts';
import { matchers } from '../../../../src/matching/matchers/index.ts';
import { places } from '../../../../src/matching/places/index.ts';
import { statuses } from '../../../../src/population/statuses.ts';
import { wideMatcherIds, widePlaceIds } from '../../../../src/scenario/ids.ts';
import { normaliseName } from '../../../../src/text/normalise.ts';
import { type SmallWorld, smallWorld } from '../../../small-world.ts';

const told = ['all', 'best', 'unique'] as const;
const plan: CountPlan = {
  matchers: [...wideMatcherIds],
  places: [...widePlaceIds],
  rules: told,
  thresholds: [0.7, 0.85, 0.92, 1],
};
const citizens = new Set<string>(statuses.flatMap(({ id, citizen }) => (citizen ? [id] : [])));

/** The tally of each ZIP area. */
function linkedByArea(
  world: SmallWorld,
  gates: readonly string[],
  held: number,
  peopleShare = 0.01,
): readonly Tally[] {
  const { population, requests } = world;
  const columns = registerColumns(requests, gates, 0, requests.size);
  const link = wideLinker(population, requests, columns, plan, gates, held);
  return Array.from({ length: population.layout.zipAreas }, (_, zip) => {
    const tally = emptyTally(plan);
    link.link(population.layout.area(zip), peopleShare, tally);
    return tally;
  });
}

function added(tallies: readonly Tally[]): Tally {
  const all = emptyTally(plan);
  for (const tally of tallies) addTally(all, tally);
  return all;
}

/** By matcher, place, rule and threshold: the totals by going through every request drawn and everybody. */
function goThrough({ population, requests, seed }: SmallWorld, gateIds: readonly string[], held: number) {
  const gates = gateList(allGates, gateIds);
  const { numbers } = heldRequests(registerColumns(requests, gateIds, 0, requests.size), held, seed);
  const everybody = Array.from({ length: population.size }, (_, index) => population.person(index));
  const leadersOf = leadersUnder(seed);
  const totals = new Map<string, HeldTotals>();
  for (const number of numbers) {
    const truth = requests.truth(number);
    const { record } = requests.record(number, truth);
    for (const matcherId of plan.matchers) {
      const matcher = matchers.find(({ id }) => id === matcherId)!;
      const scores = everybody.map((person) =>
        gates.admits(record) && gates.confirms(record, person.record)
          ? matcher.score(record, person.record)
          : 0,
      );
      for (const placeId of plan.places) {
        const scope = places.find(({ id }) => id === placeId)!;
        const found = new FoundPeople();
        scores.forEach((score, index) => {
          if (score > 0 && scope.agrees(record, everybody[index]!.record)) found.add(index, score);
        });
        const { best, runnerUp } = leadersOf(found, 0, number);
        for (const ruleId of told) {
          const rule = rules.find(({ id }) => id === ruleId)!;
          plan.thresholds.forEach((threshold, t) => {
            const key = `${matcherId} ${placeId} ${ruleId} ${threshold}`;
            const of = totals.get(key) ?? {
              correct: 0,
              missed: 0,
              wrong: 0,
              wrongCitizens: 0,
              pairs: 0,
              pairsOfCitizens: 0,
              squaredPairs: 0,
            };
            totals.set(key, of);
            const matched = Array.from({ length: found.count }, (_, i) => i).filter((i) => {
              const passed = reachedBy(plan.thresholds, found.scores[i]!);
              const at = rule.matchedAt(passed, i === best, reachedBy(plan.thresholds, runnerUp));
              return ((at >>> t) & 1) === 1;
            });
            const people = matched.map((i) => found.people[i]!);
            const others = people.filter((person) => person !== truth.taxpayer);
            const ofCitizens = others.filter((person) => citizens.has(everybody[person]!.status)).length;
            if (people.includes(truth.taxpayer)) of.correct += 1;
            else if (truth.taxpayer >= 0) of.missed += 1;
            if (others.length > 0) of.wrong += 1;
            if (ofCitizens > 0) of.wrongCitizens += 1;
            of.pairs += others.length;
            of.pairsOfCitizens += ofCitizens;
            of.squaredPairs += others.length ** 2;
          });
        }
      }
    }
  }
  return totals;
}

function totalsOf({ held }: Tally): Map<string, Readonly<HeldTotals>> {
  return new Map(
    plan.matchers.flatMap((matcher, m) =>
      plan.places.flatMap((place, p) =>
        told.flatMap((rule) =>
          heldTotals(held!, plan.thresholds, m * plan.places.length + p, rule).map(
            (totals, t) => [`${matcher} ${place} ${rule} ${plan.thresholds[t]}`, totals] as const,
          ),
        ),
      ),
    ),
  );
}

describe('requests held against everybody', () => {
  const gates = fc.constantFrom<readonly string[]>([], ['date-of-birth-agrees'], ['address-well-formed']);
  const world = fc.record({
    seed: fc.integer({ min: 0, max: 1000 }),
    people: fc.integer({ min: 1000, max: 1400 }),
    requests: fc.integer({ min: 20, max: 32 }),
    zipAreas: fc.integer({ min: 2, max: 4 }),
  });

  it('are matched to whom going through everybody matches them, under every matcher, scope, rule and gate', () => {
    const seen = { all: 0, best: 0, unique: 0, correct: 0, missed: 0 };
    fc.assert(
      fc.property(world, gates, fc.integer({ min: 10, max: 20 }), (options, chosen, held) => {
        const small = smallWorld(options);
        const found = totalsOf(added(linkedByArea(small, chosen, held)));
        const expected = goThrough(small, chosen, held);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
        for (const [key, { wrong, correct, missed }] of expected) {
          seen[key.split(' ')[2] as (typeof told)[number]] += wrong;
          seen.correct += correct;
          seen.missed += missed;
        }
      }),
      { seed: 11, numRuns: 3 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

describe('tallies of held requests', () => {
  const small = smallWorld({ seed: 3, people: 1500, requests: 60, zipAreas: 4 });
  const byArea = linkedByArea(small, [], 50);

  it('add up to the same in any order and grouping', () => {
    const whole = added(byArea);
    const [a, b, c, d] = byArea as [Tally, Tally, Tally, Tally];
    expect(added([d, b, a, c])).toEqual(whole);
    expect(added([added([c, d]), added([b, a])])).toEqual(whole);
  });

  it('are the same bytes, and the same when read again', () => {
    for (const tally of byArea) {
      const bytes = encodeTally(tally, 'key');
      const again = decodeTally(bytes, 'key', plan);
      expect(again).toEqual(tally);
      expect(encodeTally(again, 'key')).toEqual(bytes);
    }
  });

  it('do not add up with those of another sample size', () => {
    expect(() => added([...byArea, ...linkedByArea(small, [], 20)])).toThrow(/different requests/);
  });

  it('leave the counts of the people looked up as they are', () => {
    const [without, beside] = [added(linkedByArea(small, [], 0)), added(byArea)];
    expect({ ...beside, held: undefined }).toEqual({ ...without, held: undefined });
  });
});

describe('everybody looked up, and every request held', () => {
  const small = smallWorld({ seed: 9, people: 1500, requests: 50, zipAreas: 3 });
  const tally = added(linkedByArea(small, [], small.requests.size, 1));

  it('find the same pairs', () => {
    const all = plan.rules.indexOf('all');
    let found = 0;
    plan.matchers.forEach((_matcher, m) => {
      plan.places.forEach((_place, p) => {
        const totals = heldTotals(tally.held!, plan.thresholds, m * plan.places.length + p, 'all');
        totals.forEach(({ pairs, pairsOfCitizens, correct, missed }, t) => {
          const at = (settingOf(plan, m, p, all) + t) * cells.length;
          const count = (measure: string, group: string) => tally.sum[at + cellIndex(measure, group)];
          expect(pairs).toBe(count('pairs-wrongly-matched', 'all'));
          expect(pairsOfCitizens).toBe(count('pairs-wrongly-matched', 'citizens'));
          expect(correct).toBe(count('requests-correctly-matched', 'all'));
          expect(missed).toBe(count('requests-missed', 'all'));
          found += pairs + correct;
        });
      });
    });
    expect(found).toBeGreaterThan(0);
  });
});

describe('the sample', () => {
  const { requests, seed } = smallWorld({ seed: 5, people: 3000, requests: 200, zipAreas: 2 });
  const columns = registerColumns(requests, [], 0, requests.size);

  it('has each request once, ascending, and is of the size asked for or the whole list', () => {
    const { numbers } = heldRequests(columns, 60, seed);
    expect(numbers).toHaveLength(60);
    expect([...numbers]).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect([...heldRequests(columns, 500, seed).numbers]).toEqual([...Array(requests.size).keys()]);
  });

  it('says of each what the list says', () => {
    const { numbers, columns: picked, register } = heldRequests(columns, 60, seed);
    numbers.forEach((number, place) => {
      const { record } = requests.record(number, requests.truth(number));
      const surname = register.surnames.dictionary.values[register.surnames.codes[place]!];
      expect(surname).toBe(normaliseName(record.surname));
      expect(picked.taxpayers[place]).toBe(columns.taxpayers[number]);
    });
  });

  it('takes every request as often as any other', () => {
    const SAMPLES = 400;
    const taken = new Float64Array(requests.size);
    for (let other = 0; other < SAMPLES; other++) {
      for (const number of heldRequests(columns, 50, other).numbers) taken[number]! += 1;
    }
    // Chi-square of 199 degrees of freedom, less for drawing without replacement: beyond 290 once in 20,000.
    const expected = (SAMPLES * 50) / requests.size;
    const distance = taken.reduce((sum, count) => sum + (count - expected) ** 2 / (expected * 0.75), 0);
    expect(distance).toBeLessThan(290);
  });
});
