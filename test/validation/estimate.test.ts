import { beforeAll, describe, expect, it } from 'vitest';
import { usBornCitizen } from '../../src/population/statuses.ts';
import {
  areaRatio,
  chanceOfSharing,
  exact,
  householdRatio,
  type Measured,
  oneIn,
  ratio,
  times,
} from '../../src/validation/estimate.ts';
import { communityOf, drawSample, type Sample } from '../../src/validation/sample.ts';
import { smallWorld } from '../small-world.ts';

const world = smallWorld({ seed: 5, people: 1600, requests: 10, zipAreas: 40 });
const { population } = world;
const everybody = Array.from({ length: population.size }, (_, index) => ({
  ...population.person(index),
  place: population.place(index),
  ...listedNames(index),
}));

/** Codes of surname and given name, which the checks are about: the record may show two surnames or a compound. */
function listedNames(index: number) {
  const { area } = population.place(index);
  const { surname, givenName } = population.people(area);
  const row = index - area.firstPerson;
  return { surname: String(surname[row]), givenName: String(givenName[row]) };
}

let whole: Sample;
beforeAll(() => {
  whole = drawSample(population, population.size, 1);
});

/** Pairs of people of different ZIP areas who agree, among all such pairs of those meant: person by person. */
function pairByPair(
  of: (person: (typeof everybody)[number]) => string,
  isMeant: (person: (typeof everybody)[number]) => boolean,
): number {
  let sharing = 0;
  let pairs = 0;
  const meant = everybody
    .filter(isMeant)
    .map((person) => ({ value: of(person), zip: person.place.area.zip }));
  for (const a of meant) {
    for (const b of meant) {
      if (a.zip === b.zip) continue;
      pairs++;
      if (a.value === b.value) sharing++;
    }
  }
  return sharing / pairs;
}

const surnameOf: Parameters<typeof chanceOfSharing>[1]['keyOf'] = ({ surnames }) => surnames;

describe('of the whole file', () => {
  it('the chance of sharing a surname is that of all pairs of different ZIP areas', () => {
    const { value } = chanceOfSharing(whole, { keys: whole.surnames, keyOf: surnameOf });
    expect(value).toBeCloseTo(
      pairByPair(
        ({ surname }) => surname,
        () => true,
      ),
      12,
    );
  });

  it('so is that of people of one community, sex and birthplace', () => {
    const { value } = chanceOfSharing(whole, {
      keys: population.names.givenNames.length,
      keyOf: ({ people }) => people.givenName,
      includes: ({ area, people }, cell, row) =>
        communityOf(area.cells[cell]!) === 'hispanic' && people.status[row] === usBornCitizen,
    });
    const direct = pairByPair(
      ({ givenName }) => givenName,
      ({ place, status }) => communityOf(place.cell) === 'hispanic' && status === 'us-born-citizen',
    );
    expect(value).toBeCloseTo(direct, 12);
  });

  it('a ratio is that of the people counted one by one', () => {
    const { value } = ratio(whole, ({ area, people }, cell) => {
      const { firstPerson, people: count } = area.cells[cell]!;
      return [people.sex.subarray(firstPerson, firstPerson + count).filter((sex) => sex === 1).length, count];
    });
    let men = 0;
    for (let zip = 0; zip < population.layout.zipAreas; zip++) {
      for (const sex of population.people(population.layout.area(zip)).sex) men += sex;
    }
    expect(value).toBeCloseTo(men / population.size, 12);
  });

  it('a ratio over households is that of the records', () => {
    const { value } = householdRatio(whole, ({ members }) => {
      const filers = members.filter(({ person }) => person >= 0);
      return [filers.filter(({ role }) => role === 'spouse').length, filers.length];
    });
    expect(value).toBeCloseTo(everybody.filter(({ role }) => role === 'spouse').length / population.size, 12);
  });

  it('a ratio over areas is that of the sums', () => {
    const areas = whole.areas.map(({ area }) => area);
    const sum = (of: (area: (typeof areas)[number]) => number) => areas.reduce((a, area) => a + of(area), 0);
    const { value } = areaRatio(whole, ({ area }) => [area.dwellings, area.people]);
    expect(value).toBeCloseTo(sum(({ dwellings }) => dwellings) / sum(({ people }) => people), 12);
  });
});

