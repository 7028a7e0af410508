import { describe, expect, it } from 'vitest';
import { communities } from '../../src/population/communities.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { statuses, statusShares, unauthorized, usBornCitizen } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const scenario = loadScenario('irs-ice-2025');
const { origins: facts } = loadTables();
const shares = statusShares(scenario, facts);
const shareOf = (id: OriginId, status: number, of = shares) =>
  of[origins.findIndex((origin) => origin.id === id)]![status]!;
const bornAbroad = (id: OriginId) => 1 - shareOf(id, usBornCitizen);
const odds = (share: number) => share / (1 - share);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

type Statuses = Scenario['population']['statuses'];
type Shares = Readonly<Record<keyof Statuses['hispanic'], number>>;
const certain = (value: number) => ({ value, assumption: 'for a test' });
const asking = (hispanic: Shares): Scenario => ({
  ...scenario,
  population: {
    ...scenario.population,
    statuses: {
      ...scenario.population.statuses,
      hispanic: Object.fromEntries(
        Object.entries(hispanic).map(([id, share]) => [id, certain(share)]),
      ) as Statuses['hispanic'],
    },
  },
});

/** Holds the shares of a community's origins, weighted, to what the scenario asks of the community. */
const expectAsked = (asked: Scenario) => {
  const found = statusShares(asked, facts);
  for (const community of communities) {
    const members = origins.filter((origin) => origin.community === community);
    const people = sum(members.map(({ id }) => facts[id].shareOfCommunity));
    statuses.forEach(({ id: status }, place) => {
      const weighted = members.map(({ id }) => facts[id].shareOfCommunity * shareOf(id, place, found));
      const expected = asked.population.statuses[community][status].value;
      expect(Math.abs(sum(weighted) / people - expected), `${community} ${status}`).toBeLessThan(1e-9);
    });
  }
};

describe('statuses', () => {
  it('begin with citizens by birth and end with those without lawful status', () => {
    expect(statuses[usBornCitizen].id).toBe('us-born-citizen');
    expect(statuses[unauthorized].id).toBe('unauthorized');
    expect(statuses.filter(({ citizen }) => citizen).map(({ id }) => id)).toEqual([
      'us-born-citizen',
      'naturalized-citizen',
    ]);
  });
});

describe('statusShares', () => {
  it('are shares, and sum to 1 in each origin', () => {
    for (const ofOrigin of shares) {
      expect(Math.abs(sum(ofOrigin) - 1)).toBeLessThan(1e-9);
      for (const share of ofOrigin) expect(share).toBeGreaterThanOrEqual(0);
    }
  });

  it('add up over the origins of a community to what the scenario says of it', () => {
    expectAsked(scenario);
  });

  const extremes: readonly Shares[] = [
    {
      'us-born-citizen': 1,
      'naturalized-citizen': 0,
      'permanent-resident': 0,
      'other-lawful': 0,
      unauthorized: 0,
    },
    {
      'us-born-citizen': 0,
      'naturalized-citizen': 0.4,
      'permanent-resident': 0.3,
      'other-lawful': 0.2,
      unauthorized: 0.1,
    },
    {
      'us-born-citizen': 0.5,
      'naturalized-citizen': 0.3,
      'permanent-resident': 0.2,
      'other-lawful': 0,
      unauthorized: 0,
    },
    {
      'us-born-citizen': 0.2,
      'naturalized-citizen': 0,
      'permanent-resident': 0,
      'other-lawful': 0,
      unauthorized: 0.8,
    },
    {
      'us-born-citizen': 0.01,
      'naturalized-citizen': 0.005,
      'permanent-resident': 0,
      'other-lawful': 0,
      unauthorized: 0.985,
    },
    {
      'us-born-citizen': 0.9999,
      'naturalized-citizen': 0,
      'permanent-resident': 0,
      'other-lawful': 0.00005,
      unauthorized: 0.00005,
    },
  ];
  it.each(extremes)('do so at the ends of the range as well: %o', (asked) => {
    expectAsked(asking(asked));
  });

  it('add up even where the origins are all said to have nobody, or only people, without lawful status', () => {
    for (const value of [0, 1]) {
      expectAsked({
        ...scenario,
        population: {
          ...scenario.population,
          unauthorizedOfBornAbroad: Object.fromEntries(
            origins.map(({ id }) => [id, certain(value)]),
          ) as Scenario['population']['unauthorizedOfBornAbroad'],
        },
      });
    }
  });

  it('are those of the community where an origin is alone in it', () => {
    for (const id of ['american-indian', 'other'] as const) {
      statuses.forEach(({ id: status }, place) => {
        const asked = scenario.population.statuses[id][status].value;
        expect(Math.abs(shareOf(id, place) - asked)).toBeLessThan(1e-9);
      });
    }
  });

  it('keep the ratios of odds between origins: of birth abroad, and of lawful status among those', () => {
    const assumed = scenario.population.unauthorizedOfBornAbroad;
    const irregular = (id: OriginId) => shareOf(id, unauthorized) / bornAbroad(id);
    for (const community of communities) {
      const [first, ...others] = origins.filter((origin) => origin.community === community);
      for (const { id } of others) {
        const asked = odds(facts[id].bornAbroad) / odds(facts[first!.id].bornAbroad);
        expect(odds(bornAbroad(id)) / odds(bornAbroad(first!.id)) / asked).toBeCloseTo(1, 8);
        const compared = odds(assumed[id].value) / odds(assumed[first!.id].value);
        expect(odds(irregular(id)) / odds(irregular(first!.id)) / compared).toBeCloseTo(1, 8);
      }
    }
  });

  it('divide those lawfully here and born abroad as in the community', () => {
    for (const { id, community } of origins) {
      const asked = scenario.population.statuses[community];
      const ratio = asked['naturalized-citizen'].value / asked['permanent-resident'].value;
      expect(shareOf(id, 1) / shareOf(id, 2) / ratio).toBeCloseTo(1, 9);
    }
  });
});
