import { describe, expect, it } from 'vitest';
import { misfiledNames } from '../../../src/population/misfiled-names.ts';
import { normaliseName } from '../../../src/text/normalise.ts';
import { smallWorld } from '../../small-world.ts';

const { population } = smallWorld({ seed: 3, people: 6000, requests: 50, zipAreas: 4 });
const { names } = population;

describe('everybody of the file', () => {
  const everybody = Array.from({ length: population.size }, (_, index) => population.person(index));

  it('is called in the columns of the ZIP area what the return says', () => {
    for (let zip = 0; zip < population.layout.zipAreas; zip++) {
      const area = population.layout.area(zip);
      const columns = population.people(area);
      const misfiled = misfiledNames(population, area, columns);
      for (let row = 0; row < area.people; row++) {
        const { record } = everybody[area.firstPerson + row]!;
        const error = misfiled.get(row);
        if (error !== undefined) expect(record[error.field]).toBe(error.text);
        if (error?.field === 'surname') continue;
        expect(normaliseName(record.surname)).toBe(
          names.writtenSurname(columns.surname[row]!, columns.nameForm[row]!, columns.secondSurname[row]!),
        );
      }
    }
  });

  it('has the middle initial of their return when asked for it alone', () => {
    for (const { index, record } of everybody) {
      const { area, cell, household, member } = population.place(index);
      expect(population.filedMiddleName(area, cell, household, member)).toBe(record.middleName);
    }
  });

  it('files some names under two surnames, and some with a suffix', () => {
    const two = everybody.filter(({ record }) => record.surname.includes(' '));
    expect(two.length).toBeGreaterThan(20);
    expect(everybody.some(({ record }) => record.suffix !== '')).toBe(true);
    expect(everybody.filter(({ record }) => record.middleName !== '').length).toBeGreaterThan(2000);
  });
});

describe('the members of a household', () => {
  const households = Array.from({ length: Math.min(1500, population.households) }, (_, i) =>
    population.household(i),
  );

  it('of one mother and father share the mother’s surname', () => {
    let families = 0;
    for (const { members } of households) {
      const children = members.filter(({ role }) => role === 'child' || role === 'minor');
      const second = children
        .filter(({ writtenName, origin }) => {
          const { surname, principalSurname } = writtenName;
          return origin === 'mexican' && surname !== principalSurname && !surname.includes('-');
        })
        .map(({ writtenName }) =>
          normaliseName(writtenName.surname.slice(writtenName.principalSurname.length)).replaceAll(' ', ''),
        );
      if (second.length < 2) continue;
      families++;
      expect(new Set(second).size).toBe(1);
    }
    expect(families).toBeGreaterThan(3);
  });

  it('are JR for a father at home alone, with his given name', () => {
    for (const { members } of households) {
      for (const { writtenName, role } of members) {
        if (writtenName.suffix !== 'SR') continue;
        expect(['householder', 'spouse', 'partner']).toContain(role);
        const junior = members.find((other) => other.writtenName.suffix === 'JR');
        expect(normaliseName(junior?.writtenName.givenName ?? '')).toBe(normaliseName(writtenName.givenName));
      }
    }
  });

  it('who file are called as `person` calls them', () => {
    for (const { members } of households.slice(0, 300)) {
      for (const { person, writtenName, record } of members) {
        if (person < 0) continue;
        expect(population.person(person).writtenName).toEqual(writtenName);
        expect(population.person(person).record.surname).toBe(record.surname);
      }
    }
  });
});
