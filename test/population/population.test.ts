import { describe, expect, it } from 'vitest';
import { type Community, communities } from '../../src/population/communities.ts';
import {
  type HouseholdKindId,
  householdKinds,
  householdPattern,
  patternLength,
} from '../../src/population/household-pattern.ts';
import { memberEntity, peopleColumns } from '../../src/population/people.ts';
import { cellOf, type Population, population } from '../../src/population/population.ts';
import { statuses, usBornCitizen } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { permutation } from '../../src/random/permutation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { expectProportion } from '../expect-proportion.ts';

const scenario = loadScenario('irs-ice-2025');
const assumed = scenario.population;
const tables = loadTables();
const withPeople = (value: number): Scenario => ({
  ...scenario,
  population: { ...assumed, people: { ...assumed.people, value } },
});
const seed = 1;
const national = population(scenario, seed, tables);
const small = population(withPeople(300_000), seed, tables);
const pattern = householdPattern(
  Object.fromEntries(householdKinds.map(({ id }) => [id, assumed.households[id].value])) as Record<
    HouseholdKindId,
    number
  >,
  seed,
);

const someAreas = (world: Population, count: number) => {
  const shuffled = permutation(1, 'test/some-areas', world.layout.zipAreas);
  return Array.from({ length: count }, (_, i) => world.layout.area(shuffled.at(i)));
};
const someIndexes = (world: Population, count: number) => {
  const shuffled = permutation(1, 'test/some-people', world.size);
  return Array.from({ length: count }, (_, i) => shuffled.at(i));
};
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('a person', () => {
  it('is the row of the ZIP area, whoever asks, in any order, twice', () => {
    const again = population(withPeople(300_000), seed, tables);
    const indexes = [0, small.size - 1, ...someIndexes(small, 300)];
    const expected = indexes.map((index) => {
      const { area, household } = small.place(index);
      const columns = small.people(area);
      const row = index - area.firstPerson;
      expect(columns.household[row]).toBe(household);
      const person = small.person(index);
      expect(person.record.recordId).toBe(String(index));
      expect(person.record.surname).toBe(small.names.surname(columns.surname[row]!));
      expect(person.record.givenName).toBe(small.names.givenNames[columns.givenName[row]!]);
      expect(person.record.dateOfBirth.slice(0, 4)).toBe(String(columns.birthYear[row]));
      return person;
    });
    expect(indexes.toReversed().map((index) => again.person(index))).toEqual(expected.toReversed());
    expect(indexes.map((index) => small.person(index))).toEqual(expected);
  });

  it('is somebody else under another seed', () => {
    const other = population(withPeople(300_000), seed + 1, tables);
    const name = (world: Population, index: number) => {
      const { givenName, surname } = world.person(index).record;
      return `${givenName} ${surname}`;
    };
    const same = someIndexes(small, 200).filter((index) => name(small, index) === name(other, index));
    expect(same.length).toBeLessThan(3);
  });

  it('has a whole, possible record', () => {
    for (const index of someIndexes(national, 300)) {
      const { record } = national.person(index);
      const { area } = national.place(index);
      expect(record).toMatchObject({ zip: area.code, city: area.city, state: area.state });
      expect(record.surname).toMatch(/^[A-Z]{2,20}$/);
      expect(record.givenName).toMatch(/^[A-Z]{2,20}$/);
      expect(record.zip).toMatch(/^\d{5}$/);
      expect(record.houseNumber).toMatch(/^\d{3,4}$/);
      expect(record.unit).toMatch(/^(APT \d+)?$/);
      expect(new Date(`${record.dateOfBirth}T00:00:00Z`).toISOString().slice(0, 10)).toBe(record.dateOfBirth);
    }
  });

  it('lives at the address of the household, which nobody else has', () => {
    const area = someAreas(national, 30).find(({ people }) => people > 500 && people < 5000)!;
    const householdAt = new Map<string, number>();
    for (let row = 0; row < area.people; row++) {
      const { houseNumber, street, unit } = national.person(area.firstPerson + row).record;
      const address = `${houseNumber} ${street} ${unit}`;
      const { household } = national.place(area.firstPerson + row);
      expect(householdAt.get(address) ?? household).toBe(household);
      householdAt.set(address, household);
    }
    expect(householdAt.size).toBe(area.households);
  });

  it.each([-1, small.size, 1.5, Number.NaN])('is refused at %d', (index) => {
    expect(() => small.person(index)).toThrow(/^no such person in the taxpayer file; .* \[0, 300000\): /);
    expect(() => small.place(index)).toThrow(RangeError);
  });
});

