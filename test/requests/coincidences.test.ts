/**
 * The simulation held against arithmetic. In a ZIP area, the expected number of pairs of a request and an
 * unrelated taxpayer with exactly the same given name and surname is a sum over names of the product of their
 * probabilities, for the origins, birthplaces, sexes and decades of birth of the two. The pairs that the generated
 * people make are counted, one by one, and must agree.
 *
 * Left out of the sum, because it is less than a thousandth of it: two strangers with the same rare surname,
 * and children named after a parent, whose name is of the parent's decade.
 */

import { describe, expect, it } from 'vitest';
import { householdInCell } from '../../src/population/cell-households.ts';
import type { ZipArea } from '../../src/population/layout.ts';
import { residentMember } from '../../src/population/member-entity.ts';
import { type Sex, sexes } from '../../src/population/names.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { peopleColumns } from '../../src/population/people-columns.ts';
import { type Population, population } from '../../src/population/population.ts';
import { usBornCitizen } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { type RequestList, requestList } from '../../src/requests/request-list.ts';
import type { RequestTruth } from '../../src/requests/truth.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const base = loadScenario('irs-ice-2025');
const tables = loadTables();
const { decades } = tables.givenNames;
const givenCount = tables.givenNames.names.length;

/** No errors in the records, and nobody has moved: what is recorded is the name, and the ZIP area of the home. */
const scenario: Scenario = {
  ...base,
  requests: {
    ...base.requests,
    yearlyMoverRate: { ...base.requests.yearlyMoverRate, value: 0 },
    men: { ...base.requests.men, value: 0.5 },
    sharedAddresses: {
      ...base.requests.sharedAddresses,
      share: { ...base.requests.sharedAddresses.share, value: 0 },
    },
    merged: { ...base.requests.merged, value: 0 },
  },
  corruption: { ...base.corruption, agency: { profile: 'none', rates: {} } },
};

/** Bearers of each listed surname, as a share of the origin. */
const surnameShares = origins.map(({ id }) => {
  const weights = tables.surnames.weights[id];
  const bearers = weights.reduce((a, b) => a + b, 0) / (1 - tables.surnames.unlistedShare[id]);
  return weights.map((weight) => weight / bearers);
});
/** Chance that two strangers of two origins share a listed surname. */
const surnameChance = surnameShares.map((one) =>
  surnameShares.map((other) => {
    let chance = 0;
    for (let code = 0; code < one.length; code++) chance += one[code]! * other[code]!;
    return chance;
  }),
);

type Birthplace = 'here' | 'abroad';
interface Distribution {
  readonly codes: Uint32Array;
  readonly probabilities: Float64Array;
}
const known = new Map<string, Distribution>();
/** Given names of people of an origin, birthplace, sex and decade of birth. */
const givenNames = (origin: number, born: Birthplace, sex: Sex, decade: number): Distribution => {
  const key = `${origin} ${born} ${sex} ${decade}`;
  let found = known.get(key);
  if (found === undefined) {
    const { codes, weights } = tables.givenNames.weights(origins[origin]!.id, born, sex, decade);
    const sum = weights.reduce((a, b) => a + b, 0);
    found = { codes, probabilities: weights.map((weight) => weight / sum) };
    known.set(key, found);
  }
  return found;
};
const decadeOf = (birthYear: number) => Math.max(decades[0]!, birthYear - (birthYear % 10));

/** Requests whose home is in the ZIP area. */
interface LocalRequest {
  readonly origin: number;
  readonly decade: number;
  /** -1 where they live with nobody who files. */
  readonly household: number;
  readonly name: string;
}

/** The names of the requested person as they are listed, one given name and one surname. */
function listedName(world: Population, { area, cell, household, member }: RequestTruth): string {
  const columns = peopleColumns(1);
  const inCell = householdInCell(area, cell, household);
  if (member === residentMember) world.maker.fillResident(area, cell, inCell, columns, 0);
  else world.maker.fillHousehold(area, cell, inCell, 1, columns, 0);
  return `${world.names.givenNames[columns.givenName[0]!]} ${world.names.surname(columns.surname[0]!)}`;
}

function requestsByZip(
  world: Population,
  requests: RequestList,
  areas: readonly ZipArea[],
): readonly (readonly LocalRequest[])[] {
  const wanted = new Map(areas.map((area) => [area.zip, [] as LocalRequest[]]));
  for (let j = 0; j < requests.size; j++) {
    const here = wanted.get(requests.recordedZip(j));
    if (here === undefined) continue;
    const truth = requests.truth(j);
    const { cell } = truth;
    const { record } = requests.record(j, truth);
    here.push({
      origin: cell.origin,
      decade: decadeOf(Number(record.dateOfBirth.slice(0, 4))),
      household: truth.household < cell.firstHousehold + cell.households ? truth.household : -1,
      name: listedName(world, truth),
    });
  }
  return areas.map(({ zip }) => wanted.get(zip)!);
}

