/** The people at home of a requested person against the whole household that the population makes. */

import { expect, it } from 'vitest';
import { residentMember } from '../../src/population/member-entity.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { housematesOf } from '../../src/requests/housemates.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const base = loadScenario('irs-ice-2025');
const COUNT = 3000;
const certain = (value: number) => ({ value, assumption: 'A test.' });
const { irs } = base.population;
/** Where many are in the file, and many mistype their names on the return. */
const scenario: Scenario = {
  ...base,
  population: {
    ...base.population,
    people: certain(900_000),
    irs: { ...irs, nameErrors: { paper: certain(0.5), electronic: certain(0.3) } },
  },
  requests: { ...base.requests, count: certain(COUNT), inTaxpayerFile: certain(0.5) },
};
const people = population(scenario, 1, loadTables());
const requests = requestList(scenario, people);
const truths = Array.from({ length: COUNT }, (_, j) => requests.truth(j));
const housemates = housematesOf(people);

it('are the others of the household, with their names and dates as in the file and their own numbers', () => {
  let residents = 0;
  let filers = 0;
  for (const truth of truths) {
    const { area, household, member } = truth;
    const { members } = people.household(area.firstHousehold + household);
    // Residents come last.
    const own = member === residentMember ? members.length - 1 : member;
    const expected = members
      .filter((_, place) => place !== own)
      .map(({ person, identifier, record: { givenName, dateOfBirth } }) => ({
        person,
        givenName,
        dateOfBirth,
        tin: person < 0 ? '' : people.taxpayerNumber(identifier, person),
      }));
    expect(housemates(truth)).toEqual(expected);
    if (member === residentMember) residents++;
    filers += expected.filter(({ person }) => person >= 0).length;
  }
  expect(residents).toBeGreaterThan(300);
  expect(filers).toBeGreaterThan(1000);
});

it('bear the names that they write themselves, whoever else is asked about before', () => {
  for (const { area, cell, household } of truths.slice(0, 1000)) {
    people.members(area, cell, household).forEach((_, member) => {
      expect(people.writtenName(area, cell, household, member)).toEqual(
        people.nameOf(area, cell, household, member).written,
      );
    });
  }
});