describe('place', () => {
  it('inverts the numbering of the file, everybody in turn', () => {
    for (const area of someAreas(national, 40)) {
      let index = area.firstPerson;
      for (const cell of area.cells) {
        for (let h = 0; h < cell.households; h++) {
          const household = cell.firstHousehold + h;
          const { first, count } = national.filers(area, cell, household);
          const wellPlaced =
            first === index && count > 0 && cellOf(area, household).community === cell.community;
          if (!wellPlaced)
            expect.fail(`household ${household} of ${area.code} does not follow the one before`);
          for (let member = 0; member < count; member++, index++) {
            if (index % 7 === 0) expect(national.place(index)).toEqual({ area, cell, household, member });
          }
        }
      }
      expect(index).toBe(area.firstPerson + area.people);
    }
  });

  it('refuses a household that the ZIP area does not have', () => {
    const empty = small.layout.area(tables.zipAreas.state.indexOf('PR'));
    expect(() => cellOf(empty, 0)).toThrow(/^no such household in ZIP area \d{5}: 0 of 0$/);
  });
});

describe('households', () => {
  it('are of the kinds asked for, over the country, but for where communities begin the pattern', () => {
    const period = pattern.peopleIn(patternLength);
    const asked = householdKinds.map(({ id }) => assumed.households[id].value);
    // Households of a kind in the first h from any place of the pattern on, by cumulative count.
    const before = asked.map((_, kind) => {
      const counts = new Int32Array(2 * patternLength + 1);
      for (let h = 0; h < 2 * patternLength; h++)
        counts[h + 1] = counts[h]! + Number(pattern.kindOf(h) === kind);
      return counts;
    });
    // What is over from whole patterns has, over all starts, a mean and a variance that can be counted.
    const excess = (kind: number, start: number, households: number) =>
      before[kind]![start + households]! - before[kind]![start]! - asked[kind]! * households;
    const moments = new Map<number, readonly (readonly [mean: number, variance: number])[]>();
    const momentsOf = (people: number) => {
      let found = moments.get(people);
      if (found === undefined) {
        const starts = Array.from({ length: patternLength }, (_, start) => start);
        const households = starts.map((start) => pattern.householdsFor(people, start));
        found = asked.map((_, kind) => {
          const values = starts.map((start) => excess(kind, start, households[start]!));
          const mean = sum(values) / patternLength;
          return [mean, sum(values.map((value) => (value - mean) ** 2)) / patternLength];
        });
        moments.set(people, found);
      }
      return found;
    };

    const found = asked.map(() => 0);
    const expected = asked.map(() => 0);
    const variance = asked.map(() => 0);
    let everybody = 0;
    for (let zip = 0; zip < national.layout.zipAreas; zip++) {
      for (const { people, households, patternStart } of national.layout.area(zip).cells) {
        everybody += households;
        momentsOf(people % period).forEach(([mean, spread], kind) => {
          found[kind]! += excess(kind, patternStart, households % patternLength);
          expected[kind]! += mean;
          variance[kind]! += spread;
        });
      }
    }
    householdKinds.forEach(({ id }, kind) => {
      const standardError = Math.sqrt(variance[kind]!);
      expect(Math.abs(found[kind]! - expected[kind]!), id).toBeLessThan(5 * standardError);
      expect(standardError / everybody, id).toBeLessThan(2e-5);
      expect(Math.abs(found[kind]! / everybody), id).toBeLessThan(1e-4);
    });
  });
});