/** Pairs of strangers with the same full name in one ZIP area, expected and counted. */
function coincidences(world: Population, area: ZipArea, requests: readonly LocalRequest[]) {
  const people = world.people(area);
  const originOf = (row: number) =>
    area.cells.findLast((cell) => cell.people > 0 && cell.firstPerson <= row)!.origin;

  // How many taxpayers of each origin are expected to have each given name: from birthplaces, sexes and decades.
  const groups = origins.map(
    () => new Map<string, { born: Birthplace; sex: Sex; decade: number; count: number }>(),
  );
  const householdsOf = new Map<string, number[]>();
  for (let row = 0; row < area.people; row++) {
    const born = people.status[row] === usBornCitizen ? 'here' : 'abroad';
    const sex = sexes[people.sex[row]!]!;
    const decade = decadeOf(people.birthYear[row]!);
    const group = groups[originOf(row)]!;
    const entry = group.get(`${born} ${sex} ${decade}`) ?? { born, sex, decade, count: 0 };
    entry.count++;
    group.set(`${born} ${sex} ${decade}`, entry);
    const name = `${world.names.givenNames[people.givenName[row]!]} ${world.names.surname(people.surname[row]!)}`;
    const households = householdsOf.get(name);
    if (households === undefined) householdsOf.set(name, [people.household[row]!]);
    else households.push(people.household[row]!);
  }
  const bearers = groups.map((group, origin) => {
    const expected = new Float64Array(givenCount);
    for (const { born, sex, decade, count } of group.values()) {
      const { codes, probabilities } = givenNames(origin, born, sex, decade);
      codes.forEach((code, i) => {
        expected[code]! += count * probabilities[i]!;
      });
    }
    return expected;
  });

  const chances = new Map<string, number>();
  /** Expected namesakes of somebody of an origin, born abroad. */
  const chanceOf = (origin: number, decade: number) => {
    const key = `${origin} ${decade}`;
    let chance = chances.get(key);
    if (chance === undefined) {
      chance = 0;
      for (const sex of sexes) {
        const { codes, probabilities } = givenNames(origin, 'abroad', sex, decade);
        bearers.forEach((expected, other) => {
          let namesakes = 0;
          codes.forEach((code, i) => {
            namesakes += probabilities[i]! * expected[code]!;
          });
          chance! += 0.5 * surnameChance[origin]![other]! * namesakes;
        });
      }
      chances.set(key, chance);
    }
    return chance;
  };

  let expected = 0;
  let counted = 0;
  for (const { origin, decade, household, name } of requests) {
    // The household's own people are a few of tens of thousands: the sum counts them as strangers.
    expected += chanceOf(origin, decade);
    for (const other of householdsOf.get(name) ?? []) {
      if (other !== household) counted++;
    }
  }
  return { expected, counted };
}

describe('namesakes in a ZIP area', () => {
  const seeds = [1, 2];
  /** The ZIP areas with most people of some origins, so that there is something to count. */
  const chosen = [
    ['mexican', 6],
    ['central-american', 10],
    ['haitian', 2],
    ['chinese', 2],
    ['indian', 2],
  ] as const satisfies readonly (readonly [OriginId, number])[];
  const results = seeds.flatMap((seed) => {
    const world = population(scenario, seed, tables);
    const all = Array.from({ length: world.layout.zipAreas }, (_, zip) => world.layout.area(zip));
    const areas = new Set(
      chosen.flatMap(([id, count]) => {
        const origin = origins.findIndex((one) => one.id === id);
        const people = (area: ZipArea) => area.cells[origin]!.people;
        return all.toSorted((a, b) => people(b) - people(a)).slice(0, count);
      }),
    );
    const local = requestsByZip(world, requestList(scenario, world), [...areas]);
    return [...areas].map((area, i) => coincidences(world, area, local[i]!));
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('are as many as the name tables make by chance, within three standard errors', () => {
    const expected = sum(results.map((result) => result.expected));
    const counted = sum(results.map((result) => result.counted));
    // ZIP areas are independent, and common names cluster: the scatter between areas is the standard error.
    const standardError = Math.sqrt(sum(results.map((result) => (result.counted - result.expected) ** 2)));
    expect(expected).toBeGreaterThan(5000);

    expect(standardError / expected).toBeLessThan(0.03);
    expect(Math.abs(counted - expected), `${counted} counted, ${expected} expected`).toBeLessThan(
      3 * standardError,
    );
  });
});