describe('of some ZIP areas', () => {
  const { population: larger } = smallWorld({ seed: 5, people: 20_000, requests: 10, zipAreas: 300 });
  const draws = 60;
  let truth: Sample;
  let parts: readonly Sample[];
  beforeAll(() => {
    truth = drawSample(larger, larger.size, 1);
    parts = Array.from({ length: draws }, (_, seed) => drawSample(larger, 8000, seed));
  });

  const citizens = (sample: Sample) =>
    ratio(sample, ({ area, people }, cell) => {
      const { firstPerson, people: count } = area.cells[cell]!;
      const statuses = people.status.subarray(firstPerson, firstPerson + count);
      return [statuses.filter((status) => status === usBornCitizen).length, count];
    });
  const hispanic = (sample: Sample) =>
    areaRatio(sample, ({ area }) => {
      const own = area.cells.filter((cell) => communityOf(cell) === 'hispanic');
      return [own.reduce((sum, { people }) => sum + people, 0), area.people];
    });
  const surnames = (sample: Sample) => chanceOfSharing(sample, { keys: sample.surnames, keyOf: surnameOf });

  // About 24 areas a draw: Student's t of 23 degrees is 2.807 at 0.995. A spread of 60 draws is known to about a
  // tenth, and that estimated from 24 unlike areas is itself uncertain: a factor of 1.5 is allowed either way.
  it.each<[string, (sample: Sample) => Measured]>([
    ['a share of people', citizens],
    ['a community in its ZIP areas', hispanic],
    ['the chance of sharing a surname', surnames],
  ])('%s is right on average, and its interval as wide as it scatters', (_, measure) => {
    const found = parts.map(measure);
    const mean = (of: (one: Measured) => number) => found.reduce((sum, one) => sum + of(one), 0) / draws;
    const average = mean(({ value }) => value);
    const scatter = Math.sqrt(mean(({ value }) => (value - average) ** 2));
    expect(Math.abs(average - measure(truth).value)).toBeLessThan((4 * scatter) / Math.sqrt(draws));
    const asEstimated = mean(({ low, high }) => (high - low) / 2) / 2.807;
    expect(asEstimated / scatter).toBeGreaterThan(1 / 1.5);
    expect(asEstimated / scatter).toBeLessThan(1.5);
  });

  it('have no interval where there is a single area', () => {
    const one = drawSample(larger, 1, 1);
    expect(one.areas.length).toBe(1);
    expect(citizens(one).low).toBe(Number.NEGATIVE_INFINITY);
    expect(citizens(one).high).toBe(Number.POSITIVE_INFINITY);
  });
});

it('has the interval of Student where there is nothing to scale', () => {
  // Mean 12 and standard error 1 / sqrt(3) of 11, 12, 13; t of 2 degrees at 0.995 is 9.924843 (any table).
  const areas = whole.areas.slice(0, 3).map((area) => ({ ...area, areaWeight: 1 }));
  let value = 10;
  const { low, high } = areaRatio({ ...whole, areas }, () => [++value, 1]);
  expect(low).toBeCloseTo(12 - 9.924843 / Math.sqrt(3), 5);
  expect(high).toBeCloseTo(12 + 9.924843 / Math.sqrt(3), 5);
});

it('says a chance as one in so many', () => {
  expect(oneIn({ value: 0.01, low: 0.008, high: 0.0125 })).toEqual({ value: 100, low: 80, high: 125 });
  expect(oneIn({ value: 0.01, low: -0.1, high: 0.0125 }).high).toBe(Number.POSITIVE_INFINITY);
  expect(oneIn({ value: 0, low: 0, high: 0 }).value).toBe(Number.POSITIVE_INFINITY);
});

it('keeps intervals through a change of unit', () => {
  expect(times({ value: 2, low: 1, high: 3 }, 10)).toEqual({ value: 20, low: 10, high: 30 });
  expect(exact(7)).toEqual({ value: 7, low: 7, high: 7 });
});
