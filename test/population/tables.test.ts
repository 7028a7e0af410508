import { describe, expect, it } from 'vitest';
import { byCommunity, type Community, communities } from '../../src/population/communities.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { readTable } from '../../src/population/tables/csv.ts';
import { loadTables } from '../../src/population/tables.ts';

const tables = loadTables();
const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
const originsOf = (community: Community) =>
  origins.filter((origin) => origin.community === community).map(({ id }) => id);

/** How many pairs of people there are for one that shares a value: the "1 in ..." of a collision. */
const oneIn = (weights: Iterable<number>, people: number) =>
  people ** 2 / sum([...weights].map((weight) => weight ** 2));

const within = (actual: number, expected: number, tolerance: number) => {
  expect(actual / expected).toBeGreaterThan(1 - tolerance);
  expect(actual / expected).toBeLessThan(1 + tolerance);
};

describe('surnames', () => {
  const { names, weights: byOriginWeights, unlistedShare } = tables.surnames;
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const weights = byCommunity(
    communities.map((c) =>
      Float64Array.from(names, (_, code) => sum(originsOf(c).map((id) => byOriginWeights[id][code]!))),
    ),
  );
  const everybody = Float64Array.from(names, (_, code) => sum(communities.map((c) => weights[c][code]!)));
  const peopleOf = (id: OriginId) => sum(byOriginWeights[id]) / (1 - unlistedShare[id]);
  const people = byCommunity(communities.map((c) => sum(originsOf(c).map(peopleOf))));
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

  it('give every origin its share of the community', () => {
    for (const { id, community } of origins) {
      within(peopleOf(id) / people[community], tables.origins[id].shareOfCommunity, 1e-6);
    }
  });

  // Who bears the name within the community: well-known names of one origin.
  it.each<[string, OriginId, number]>([
    ['NGUYEN', 'vietnamese', 0.95],
    ['PATEL', 'indian', 0.95],
    ['KIM', 'korean', 0.9],
    ['CHEN', 'chinese', 0.95],
    ['TANAKA', 'japanese', 0.95],
    ['DELACRUZ', 'filipino', 0.95],
    ['XIONG', 'other-asian', 0.95],
    ['TREVINO', 'mexican', 0.9],
    ['PAGAN', 'caribbean-hispanic', 0.8],
    ['QUISPE', 'south-american', 0.8],
    ['JEANBAPTISTE', 'haitian', 0.8],
    ['OKAFOR', 'west-african', 0.8],
    ['HADDAD', 'arab', 0.7],
    ['HOSSEINI', 'persian', 0.7],
    ['SHEVCHENKO', 'russian-ukrainian', 0.7],
  ])('give %s to %s people', (name, id, least) => {
    const { community } = origins.find((origin) => origin.id === id)!;
    const code = codeOf.get(name)!;
    expect(byOriginWeights[id][code]! / weights[community][code]!).toBeGreaterThan(least);
  });

  it('know every name that tells an origin', () => {
    for (const [, , list = ''] of readTable('surname-origins.csv').rows) {
      for (const name of list.split(' ')) {
        if (!name.startsWith('*')) expect(codeOf.get(name), name).toBeLessThan(4000);
      }
    }
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

  it('are distinct upper-case ASCII in order, compounds parted by a space', () => {
    expect(names.every((name) => /^[A-Z]+( [A-Z]+)*$/.test(name))).toBe(true);
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
        const cell = weights('other', 'here', sex, decade);
        cell.codes.forEach((code, index) => {
          births[code]! += cell.weights[index]!;
        });
      }
      within(oneIn(births, sum(births)), figure, 0.02);
    });
  });

  it('divide the births of each name among the communities', () => {
    const births = weights('other', 'here', 'female', 1970);
    const parts = (['mexican', 'white', 'black', 'korean'] as const).map((id) =>
      weights(id, 'here', 'female', 1970),
    );
    births.codes.forEach((code, index) => {
      expect(parts.every((part) => part.codes[index] === code)).toBe(true);
      expect(sum(parts.map((part) => part.weights[index]!))).toBeCloseTo(births.weights[index]!, 6);
    });
  });

  it('divide all births as the adults who were born citizens', () => {
    const births = (id: OriginId) =>
      sum(
        decades.flatMap((decade) => [
          sum(weights(id, 'here', 'female', decade).weights),
          sum(weights(id, 'here', 'male', decade).weights),
        ]),
      );
    const country = tables.stateCommunities.shares.at(-1)!;
    const bornCitizens = [0.551, 0.954, 0.874, 0.248].map((share, index) => share * country[index]!);
    (['mexican', 'white', 'black', 'korean'] as const).forEach((id, index) => {
      within(births(id) / births('other'), bornCitizens[index]! / sum(bornCitizens), 1e-6);
    });
  });

  it('refuse a decade without births', () => {
    expect(() => weights('white', 'here', 'male', 2010)).toThrow(
      /no births in decade 2010; allowed: 1920, 1930/,
    );
  });

  it('are shared by the origins of a community born here, and by those without a list abroad', () => {
    expect(weights('mexican', 'here', 'male', 1970)).toBe(weights('south-american', 'here', 'male', 1970));
    expect(weights('white', 'abroad', 'male', 1970)).toBe(weights('white', 'here', 'male', 1970));
    expect(weights('mexican', 'abroad', 'male', 1970)).not.toBe(weights('mexican', 'here', 'male', 1970));
  });

  it('abroad are those of the origin, each once, and of a falling frequency', () => {
    for (const { id } of origins) {
      for (const sex of ['female', 'male'] as const) {
        for (const decade of decades) {
          const { codes, weights: shares } = weights(id, 'abroad', sex, decade);
          expect(codes.every((code, index) => index === 0 || codes[index - 1]! < code)).toBe(true);
          if (codes === weights(id, 'here', sex, decade).codes) continue;
          expect(shares.every((share) => share > 0)).toBe(true);
          within(sum(shares), 1, 1e-9);
        }
      }
    }
    const commonest = (id: OriginId, sex: 'female' | 'male') => {
      const cell = weights(id, 'abroad', sex, 1960);
      return names[cell.codes[cell.weights.indexOf(Math.max(...cell.weights))]!];
    };
    expect(commonest('mexican', 'female')).toBe('MARIA');
    expect(commonest('mexican', 'male')).toBe('JOSE');
    expect(commonest('arab', 'male')).toBe('MOHAMED');
    expect(commonest('haitian', 'male')).toBe('JEAN');
  });
});