describe('years of birth', () => {
  it('end with 2007, and are not heaped there', () => {
    const born = new Map<number, number>();
    for (const area of someAreas(national, 150)) {
      for (const year of national.people(area).birthYear) born.set(year, (born.get(year) ?? 0) + 1);
    }
    const last = born.get(2007)!;
    const earlier = sum([2004, 2005, 2006].map((year) => born.get(year)!)) / 3;
    expect(Math.max(...born.keys())).toBe(2007);
    expect(earlier).toBeGreaterThan(1000);
    expect(last / earlier).toBeLessThan(1.5);
    expect(last / earlier).toBeGreaterThan(0.67);
  });
});

describe('names of the file', () => {
  // One person a household, the primary filer, for relatives share names.
  const areas = someAreas(national, 150);
  const bearers = communities.map(() => new Map<number, number>());
  for (const area of areas) {
    const { surname, household } = national.people(area);
    for (const { community, firstPerson, people } of area.cells) {
      const count = bearers[community]!;
      for (let row = firstPerson; row < firstPerson + people; row++) {
        if (row > firstPerson && household[row] === household[row - 1]) continue;
        count.set(surname[row]!, (count.get(surname[row]!) ?? 0) + 1);
      }
    }
  }
  /** How many pairs of strangers there are for one that shares a surname. */
  const oneIn = (counts: ReadonlyMap<number, number>) => {
    const people = sum(counts.values());
    return (people * (people - 1)) / sum([...counts.values()].map((count) => count * (count - 1)));
  };

  it.each(communities)('follow the table in the fifty commonest surnames: %s', (name) => {
    const weights = tables.surnames.weights[name];
    const bearersInTable = sum(weights) / (1 - tables.surnames.unlistedShare[name]);
    const counts = bearers[communities.indexOf(name)]!;
    const people = sum(counts.values());
    const top = Array.from(weights.keys())
      .sort((a, b) => weights[b]! - weights[a]!)
      .slice(0, 50);
    let rest = { found: people, expected: people };
    let statistic = 0;
    for (const code of top) {
      const found = counts.get(code) ?? 0;
      const expected = (people * weights[code]!) / bearersInTable;
      statistic += (found - expected) ** 2 / expected;
      rest = { found: rest.found - found, expected: rest.expected - expected };
    }
    statistic += (rest.found - rest.expected) ** 2 / rest.expected;
    expect(statistic).toBeLessThan(chiSquareQuantile(1 - 1e-6, top.length));
  });

  // Census 2010: among all members of the community, rare names included.
  it.each<[Community, number]>([
    ['hispanic', 252],
    ['asian', 332],
    ['black', 367],
    ['white', 2155],
  ])('let two %s strangers share a surname as often as the Census does: 1 in %d', (name, expected) => {
    const ratio = oneIn(bearers[communities.indexOf(name)]!) / expected;
    expect(ratio).toBeGreaterThan(0.94);
    expect(ratio).toBeLessThan(1.06);
  });

  it('let any two strangers share a surname as often as the Census does: 1 in 1,775', () => {
    const { layout, size } = national;
    const shares = communities.map((_, c) => layout.communityPeopleBefore(c, layout.zipAreas) / size);
    let chance = 0;
    communities.forEach((_, c) => {
      const people = sum(bearers[c]!.values());
      chance += shares[c]! ** 2 / oneIn(bearers[c]!);
      for (let other = 0; other < c; other++) {
        const others = sum(bearers[other]!.values());
        for (const [code, count] of bearers[c]!) {
          const share = (count / people) * ((bearers[other]!.get(code) ?? 0) / others);
          chance += 2 * shares[c]! * shares[other]! * share;
        }
      }
    });
    expect(1 / chance / 1775).toBeGreaterThan(0.94);
    expect(1 / chance / 1775).toBeLessThan(1.06);
  });

  it('are rare as often as the table says, by community', () => {
    const listed = national.names.surnames.length;
    communities.forEach((name, community) => {
      const counts = [...bearers[community]!];
      const rare = sum(counts.filter(([code]) => code >= listed).map(([, count]) => count));
      expectProportion(rare, sum(counts.map(([, count]) => count)), tables.surnames.unlistedShare[name]);
    });
  });
});

