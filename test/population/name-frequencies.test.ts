/**
 * The shares of names against the people of ZIP areas drawn by lot, under a seed that the shares do not know. A count of n
 * people with share p is off by sqrt(2 n p) at most (one standard error): relatives share surnames, and two to a household
 * at most double the variance. The shares may be off by some hundredths themselves (name-bearers.ts). So a count must lie
 * within 5 such errors and 4 in 100 of what is expected: right shares fail one of 600 names in 3,000 seeds.
 */

import { describe, expect, it } from 'vitest';
import { filedNames } from '../../src/linkage/filed-names.ts';
import { misfiledNames } from '../../src/population/misfiled-names.ts';
import { nameFrequencies } from '../../src/population/name-frequencies.ts';
import { origins } from '../../src/population/origins.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { permutation } from '../../src/random/permutation.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const SEED = 7;
const PEOPLE = 300_000;
const scenario = loadScenario('irs-ice-2025');
const tables = loadTables();
const frequencies = nameFrequencies(scenario, tables);
const world = population(scenario, SEED, tables);
const { surnames, givenNames } = world.names;
const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);

/** How many people of some ZIP areas are filed under each name, weighted so that each origin has its part of the country. */
const counts = (() => {
  const { layout, names } = world;
  const ofOrigins = origins.map(() => ({
    people: 0,
    surname: new Map<string, number>(),
    givenName: new Map<string, number>(),
  }));
  const order = permutation(SEED, 'test/zip-areas', layout.zipAreas);
  for (let i = 0, people = 0; people < PEOPLE; i++) {
    const area = layout.area(order.at(i));
    const columns = world.people(area);
    const filed = filedNames(names, surnames.length, columns, misfiledNames(world, area, columns));
    for (const { origin, firstPerson, people: inCell } of area.cells) {
      const found = ofOrigins[origin]!;
      found.people += inCell;
      for (let person = firstPerson; person < firstPerson + inCell; person++) {
        const [surname, givenName] = [filed.surnames.writtenAs(person), filed.givenNames.writtenAs(person)];
        found.surname.set(surname, (found.surname.get(surname) ?? 0) + 1);
        found.givenName.set(givenName, (found.givenName.get(givenName) ?? 0) + 1);
      }
    }
    people += area.people;
  }
  const weighted = { surname: new Map<string, number>(), givenName: new Map<string, number>() };
  ofOrigins.forEach((found, origin) => {
    const share = layout.originPeopleBefore(origin, layout.zipAreas) / world.size;
    const weight = (share * PEOPLE) / found.people;
    for (const field of ['surname', 'givenName'] as const) {
      for (const [name, count] of found[field]) {
        weighted[field].set(name, (weighted[field].get(name) ?? 0) + weight * count);
      }
    }
  });
  return weighted;
})();

function expectShare(count: number, share: number, what: string): void {
  const expected = PEOPLE * share;
  const most = 5 * Math.sqrt(2 * expected) + 0.04 * expected;
  expect(Math.abs(count - expected), `${what}: ${count} counted, ${expected} expected`).toBeLessThan(most);
}

/** How many of the people drawn have one of these names. */
const countOf = (field: 'surname' | 'givenName', names: Iterable<string>) =>
  sum([...new Set(names)].map((name) => counts[field].get(name) ?? 0));

describe.each([['surname', surnames] as const, ['givenName', givenNames] as const])(
  'the shares of every %s',
  (field, listed) => {
    const shares = listed.map((name) => ({ name, share: frequencies[field](name) }));
    const commonestFirst = shares.toSorted((a, b) => b.share - a.share);

    it('are those of the people, name by name for the commonest', () => {
      for (const { name, share } of commonestFirst.slice(0, 300)) {
        expectShare(counts[field].get(name) ?? 0, share, name);
      }
    });

    it('are those of the people for rarer names together', () => {
      for (const [first, end] of [
        [300, 1000],
        [1000, 5000],
        [5000, 30_000],
        [30_000, listed.length],
      ] as const) {
        const band = commonestFirst.slice(first, end);
        const share = sum(band.map((each) => each.share));
        expectShare(
          countOf(
            field,
            band.map(({ name }) => name),
          ),
          share,
          `names ${first} to ${end}`,
        );
      }
    });

    it('are above 0, and less than 1 together', () => {
      for (const { share } of shares) expect(share).toBeGreaterThan(0);
      expect(sum(shares.map(({ share }) => share))).toBeLessThan(1);
    });
  },
);

describe('names as they are written', () => {
  it('two surnames of a person have the shares of the people who file both', () => {
    const common = 'GARCIA RODRIGUEZ HERNANDEZ MARTINEZ LOPEZ GONZALEZ PEREZ SANCHEZ RAMIREZ TORRES'.split(
      ' ',
    );
    const both = common.flatMap((first) => common.map((second) => `${first} ${second}`));
    const share = sum(both.map(frequencies.surname));
    expectShare(countOf('surname', both), share, 'two of ten surnames');
    expect(PEOPLE * share).toBeGreaterThan(100);
  });

  it('a surname in its parts and in one word divide its bearers as the scenario says', () => {
    const { value: apart } = scenario.population.naming.surnamePartsApart;
    const [inParts, inOne] = ['DE LA CRUZ', 'DELACRUZ'].map(frequencies.surname);
    expect(inParts! / (inParts! + inOne!)).toBeCloseTo(apart, 12);
    expectShare(countOf('surname', ['DE LA CRUZ']), inParts!, 'DE LA CRUZ');
  });

  it('a feminine form has its bearers', () => {
    expect(frequencies.surname('IVANOVA')).toBeLessThan(frequencies.surname('IVANOV'));
    expect(frequencies.surname('IVANOVA')).toBeGreaterThan(frequencies.surname('QXZ'));
  });

  it('of two given names the first has those who file it alone, too', () => {
    const shares = ['JOSE', 'JOSE LUIS'].map(frequencies.givenName);
    expectShare(countOf('givenName', ['JOSE']), shares[0]!, 'JOSE');
    expectShare(countOf('givenName', ['JOSE LUIS']), shares[1]!, 'JOSE LUIS');
  });

  it('a name on no list has the share of the rarest that is', () => {
    expect(frequencies.surname('QXZ')).toBe(frequencies.surname('QXZ WVY'));
    expect(frequencies.surname('QXZ')).toBeLessThanOrEqual(
      Math.min(...surnames.slice(0, 500).map(frequencies.surname)),
    );
    expect(frequencies.givenName('QXZ')).toBeGreaterThan(0);
  });
});
