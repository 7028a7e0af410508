import { describe, expect, it } from 'vitest';
import { filings, householdRoles } from '../../src/population/household-members.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { permutation } from '../../src/random/permutation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';

const scenario = loadScenario('irs-ice-2025');
const tables = loadTables();
const national = population(scenario, 1, tables);
const shuffled = permutation(1, 'test/some-households', national.households);
const indexes = Array.from({ length: 3000 }, (_, i) => shuffled.at(i));
const some = indexes.map((index) => national.household(index));

describe('a household', () => {
  it('holds the people of the file who live there, as the file has them', () => {
    let people = 0;
    for (const { index, members, dwelling } of some.slice(0, 600)) {
      for (const member of members) {
        if (member.person < 0) {
          expect([member.filing, member.returnNumber]).toEqual(['does-not-file', -1]);
          continue;
        }
        const person = national.person(member.person);
        expect(person.household).toBe(index);
        const { record, role, filing, status, origin, returnNumber, identifier, writtenName } = member;
        expect(person).toEqual({
          index: member.person,
          ...{ record, role, filing, status, origin, returnNumber, identifier, writtenName },
          household: index,
        });
        const { area, household } = national.place(member.person);
        expect(national.neighbourhood(area).dwellingOf(household)).toBe(dwelling);
        people++;
      }
    }
    expect(people).toBeGreaterThan(900);
  });

  it('is found from any person of the file, who is one of its members once', () => {
    const order = permutation(1, 'test/some-people', national.size);
    for (let i = 0; i < 300; i++) {
      const index = order.at(i);
      const { members, files } = national.household(national.person(index).household);
      expect(files).toBe(true);
      expect(members.filter(({ person }) => person === index)).toHaveLength(1);
    }
  });

  it('is the same in any order, twice, and from a file made anew', () => {
    const again = population(scenario, 1, tables);
    const part = indexes.slice(0, 100);
    expect(part.toReversed().map((index) => again.household(index))).toEqual(some.slice(0, 100).toReversed());
  });

  it('has people of known roles, filings and ages, who live at one dwelling', () => {
    for (const { members, files } of some) {
      expect(files).toBe(members.some(({ person }) => person >= 0));
      expect(members[0]!.role).toBe('householder');
      for (const { role, filing, age, record } of members) {
        expect(householdRoles).toContain(role);
        expect(filings).toContain(filing);
        expect(role === 'minor').toBe(age < 17);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(125);
        expect(record.zip).toBe(members[0]!.record.zip);
      }
    }
  });

  it('has twins born on one day', () => {
    const days = some.flatMap(({ members }) => {
      const minors = members.filter(({ role }) => role === 'minor').map(({ record }) => record.dateOfBirth);
      return minors.slice(1).map((day, i) => day === minors[i]);
    });
    // Of neighbouring minors about one pair in 40 are twins, fewer where there are three or more.
    expect(days.filter(Boolean).length).toBeGreaterThan(days.length * 0.005);
    expect(days.filter(Boolean).length).toBeLessThan(days.length * 0.05);
  });

  it('numbers citizens and others by their status', () => {
    const everybody = some.flatMap(({ members }) => members);
    for (const { status, identifier, person } of everybody) {
      if (status.endsWith('citizen') || status === 'permanent-resident') expect(identifier).toBe('ssn');
      if (identifier === 'none') expect([status, person]).toEqual(['unauthorized', -1]);
    }
    const filers = everybody.filter(({ status, person }) => status === 'unauthorized' && person >= 0);
    expectProportion(
      filers.filter(({ identifier }) => identifier === 'itin').length,
      filers.length,
      scenario.population.itin.unauthorizedFilers.value,
    );
  });

  it.each([-1, 1.5, Number.NaN, national.households])('is refused at %d, in one line', (index) => {
    expect(() => national.household(index)).toThrow(
      `no such household; an index is a whole number in [0, ${national.households}): ${index}`,
    );
  });
});

it('there are between 131 and 134 million households', () => {
  expect(national.households).toBeGreaterThan(131e6);
  expect(national.households).toBeLessThan(134e6);
});
