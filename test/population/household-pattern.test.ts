import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HouseholdKindId,
  householdKinds,
  householdPattern,
  largestHousehold,
  patternLength,
} from '../../src/population/household-pattern.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = loadScenario('irs-ice-2025');
type Shares = Readonly<Record<HouseholdKindId, number>>;
const sharesOf = (values: readonly number[]) =>
  Object.fromEntries(householdKinds.map(({ id }, kind) => [id, values[kind]!])) as Shares;
const asked = householdKinds.map(({ id }) => scenario.population.households[id].value);
const pattern = householdPattern(sharesOf(asked), 1);

const countKinds = (first: number, households: number) => {
  const counts = householdKinds.map(() => 0);
  for (let h = first; h < first + households; h++) counts[pattern.kindOf(h)]! += 1;
  return counts;
};

describe('householdPattern', () => {
  it('repeats after 500 households', () => {
    expect(patternLength).toBe(500);
  });

  it('holds each kind in its share in any 500 households', () => {
    const expected = asked.map((share) => Math.round(500 * share));
    for (const first of [0, 1, 137, 500, 1_000_000]) expect(countKinds(first, 500)).toEqual(expected);
  });

  it('honours any shares to one household in 500, and leaves out a kind without a share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }).filter((w) => w.some((weight) => weight > 0)),
        (weights) => {
          const total = weights.reduce((a, b) => a + b, 0);
          const made = householdPattern(sharesOf(weights.map((weight) => weight / total)), 3);
          const counts = householdKinds.map(() => 0);
          for (let h = 0; h < 500; h++) counts[made.kindOf(h)]! += 1;
          weights.forEach((weight, kind) => {
            expect(Math.abs(counts[kind]! - (500 * weight) / total)).toBeLessThan(1 + 1e-9);
            if (weight === 0) expect(counts[kind]).toBe(0);
          });
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each([0, 1, 2, 137, 250, 498, 499])(
    'finds people and households as counting them does, from household %d of the pattern on',
    (start) => {
      const householdOf: number[] = [];
      const households = 1203;
      for (let h = 0; h < households; h++) {
        expect(pattern.kindOf(h, start)).toBe(pattern.kindOf(start + h));
        expect(pattern.peopleIn(h, start)).toBe(householdOf.length);
        for (const _ of householdKinds[pattern.kindOf(h, start)]!.members) householdOf.push(h);
      }
      expect(pattern.peopleIn(households, start)).toBe(householdOf.length);
      expect(pattern.householdsFor(0, start)).toBe(0);
      householdOf.forEach((household, person) => {
        expect(pattern.householdOf(person, start)).toBe(household);
        expect(pattern.householdsFor(person + 1, start)).toBe(household + 1);
      });
    },
  );

  it('begins at the beginning unless told', () => {
    for (const n of [0, 1, 77, 500, 1203]) {
      expect(pattern.kindOf(n)).toBe(pattern.kindOf(n, 0));
      expect(pattern.peopleIn(n)).toBe(pattern.peopleIn(n, 0));
      expect(pattern.householdOf(n)).toBe(pattern.householdOf(n, 0));
      expect(pattern.householdsFor(n)).toBe(pattern.householdsFor(n, 0));
    }
  });

  it('goes on for ever: far households hold as many people as near ones', () => {
    const period = pattern.peopleIn(500);
    for (const start of [0, 77, 499]) {
      expect(pattern.peopleIn(500_000_123, start)).toBe(1_000_000 * period + pattern.peopleIn(123, start));
      expect(pattern.householdOf(1_000_000 * period, start)).toBe(500_000_000);
    }
  });

  it('files 1.303 people a return: 213 million on 163.473 million', () => {
    let people = 0;
    let returns = 0;
    countKinds(0, 500).forEach((count, kind) => {
      const members: readonly string[] = householdKinds[kind]!.members;
      people += count * members.length;
      returns += count * members.filter((role) => role !== 'spouse').length;
    });
    const { people: asked, returns: stoodFor } = scenario.population;
    expect(people / returns).toBeCloseTo(asked.value / stoodFor.value, 3);
  });

  it('is another order under another seed', () => {
    const other = householdPattern(sharesOf(asked), 2);
    const same = Array.from({ length: 500 }, (_, h) => h).filter(
      (h) => other.kindOf(h) === pattern.kindOf(h),
    );
    // Two shuffles agree in about the sum of squared shares, 0.35, of places.
    expect(same.length).toBeLessThan(250);
  });
});

describe('householdKinds', () => {
  it('have the primary filer first, and a spouse second if there is one', () => {
    for (const { members } of householdKinds as readonly { members: readonly string[] }[]) {
      expect(members.indexOf('primary')).toBe(0);
      expect(members.filter((role) => role === 'primary')).toHaveLength(1);
      expect([-1, 1]).toContain(members.indexOf('spouse'));
      expect(members.length).toBeLessThanOrEqual(largestHousehold);
    }
  });
});
