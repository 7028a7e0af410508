import { describe, expect, it } from 'vitest';
import { type Community, communities } from '../../src/population/communities.ts';
import { patternLength } from '../../src/population/household-pattern.ts';
import { cellOf } from '../../src/population/layout.ts';
import { memberEntity } from '../../src/population/member-entity.ts';
import { misfiledNames } from '../../src/population/misfiled-names.ts';
import { byOrigin, type OriginId, origins } from '../../src/population/origins.ts';
import { peopleColumns } from '../../src/population/people-columns.ts';
import { type Population, population } from '../../src/population/population.ts';
import { statusPatternLength } from '../../src/population/status-pattern.ts';
import { statuses, statusShares } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { permutation } from '../../src/random/permutation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { normaliseName } from '../../src/text/normalise.ts';
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
const none = { value: 0, assumption: 'for a test' };
const addressErrors = { paper: none, electronic: none };
/** The national file without an error in its addresses. */
const faultless = population(
  { ...scenario, population: { ...assumed, irs: { ...assumed.irs, addressErrors } } },
  seed,
  tables,
);
const someAreas = (world: Population, count: number) => {
  const shuffled = permutation(1, 'test/some-areas', world.layout.zipAreas);
  return Array.from({ length: count }, (_, i) => world.layout.area(shuffled.at(i)));
};
const someIndexes = (world: Population, count: number) => {
  const shuffled = permutation(1, 'test/some-people', world.size);
  return Array.from({ length: count }, (_, i) => shuffled.at(i));
};
const placeOf = (id: OriginId) => origins.findIndex((origin) => origin.id === id);
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
      const { surname, nameForm, secondSurname } = columns;
      const written = small.names.writtenSurname(surname[row]!, nameForm[row]!, secondSurname[row]!);
      const given = normaliseName(small.names.givenNames[columns.givenName[row]!]!);
      const error = misfiledNames(small, area, columns).get(row);
      if (error !== undefined) expect(person.record[error.field]).toBe(error.text);
      if (error?.field !== 'surname') expect(normaliseName(person.record.surname)).toBe(written);
      if (error?.field !== 'givenName') {
        expect(normaliseName(person.record.givenName).replaceAll(' ', '')).toContain(given.split(' ')[0]);
      }
      expect(person.record.dateOfBirth.slice(0, 4)).toBe(String(columns.birthYear[row]));
      expect(person.status).toBe(statuses[columns.status[row]!]!.id);
      const { origin } = cellOf(area, household);
      expect(person.origin).toBe(origins[origin]!.id);
      expect(small.kindOf(index)).toEqual({ status: columns.status[row], origin });
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
      expect(record.surname).toMatch(/^(?=.{2,35}$)[A-Z]+([ -][A-Z]+)*$/);
      expect(record.givenName).toMatch(/^(?=.{2,35}$)[A-Z]+([ -][A-Z]+)*$/);
      expect(record.zip).toMatch(/^\d{5}$/);
      expect(record.houseNumber).toMatch(/^\d{0,5}$/);
      expect(record.unit).toMatch(/^([A-Z#]+( [A-Z0-9-]+)*)?$/);
      expect(new Date(`${record.dateOfBirth}T00:00:00Z`).toISOString().slice(0, 10)).toBe(record.dateOfBirth);
    }
  });

  it('lives at the address of the household, which nobody else has', () => {
    const area = someAreas(faultless, 30).find(({ people }) => people > 500 && people < 5000)!;
    const householdAt = new Map<string, number>();
    for (let row = 0; row < area.people; row++) {
      const { houseNumber, street, unit } = faultless.person(area.firstPerson + row).record;
      const address = `${houseNumber} ${street} ${unit}`;
      const { household } = faultless.place(area.firstPerson + row);
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
          const wellPlaced = first === index && count > 0 && cellOf(area, household) === cell;
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
    const empty = small.layout.area(tables.zipAreas.state.indexOf('GU'));
    expect(() => cellOf(empty, 0)).toThrow(/^no such household in ZIP area \d{5}: 0 of \d$/);
  });
});