describe('full names', () => {
  // Rough share of each decade's births who were alive in 2013; those born after 2007 are counted with the last.
  const alive = [0.28, 0.55, 0.78, 0.9, 0.95, 0.97, 0.98, 0.99, 1.75];
  // How many of a decade were born abroad, in parts of the adult share: about 6% of Hispanic children were (ACS).
  const abroad = [1, 1, 1, 1, 1, 1, 1, 0.6, 0.15];
  const { surnames, givenNames } = tables;

  const shareNamed = (given: string, id: OriginId, sex: 'female' | 'male') => {
    let named = 0;
    let everybody = 0;
    givenNames.decades.forEach((decade, index) => {
      const people = alive[index]! * sum(givenNames.weights('other', 'here', sex, decade).weights);
      const bornAbroad = tables.origins[id].bornAbroad * abroad[index]!;
      for (const [born, share] of [
        ['here', 1 - bornAbroad],
        ['abroad', bornAbroad],
      ] as const) {
        const cell = givenNames.weights(id, born, sex, decade);
        const place = cell.codes.indexOf(givenNames.names.indexOf(given));
        named += (people * share * (cell.weights[place] ?? 0)) / sum(cell.weights);
      }
      everybody += people;
    });
    return named / everybody;
  };
  const bearers = (given: string, sex: 'female' | 'male', surname: string) => {
    const code = surnames.names.indexOf(surname);
    const named = (id: OriginId) => surnames.weights[id][code]! * 0.5 * shareNamed(given, id, sex);
    return (310_000_000 / 294_979_229) * sum(origins.map(({ id }) => named(id)));
  };

  // Bearers about 2013 as estimated by FiveThirtyEight; independent draws give Maria Garcia 2,348, Michael Garcia 14,872.
  // Its 18,715 John Smiths are not held: parents called Smith avoid John, and a given name here knows no surname.
  it.each([
    ['JAMES', 'male', 'SMITH', 31_290],
    ['MICHAEL', 'male', 'SMITH', 30_915],
    ['ROBERT', 'male', 'SMITH', 26_094],
    ['MARIA', 'female', 'GARCIA', 17_939],
    ['MARIA', 'female', 'RODRIGUEZ', 16_324],
    ['MARIA', 'female', 'MARTINEZ', 15_142],
    ['MICHAEL', 'male', 'GARCIA', 6737],
  ] as const)('%s (%s) %s are about as many as were estimated', (given, sex, surname, expected) => {
    within(bearers(given, sex, surname), expected, 0.25);
  });
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