describe('statuses', () => {
  // The statuses of whole households, by community: primary filer, and the one other member of interest.
  const pairs = communities.map(() => ({
    primary: [] as number[],
    spouse: [] as number[][],
    child: [] as number[][],
  }));
  for (const area of someAreas(national, 40)) {
    for (const cell of area.cells) {
      const found = pairs[cell.community]!;
      for (let h = 0; h < cell.households; h++) {
        const household = cell.firstHousehold + h;
        const { count } = national.filers(area, cell, household);
        const primary = national.status(area, cell, household, 0);
        found.primary.push(primary);
        for (let member = 1; member < count; member++) {
          const role = householdKinds[pattern.kindOf(h, cell.patternStart)]!.members[member]!;
          if (role === 'housemate') found.primary.push(national.status(area, cell, household, member));
          else if (role !== 'primary')
            found[role].push([primary, national.status(area, cell, household, member)]);
        }
      }
    }
  }
  const shareOf = (name: Community, status: number) => assumed.statuses[name][statuses[status]!.id].value;

  it('of primary filers and housemates are in the shares of the community', () => {
    communities.forEach((name, community) => {
      const { primary } = pairs[community]!;
      statuses.forEach((_, status) => {
        expectProportion(
          primary.filter((own) => own === status).length,
          primary.length,
          shareOf(name, status),
        );
      });
    });
  });

  it('of spouses are those of the primary filer as often as asked, and else those of the community', () => {
    communities.forEach((name, community) => {
      const { spouse } = pairs[community]!;
      const byChance = sum(statuses.map((_, status) => shareOf(name, status) ** 2));
      const chosen = assumed.spouseSharesStatus.value;
      const same = spouse.filter(([primary, own]) => own === primary).length;
      expectProportion(same, spouse.length, chosen + (1 - chosen) * byChance);
    });
  });

  it('of children are citizens by birth, or else those of the parent', () => {
    let ofImmigrants = 0;
    let bornHere = 0;
    for (const [primary, own] of pairs.flatMap(({ child }) => child)) {
      if (primary === usBornCitizen) expect(own).toBe(usBornCitizen);
      else {
        ofImmigrants++;
        if (own === usBornCitizen) bornHere++;
        else expect(own).toBe(primary);
      }
    }
    expectProportion(bornHere, ofImmigrants, assumed.childOfImmigrantsUsBorn.value);
  });

  it('are what a person is said to have', () => {
    for (const index of someIndexes(small, 100)) {
      const { area, cell, household, member } = small.place(index);
      expect(small.person(index).status).toBe(statuses[small.status(area, cell, household, member)]!.id);
    }
  });
});