describe('households', () => {
  it('are members of the pattern of their community, the last of a cell as many as are left', () => {
    for (const area of someAreas(national, 40)) {
      for (const cell of area.cells) {
        const { pattern } = national.householdsOf[cell.origin]!;
        for (let h = 0; h < cell.households; h++) {
          const household = cell.firstHousehold + h;
          const members = national.members(area, cell, household);
          const { count } = national.filers(area, cell, household);
          const regular = pattern.compositionOf(h, cell.patternStart);
          const isRegular = members === regular.members;
          if (count !== members.filter(({ filing }) => filing !== 'does-not-file').length)
            expect.fail('filers');
          if (!isRegular && (h < cell.households - 1 || count >= regular.filers)) expect.fail('composition');
        }
      }
    }
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
  const bearers = origins.map(() => new Map<number, number>());
  for (const area of areas) {
    const { surname, household } = national.people(area);
    for (const { origin, firstPerson, people } of area.cells) {
      const count = bearers[origin]!;
      for (let row = firstPerson; row < firstPerson + people; row++) {
        if (row > firstPerson && household[row] === household[row - 1]) continue;
        count.set(surname[row]!, (count.get(surname[row]!) ?? 0) + 1);
      }
    }
  }
  it.each(origins.map(({ id }) => id))('follow the table in the fifty commonest surnames: %s', (id) => {
    const weights = tables.surnames.weights[id];
    const bearersInTable = sum(weights) / (1 - tables.surnames.unlistedShare[id]);
    const counts = bearers[placeOf(id)]!;
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

  // Over the country, two strangers are of two origins as often as the file has people of these.
  const { layout, size } = national;
  const shareOf = byOrigin(
    origins.map((_, origin) => layout.originPeopleBefore(origin, layout.zipAreas) / size),
  );
  const people = bearers.map((counts) => sum(counts.values()));
  const chances = bearers.map((counts, one) =>
    bearers.map((others, other) => {
      if (other > one) return 0;
      let pairs = 0;
      for (const [code, count] of counts)
        pairs += count * ((others.get(code) ?? 0) - (one === other ? 1 : 0));
      return pairs / (people[one]! * (people[other]! - (one === other ? 1 : 0)));
    }),
  );
  /** How many pairs of strangers there are for one that shares a surname, among people of some origins. */
  const oneIn = (members: readonly OriginId[]) => {
    const everybody = sum(members.map((id) => shareOf[id]));
    let chance = 0;
    for (const one of members) {
      for (const other of members) {
        const [i, j] = [placeOf(one), placeOf(other)];
        chance += shareOf[one] * shareOf[other] * chances[Math.max(i, j)]![Math.min(i, j)]!;
      }
    }
    return everybody ** 2 / chance;
  };

  // Census 2010: among all members of the community, rare names included.
  it.each<[Community, number]>([
    ['hispanic', 252],
    ['asian', 332],
    ['black', 367],
    ['white', 2155],
  ])('let two %s strangers share a surname as often as the Census does: 1 in %d', (name, expected) => {
    const ratio = oneIn(origins.flatMap(({ id, community }) => (community === name ? [id] : []))) / expected;
    expect(ratio).toBeGreaterThan(0.94);
    expect(ratio).toBeLessThan(1.06);
  });

  it('let any two strangers share a surname as often as the Census does: 1 in 1,775', () => {
    const ratio = oneIn(origins.map(({ id }) => id)) / 1775;
    expect(ratio).toBeGreaterThan(0.94);
    expect(ratio).toBeLessThan(1.06);
  });

  it('are rare as often as the table says, by origin', () => {
    const listed = national.names.surnames.length;
    origins.forEach(({ id }, origin) => {
      const counts = [...bearers[origin]!];
      const rare = sum(counts.filter(([code]) => code >= listed).map(([, count]) => count));
      expectProportion(rare, people[origin]!, tables.surnames.unlistedShare[id]);
    });
  });
});

describe('statuses', () => {
  const shares = statusShares(scenario, tables.origins);

  it('of primary filers are counted over the country by the patterns, in the shares of each origin', () => {
    const found = origins.map(() => ({ households: 0, cells: 0, counts: statuses.map(() => 0) }));
    for (let zip = 0; zip < national.layout.zipAreas; zip++) {
      for (const { origin, households, statusStart } of national.layout.area(zip).cells) {
        if (households === 0) continue;
        const ofOrigin = found[origin]!;
        ofOrigin.households += households;
        ofOrigin.cells++;
        statuses.forEach((_, status) => {
          ofOrigin.counts[status]! += national.householdsOf[origin]!.statuses.countOf(
            status,
            households,
            statusStart,
          );
        });
      }
    }
    // Whole patterns hold the shares to one household in 2003. What is over from them is a draw without replacement:
    // its variance is that of a quarter of the pattern at most, in each ZIP area.
    found.forEach(({ households, cells, counts }, origin) => {
      expect(sum(counts)).toBe(households);
      counts.forEach((count, status) => {
        const share = shares[origin]![status]!;
        const scatter = Math.sqrt(
          Math.min(households, (cells * statusPatternLength) / 4) * share * (1 - share),
        );
        expect(
          Math.abs(count - households * share),
          `${origins[origin]!.id} ${statuses[status]!.id}`,
        ).toBeLessThan(5 * scatter + households / statusPatternLength);
      });
    });
  });

  it('of primary filers in the columns are those of the pattern', () => {
    for (const area of someAreas(national, 40)) {
      const { status } = national.people(area);
      for (const cell of area.cells) {
        const { statusOf } = national.householdsOf[cell.origin]!.statuses;
        for (let h = 0; h < cell.households; h++) {
          const { first } = national.filers(area, cell, cell.firstHousehold + h);
          const own = status[first - area.firstPerson]!;
          if (own !== statusOf(h, cell.statusStart)) expect.fail(`household ${h} of ${area.code}`);
        }
      }
    }
  });

  it('meet every place of the household pattern alike', () => {
    // The lengths have no common factor: in a stretch of both multiplied, each place meets each status as often as it is.
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
    expect(gcd(patternLength, statusPatternLength)).toBe(1);
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
      one.cells.forEach((cell, origin) => {
        const other = two.cells[origin]!;
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
            alike &&=
              isLast ||
              (['surname', 'givenName', 'sex', 'birthYear', 'status'] as const).every(
                (column) => columns[column][row] === others[column][otherRow],
              );
            if ((filers.first + member) % 101 !== 0) continue;
            const [person, same] = [
              before.person(filers.first + member),
              after.person(sameFilers.first + member),
            ];
            alike &&= isLast || person.role === same.role;
            alike &&= isLast || person.record.dateOfBirth === same.record.dateOfBirth;
          }
          if (!alike) differing.push(`household ${h} of the ${origins[origin]!.id} of ${one.code}`);
        }
      });
    }
    expect(differing).toEqual([]);
    return households;
  };
  const zipsOf = (world: Population, count: number) => someAreas(world, count).map(({ zip }) => zip);

  it('keep every household of every origin when the file grows', () => {
    const grown = population(withPeople(1.5 * assumed.people.value), seed, tables);
    expect(expectSameHouseholds(national, grown, zipsOf(national, 30))).toBeGreaterThan(50_000);
    const slightlyGrown = population(withPeople(303_000), seed, tables);
    expect(expectSameHouseholds(small, slightlyGrown, zipsOf(small, 3000))).toBeGreaterThan(10_000);
  });

  it('keep the households of an origin when another community is larger', () => {
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
    const mexican = placeOf('mexican');
    const peopleOf = (world: Population, zip: number) => world.layout.area(zip).cells[mexican]!.people;
    const zips = zipsOf(national, 30);
    const resized = zips.filter((zip) => peopleOf(other, zip) < peopleOf(national, zip));
    expect(resized.length).toBeGreaterThan(20);
    expect(expectSameHouseholds(national, other, zips)).toBeGreaterThan(40_000);
  });

  it('leave householders and housemates where they were when an assumption about spouses changes', () => {
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
    for (const index of someIndexes(small, 300)) {
      const [before, after] = [small.person(index), other.person(index)];
      const { record, role, filing, household } = before;
      expect(after).toMatchObject({ role, filing, household });
      expect(after.record.dateOfBirth).toBe(record.dateOfBirth);
      expect(after.record.street).toBe(record.street);
      // A relative now born here or abroad has another given name, and a child may bear it.
      if (role !== 'householder' && role !== 'housemate') continue;
      expect([after.status, after.record.givenName]).toEqual([before.status, record.givenName]);
    }
  });
});

describe('record', () => {
  it('is dated by the member, not by the row it stands in', () => {
    const area = someAreas(national, 1)[0]!;
    const columns = peopleColumns(2);
    columns.birthYear.fill(1980);
    const address = national.neighbourhood(area).addressCode(0);
    const make = (row: number, entity: number) =>
      national.record({ recordId: 'x', columns, row, entity, area, address }).dateOfBirth;
    const cell = cellOf(area, 0);
    const entityOf = (member: number) => memberEntity(area, cell, 0, member);
    expect(make(0, entityOf(0))).toBe(make(1, entityOf(0)));
    expect(new Set([0, 1, 2, 3].map((member) => make(0, entityOf(member)))).size).toBeGreaterThan(2);
    columns.isTwin[1] = 1;
    expect(make(1, entityOf(3))).toBe(make(0, entityOf(2)));
  });
});
