import { describe, expect, it } from 'vitest';
import { byCommunity, type Community, communities } from '../../src/population/communities.ts';
import { loadTables } from '../../src/population/tables.ts';

const tables = loadTables();
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

/** How many pairs of people there are for one that shares a value: the "1 in ..." of a collision. */
const oneIn = (weights: Iterable<number>, people: number) =>
  people ** 2 / sum([...weights].map((weight) => weight ** 2));

const within = (actual: number, expected: number, tolerance: number) => {
  expect(actual / expected).toBeGreaterThan(1 - tolerance);
  expect(actual / expected).toBeLessThan(1 + tolerance);
};

describe('surnames', () => {
  const { names, weights, unlistedShare } = tables.surnames;
  const everybody = Float64Array.from(names, (_, code) => sum(communities.map((c) => weights[c][code]!)));
  const people = byCommunity(communities.map((c) => sum(weights[c]) / (1 - unlistedShare[c])));
  const bearers = (name: string) => everybody[names.indexOf(name)]!;

  it('are distinct upper-case ASCII', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[A-Z]+$/.test(name))).toBe(true);
  });

  it('add up over communities to the Census 2010 counts', () => {
    expect(bearers('SMITH')).toBeCloseTo(2_442_977, 3);
    expect(bearers('GARCIA')).toBeCloseTo(1_166_120, 3);
    expect(bearers('NGUYEN')).toBeCloseTo(437_645, 3);
    within(sum(Object.values(people)), 294_979_229, 0.0001);
  });

  it('give Garcia its Hispanic bearers', () => {
    within(weights.hispanic[names.indexOf('GARCIA')]!, 1_073_180, 0.001);
  });

  it('hold the shares of everybody in the top 10, 100 and 1,000 that the Census counted', () => {
    const sorted = everybody.toSorted((a, b) => b - a);
    const share = (top: number) => sum(sorted.subarray(0, top)) / 294_979_229;
    within(share(10), 0.049, 0.01);
    within(share(100), 0.173, 0.01);
    within(share(1000), 0.41, 0.01);
    within(sum(weights.hispanic.toSorted().subarray(-10)) / (people.hispanic * (1 - 0.0834)), 0.178, 0.01);
  });

  // Census 2010 list: among all members of the community, and among those whose name has 100 bearers or more.
  const rarePeople = 29_312_001;
  it.each<[Community, number, number, number]>([
    ['hispanic', 252, 212, 0.1367],
    ['asian', 332, 234, 0.0797],
    ['black', 367, 317, 0.0853],
    ['white', 2155, 1734, 0.6665],
  ])('let two %s strangers share one as often as the Census does', (community, all, listed, rareShare) => {
    within(oneIn(weights[community], people[community]), all, 0.06);
    within(oneIn(weights[community], people[community] - rarePeople * rareShare), listed, 0.06);
  });

  it('let two strangers share one as often as the Census does', () => {
    within(oneIn(everybody, sum(Object.values(people))), 1775, 0.06);
    within(oneIn(everybody, sum(Object.values(people)) - rarePeople), 1440, 0.06);
  });
});