describe('common random numbers', () => {
  /** Compares the households that ZIP areas of both worlds have, and returns how many those are. */
  const expectSameHouseholds = (before: Population, after: Population, zips: readonly number[]): number => {
    let households = 0;
    const differing: string[] = [];
    for (const zip of zips) {
      const [one, two] = [before.layout.area(zip), after.layout.area(zip)];
      const [columns, others] = [before.people(one), after.people(two)];
      one.cells.forEach((cell, community) => {
        const other = two.cells[community]!;
        const inBoth = Math.min(cell.households, other.households);
        for (let h = 0; h < inBoth; h++, households++) {
          const [household, counterpart] = [cell.firstHousehold + h, other.firstHousehold + h];
          const filers = before.filers(one, cell, household);
          const sameFilers = after.filers(two, other, counterpart);
          const isLast = h === cell.households - 1 || h === other.households - 1;
          let alike = isLast || filers.count === sameFilers.count;
          for (let member = 0; member < Math.min(filers.count, sameFilers.count); member++) {
            const row = filers.first - one.firstPerson + member;
            const otherRow = sameFilers.first - two.firstPerson + member;
            alike &&= (['surname', 'givenName', 'sex', 'birthYear'] as const).every(
              (column) => columns[column][row] === others[column][otherRow],
            );
            alike &&=
              before.status(one, cell, household, member) === after.status(two, other, counterpart, member);
            if ((filers.first + member) % 101 !== 0) continue;
            const [person, same] = [
              before.person(filers.first + member),
              after.person(sameFilers.first + member),
            ];
            alike &&= person.role === same.role && person.record.dateOfBirth === same.record.dateOfBirth;
          }
          if (!alike) differing.push(`household ${h} of the ${communities[community]} of ${one.code}`);
        }
      });
    }
    expect(differing).toEqual([]);
    return households;
  };
  const zipsOf = (world: Population, count: number) => someAreas(world, count).map(({ zip }) => zip);

  it('keep every household of every community when the file grows', () => {
    const grown = population(withPeople(1.5 * assumed.people.value), seed, tables);
    expect(expectSameHouseholds(national, grown, zipsOf(national, 30))).toBeGreaterThan(50_000);
    const slightlyGrown = population(withPeople(303_000), seed, tables);
    expect(expectSameHouseholds(small, slightlyGrown, zipsOf(small, 3000))).toBeGreaterThan(10_000);
  });

  it('keep the households of a community when another one is larger', () => {
    const [hispanic, white] = [communities.indexOf('hispanic'), communities.indexOf('white')];
    const { stateCommunities } = tables;
    const other = population(scenario, seed, {
      ...tables,
      stateCommunities: {
        ...stateCommunities,
        shares: stateCommunities.shares.map((shares) =>
          shares.map((share, community) => {
            if (community === hispanic) return share / 2;
            return community === white ? share + shares[hispanic]! / 2 : share;
          }),
        ),
      },
    });
    const zips = zipsOf(national, 30);
    const resized = zips.filter(
      (zip) =>
        other.layout.area(zip).cells[hispanic]!.people < national.layout.area(zip).cells[hispanic]!.people,
    );
    expect(resized.length).toBeGreaterThan(20);
    expect(expectSameHouseholds(national, other, zips)).toBeGreaterThan(40_000);
  });

  it('leave every name where it was when an assumption about statuses changes', () => {
    const other = population(
      {
        ...withPeople(300_000),
        population: {
          ...assumed,
          people: { ...assumed.people, value: 300_000 },
          spouseSharesStatus: { ...assumed.spouseSharesStatus, value: 0 },
        },
      },
      seed,
      tables,
    );
    for (const index of someIndexes(small, 100))
      expect(other.person(index).record).toEqual(small.person(index).record);
  });
});

describe('record', () => {
  it('is dated by the member, not by the row it stands in', () => {
    const area = someAreas(national, 1)[0]!;
    const columns = peopleColumns(2);
    columns.birthYear.fill(1980);
    const make = (row: number, entity: number) =>
      national.record({ recordId: 'x', columns, row, entity, area, dwelling: 0 }).dateOfBirth;
    const cell = cellOf(area, 0);
    const entityOf = (member: number) => memberEntity(area, cell, 0, member);
    expect(make(0, entityOf(0))).toBe(make(1, entityOf(0)));
    expect(new Set([0, 1, 2, 3].map((member) => make(0, entityOf(member)))).size).toBeGreaterThan(2);
  });
});