describe('given names', () => {
  const { names, decades, weights } = tables.givenNames;

  it('are distinct upper-case ASCII in order', () => {
    expect(names.every((name) => /^[A-Z]+$/.test(name))).toBe(true);
    expect(names.toSorted()).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  // Social Security Administration, national files: births 1930-49, 1950-69, 1970-89, 1990-2007.
  it.each([
    ['male', [64, 75, 106, 209]],
    ['female', [115, 164, 205, 383]],
  ] as const)('let two %s people of a cohort share one as often as the births do', (sex, expected) => {
    expected.forEach((figure, cohort) => {
      const births = new Float64Array(names.length);
      for (const decade of decades.slice(1 + 2 * cohort, 3 + 2 * cohort)) {
        const cell = weights('other', sex, decade);
        cell.codes.forEach((code, index) => {
          births[code]! += cell.weights[index]!;
        });
      }
      within(oneIn(births, sum(births)), figure, 0.02);
    });
  });

  it('divide the births of each name among the communities', () => {
    const births = weights('other', 'female', 1970);
    const parts = communities.slice(0, 4).map((community) => weights(community, 'female', 1970));
    births.codes.forEach((code, index) => {
      expect(parts.every((part) => part.codes[index] === code)).toBe(true);
      expect(sum(parts.map((part) => part.weights[index]!))).toBeCloseTo(births.weights[index]!, 6);
    });
  });

  it('divide all births as the adults who were born citizens', () => {
    const births = (community: Community) =>
      sum(
        decades.flatMap((decade) => [
          ...weights(community, 'female', decade).weights,
          ...weights(community, 'male', decade).weights,
        ]),
      );
    const country = tables.stateCommunities.shares.at(-1)!;
    const bornCitizens = [0.551, 0.954, 0.874, 0.248].map((share, index) => share * country[index]!);
    communities.slice(0, 4).forEach((community, index) => {
      within(births(community) / births('other'), bornCitizens[index]! / sum(bornCitizens), 1e-6);
    });
  });

  it('refuse a decade without births', () => {
    expect(() => weights('white', 'male', 2010)).toThrow(/no births in decade 2010; allowed: 1920, 1930/);
  });
});

describe('full names', () => {
  // Rough share of each decade's births who were alive in 2013; those born after 2007 are counted with the last.
  const alive = [0.28, 0.55, 0.78, 0.9, 0.95, 0.97, 0.98, 0.99, 1.75];
  const { surnames, givenNames } = tables;

  const shareNamed = (given: string, community: Community, sex: 'female' | 'male') => {
    const code = givenNames.names.indexOf(given);
    let named = 0;
    let everybody = 0;
    givenNames.decades.forEach((decade, index) => {
      const cell = givenNames.weights(community, sex, decade);
      const births = sum(cell.weights);
      const people = alive[index]! * sum(givenNames.weights('other', sex, decade).weights);
      named += (people * (cell.weights[cell.codes.indexOf(code)] ?? 0)) / births;
      everybody += people;
    });
    return named / everybody;
  };
  const bearers = (given: string, sex: 'female' | 'male', surname: string) =>
    sum(
      communities.map(
        (community) =>
          (310_000_000 / 294_979_229) *
          surnames.weights[community][surnames.names.indexOf(surname)]! *
          0.5 *
          shareNamed(given, community, sex),
      ),
    );

  // Bearers about 2013 as estimated by FiveThirtyEight; independent draws give Maria Garcia 2,348, Michael Garcia 14,872.
  it.each([
    ['JAMES', 'male', 'SMITH', 31_290, 0.3],
    ['MICHAEL', 'male', 'SMITH', 30_915, 0.3],
    ['ROBERT', 'male', 'SMITH', 26_094, 0.3],
    ['MARIA', 'female', 'GARCIA', 17_939, 0.3],
    ['MARIA', 'female', 'RODRIGUEZ', 16_324, 0.3],
    ['MARIA', 'female', 'MARTINEZ', 15_142, 0.3],
    ['MICHAEL', 'male', 'GARCIA', 6737, 0.35],
  ] as const)(
    '%s (%s) %s are about as many as were estimated',
    (given, sex, surname, expected, tolerance) => {
      within(bearers(given, sex, surname), expected, tolerance);
    },
  );
});

describe('places', () => {
  const { zipAreas, stateCommunities, streets } = tables;

  it('are the 33,787 ZIP areas and their 334,362,514 people', () => {
    expect(zipAreas.zip.length).toBe(33_787);
    expect(sum(zipAreas.population)).toBe(334_362_514);
    expect(zipAreas.zip.every((zip) => /^\d{5}$/.test(zip))).toBe(true);
    expect(zipAreas.city[zipAreas.zip.indexOf('90210')]).toBe('BEVERLY HILLS');
  });

  it('run state by state, ZIP by ZIP', () => {
    const keys = zipAreas.zip.map((zip, index) => zipAreas.state[index]! + zip);
    expect(keys.toSorted()).toEqual(keys);
  });

  it('share the communities of their own state and size, where anybody lives', () => {
    zipAreas.population.forEach((people, index) => {
      if (people > 0) expect(stateCommunities.state[zipAreas.cell[index]!]).toBe(zipAreas.state[index]);
    });
  });

  it('have the communities of the adults of 2020', () => {
    // 50 states and DC, 2020 Census: 43.3 million Hispanic, 157.1 million White adults.
    const adults = (community: number) =>
      sum(
        stateCommunities.shares.map((shares, cell) =>
          ['PR', ''].includes(stateCommunities.state[cell]!)
            ? 0
            : shares[community]! * stateCommunities.adults[cell]!,
        ),
      );
    within(adults(0), 43_321_390, 0.001);
    within(adults(1), 157_115_487, 0.001);
    for (const shares of stateCommunities.shares) expect(sum(shares)).toBeCloseTo(1, 12);
  });

  it('have Main Street first', () => {
    expect(streets[0]).toEqual({ name: 'MAIN', roads: 33_484 });
    expect(streets.map(({ roads }) => roads).toSorted((a, b) => b - a)).toEqual(
      streets.map(({ roads }) => roads),
    );
  });
});
