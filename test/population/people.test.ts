import { describe, expect, it } from 'vitest';
import {
  householdKinds,
  householdPattern,
  largestHousehold,
  type Role,
} from '../../src/population/household-pattern.ts';
import type { Cell, ZipArea } from '../../src/population/layout.ts';
import { names } from '../../src/population/names.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import {
  type FamilyAssumptions,
  memberEntity,
  type PeopleColumns,
  peopleColumns,
  peopleMaker,
} from '../../src/population/people.ts';
import { statusPattern, statusPatternLength } from '../../src/population/status-pattern.ts';
import { statuses, statusShares, unauthorized, usBornCitizen } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { expectProportion } from '../expect-proportion.ts';

const scenario = loadScenario('irs-ice-2025');
const { population: assumed } = scenario;
const tables = loadTables();
const nameTables = names(tables);
const pattern = householdPattern(
  {
    single: 0.3,
    couple: 0.3,
    'couple-and-child': 0.1,
    'parent-and-child': 0.1,
    housemates: 0.1,
    'couple-and-two-children': 0.1,
  },
  1,
);
const birthDecades = Object.entries(assumed.birthDecades).map(([decade, { value }]) => ({
  decade: Number.parseInt(decade, 10),
  weight: value,
}));
const shares = statusShares(scenario, tables.origins);
const families: FamilyAssumptions = {
  surnameKept: origins.map(() => 0.3),
  childNamedAfterParent: 0.05,
  birthDecades,
  statusPatterns: shares.map((ofOrigin, origin) => statusPattern(ofOrigin, 1, origins[origin]!.id)),
  statusShares: shares,
  spouseSharesStatus: 0.85,
  childOfImmigrantsUsBorn: 0.9,
};
const makerOf = (change: Partial<FamilyAssumptions>, seed = 1) =>
  peopleMaker(nameTables, pattern, { ...families, ...change }, seed);

const households = 15_000;
const placeOf = (id: OriginId) => origins.findIndex((origin) => origin.id === id);
const mexican = placeOf('mexican');
const patternStart = 123;
const statusStart = 45;
const cellOf = (origin: number): Cell => ({
  origin,
  firstPerson: 0,
  people: pattern.peopleIn(households, patternStart),
  firstHousehold: 0,
  households,
  patternStart,
  statusStart,
});
const area: ZipArea = {
  zip: 12_345,
  code: '00000',
  city: 'ANYTOWN',
  state: 'XX',
  firstPerson: 0,
  people: pattern.peopleIn(households, patternStart),
  cells: [],
  households,
  dwellings: households + 1,
};

interface Member {
  readonly role: Role;
  readonly surname: number;
  readonly givenName: number;
  readonly sex: number;
  readonly birthYear: number;
  readonly status: number;
}

const memberAt = (columns: PeopleColumns, row: number, role: Role): Member => ({
  role,
  surname: columns.surname[row]!,
  givenName: columns.givenName[row]!,
  sex: columns.sex[row]!,
  birthYear: columns.birthYear[row]!,
  status: columns.status[row]!,
});

/** Everybody in the first households of an origin, household by household. */
const live = (maker: ReturnType<typeof makerOf>, origin = mexican): readonly (readonly Member[])[] => {
  const columns = peopleColumns(largestHousehold);
  const cell = cellOf(origin);
  return Array.from({ length: households }, (_, household) => {
    const count = maker.fillHousehold(area, cell, household, largestHousehold, columns, 0);
    const roles: readonly Role[] = householdKinds[pattern.kindOf(household, patternStart)]!.members;
    expect(count).toBe(roles.length);
    return roles.map((role, row) => memberAt(columns, row, role));
  });
};

/** Chance that two strangers of Mexican origin share a surname; rare ones add less than a thousandth of it. */
const byChance = (() => {
  const weights = tables.surnames.weights.mexican;
  const people = weights.reduce((a, b) => a + b, 0) / (1 - tables.surnames.unlistedShare.mexican);
  return weights.reduce((chance, weight) => chance + (weight / people) ** 2, 0);
})();

const everybody = live(makerOf({}));
const wedded = everybody.filter((members) => members[1]?.role === 'spouse');
const FEMALE = 0;

describe('households', () => {
  it('are of husband and wife, where they are of a couple, eight years apart at most', () => {
    for (const [primary, spouse] of wedded) {
      expect(primary!.sex + spouse!.sex).toBe(1);
      expect(Math.abs(primary!.birthYear - spouse!.birthYear)).toBeLessThanOrEqual(8);
    }
  });

  it('are of spouses of near ages; one who would be too young to file is as much older instead', () => {
    // The difference is the whole part of 8 (U + V) - 8, for two even numbers U and V between 0 and 1.
    const chanceOf = (apart: number) => (apart < 0 ? 2 * (apart + 8) + 1 : 2 * (7 - apart) + 1) / 128;
    const fitOf = (couples: typeof wedded) => {
      const expected = new Map<number, number>();
      const found = new Map<number, number>();
      for (const [primary, spouse] of couples) {
        for (let apart = -8; apart <= 7; apart++) {
          const realised = primary!.birthYear + apart > 2007 ? -apart : apart;
          expected.set(realised, (expected.get(realised) ?? 0) + chanceOf(apart));
        }
        const difference = spouse!.birthYear - primary!.birthYear;
        found.set(difference, (found.get(difference) ?? 0) + 1);
      }
      for (const difference of found.keys()) expect(expected.has(difference)).toBe(true);
      let statistic = 0;
      for (const [difference, count] of expected)
        statistic += ((found.get(difference) ?? 0) - count) ** 2 / count;
      return statistic / chiSquareQuantile(1 - 1e-6, expected.size - 1);
    };
    const young = wedded.filter(([primary]) => primary!.birthYear > 2000);
    expect(young.length).toBeGreaterThan(200);
    expect(fitOf(wedded)).toBeLessThan(1);
    expect(fitOf(young)).toBeLessThan(1);
  });

  it('share one surname, but for wives who kept theirs and for housemates', () => {
    const shared = live(makerOf({ surnameKept: origins.map(() => 0) }));
    for (const members of shared) {
      const [primary] = members;
      for (const { role, surname } of members)
        if (role !== 'housemate') expect(surname).toBe(primary!.surname);
    }
    const different = wedded.filter(([primary, spouse]) => primary!.surname !== spouse!.surname);
    expectProportion(different.length, wedded.length, 0.3 * (1 - byChance));
    const mates = everybody.filter((members) => members[1]?.role === 'housemate');
    const alike = mates.filter(([one, other]) => one!.surname === other!.surname);
    expectProportion(alike.length, mates.length, byChance);
  });

  it('give children the name of the father', () => {
    for (const members of everybody) {
      const father = members.find(
        ({ role, sex }) => (role === 'primary' || role === 'spouse') && sex !== FEMALE,
      );
      if (members[1]?.role !== 'spouse' || father === undefined) continue;
      for (const { role, surname } of members) if (role === 'child') expect(surname).toBe(father.surname);
    }
  });

  it('change nothing but surnames of wives when more of them keep theirs', () => {
    live(makerOf({ surnameKept: origins.map(() => 0.6) })).forEach((members, household) => {
      members.forEach((member, m) => {
        const before = everybody[household]![m]!;
        if (member.surname === before.surname) expect(member).toEqual(before);
        else expect({ ...member, surname: before.surname }).toEqual({ ...before, sex: FEMALE });
      });
    });
  });

  it('name a child after the parent of the same sex as often as asked', () => {
    const none = live(makerOf({ childNamedAfterParent: 0 }));
    const always = live(makerOf({ childNamedAfterParent: 1 }));
    let children = 0;
    let named = 0;
    everybody.forEach((members, household) => {
      members.forEach((child, m) => {
        if (child.role !== 'child') return;
        const parent = members.find(({ role, sex }) => role !== 'child' && sex === child.sex);
        if (parent === undefined) return;
        expect(always[household]![m]!.givenName).toBe(parent.givenName);
        if (none[household]![m]!.givenName === parent.givenName) return;
        children++;
        if (child.givenName === parent.givenName) named++;
      });
    });
    expectProportion(named, children, 0.05);
  });

  const children = everybody.flatMap(([primary, ...others]) =>
    others
      .filter(({ role }) => role === 'child')
      .map((child) => [primary!.birthYear, child.birthYear] as const),
  );

  it('have parents 20 to 37 years older than their children', () => {
    for (const [parent, child] of children) {
      expect(child).toBeGreaterThanOrEqual(parent + 20);
      expect(child).toBeLessThanOrEqual(Math.min(parent + 37, 2007));
    }
    const ages = new Set(children.map(([parent, child]) => child - parent));
    expect(ages.size).toBe(18);
  });

  it('have parents of every age alike at which the child was born by 2007, so that no year is crowded', () => {
    const statisticOf = (cellOfPair: (parent: number, child: number) => number) => {
      const expected = new Map<number, number>();
      const found = new Map<number, number>();
      for (const [parent, child] of children) {
        const last = Math.min(parent + 37, 2007);
        for (let year = parent + 20; year <= last; year++) {
          const value = cellOfPair(parent, year);
          expected.set(value, (expected.get(value) ?? 0) + 1 / (last - parent - 19));
        }
        const value = cellOfPair(parent, child);
        found.set(value, (found.get(value) ?? 0) + 1);
      }
      let statistic = 0;
      for (const [value, count] of expected) statistic += ((found.get(value) ?? 0) - count) ** 2 / count;
      return statistic / chiSquareQuantile(1 - 1e-6, expected.size - 1);
    };
    expect(children.length).toBeGreaterThan(5000);
    expect(statisticOf((parent, child) => child - parent)).toBeLessThan(1);
    expect(statisticOf((_, child) => Math.max(child, 1950))).toBeLessThan(1);
    // Where the parent is too young for all ages, those that remain.
    expect(statisticOf((parent, child) => (parent < 1980 ? 0 : 100 * parent + child))).toBeLessThan(1);
  });
});

describe('people', () => {
  it('are female as often as male', () => {
    const sexes = everybody.map(([primary]) => primary!.sex);
    expectProportion(sexes.filter((sex) => sex === FEMALE).length, sexes.length, 0.5);
  });

  it('were born in the decades asked for, where no child files with them, and none after 2007', () => {
    const years = everybody
      .filter((members) => members.every(({ role }) => role !== 'child'))
      .map(([primary]) => primary!.birthYear);
    for (const { decade, weight } of birthDecades) {
      expectProportion(years.filter((year) => year - (year % 10) === decade).length, years.length, weight);
    }
    expect(Math.max(...everybody.flat().map(({ birthYear }) => birthYear))).toBe(2007);
  });

  it('are the same when fewer of the household are asked for, and wherever they are written', () => {
    const maker = makerOf({});
    const columns = peopleColumns(10);
    for (const household of [0, 1, 2, 3, 500, 14_999]) {
      for (let limit = 1; limit <= largestHousehold; limit++) {
        const count = maker.fillHousehold(area, cellOf(mexican), household, limit, columns, 5);
        const expected = everybody[household]!.slice(0, limit);
        expect(count).toBe(expected.length);
        expect(expected.map(({ role }, m) => memberAt(columns, 5 + m, role))).toEqual(expected);
      }
    }
  });

  it('depend on seed, ZIP area and household', () => {
    const maker = makerOf({});
    const columns = peopleColumns(largestHousehold);
    const surnames = (of: ReturnType<typeof makerOf>, zip: number) =>
      Array.from({ length: 100 }, (_, household) => {
        of.fillHousehold({ ...area, zip }, cellOf(mexican), household, 1, columns, 0);
        return columns.surname[0]!;
      });
    expect(surnames(maker, 1)).toEqual(surnames(maker, 1));
    expect(surnames(maker, 1)).not.toEqual(surnames(maker, 2));
    expect(surnames(maker, 1)).not.toEqual(surnames(makerOf({}, 2), 1));
    expect(new Set(surnames(maker, 1)).size).toBeGreaterThan(60);
  });

  it('depend on no count: other origins may be larger, and the household begin elsewhere', () => {
    const maker = makerOf({});
    const columns = peopleColumns(2 * largestHousehold);
    const cell = cellOf(mexican);
    const moved: Cell = { ...cell, firstPerson: 9000, people: 800, firstHousehold: 4321, households: 600 };
    const larger: ZipArea = {
      ...area,
      firstPerson: 777,
      people: 99_999,
      households: 44_444,
      dwellings: 50_000,
    };
    for (let household = 0; household < 600; household++) {
      const count = maker.fillHousehold(larger, moved, household, largestHousehold, columns, 0);
      const expected = everybody[household]!;
      expect(expected.map(({ role }, row) => memberAt(columns, row, role))).toEqual(expected);
      expect(count).toBe(expected.length);
      expect(columns.household[0]).toBe(4321 + household);
      for (const ownSurname of [false, true]) {
        maker.fillResident(larger, moved, household, ownSurname, columns, 0);
        maker.fillResident(area, cell, household, ownSurname, columns, 1);
        expect(memberAt(columns, 0, 'housemate')).toEqual(memberAt(columns, 1, 'housemate'));
      }
    }
  });
});

describe('statuses', () => {
  it('of primary filers are those of the pattern', () => {
    everybody.forEach(([primary], household) => {
      expect(primary!.status).toBe(families.statusPatterns[mexican]!.statusOf(household, statusStart));
    });
    // Whole patterns hold the shares to one household each.
    const whole = everybody.slice(0, 7 * statusPatternLength);
    statuses.forEach((_, status) => {
      const found = whole.filter(([primary]) => primary!.status === status).length;
      expect(Math.abs(found - whole.length * shares[mexican]![status]!)).toBeLessThan(7.001);
    });
  });

  it('of housemates are drawn from the shares of the origin, whatever that of the filer', () => {
    const mates = everybody.filter((members) => members[1]?.role === 'housemate');
    expect(mates.length).toBeGreaterThan(1000);
    statuses.forEach((_, status) => {
      const found = mates.filter(([, mate]) => mate!.status === status).length;
      expectProportion(found, mates.length, shares[mexican]![status]!);
    });
    const alike = mates.filter(([primary, mate]) => primary!.status === mate!.status).length;
    const chance = mates.reduce((sum, [primary]) => sum + shares[mexican]![primary!.status]!, 0);
    expectProportion(alike, mates.length, chance / mates.length);
  });

  it('of spouses are that of the filer as often as asked, and else drawn from the shares of the origin', () => {
    statuses.forEach((_, primaryStatus) => {
      const couples = wedded.filter(([primary]) => primary!.status === primaryStatus);
      statuses.forEach((__, status) => {
        const found = couples.filter(([, spouse]) => spouse!.status === status).length;
        const drawn = 0.15 * shares[mexican]![status]!;
        expectProportion(found, couples.length, drawn + (status === primaryStatus ? 0.85 : 0));
      });
    });
  });

  it('of children are citizens by birth, or else that of a parent born abroad, as often as asked', () => {
    let ofImmigrants = 0;
    let bornHere = 0;
    for (const [primary, ...others] of everybody) {
      for (const { role, status } of others) {
        if (role !== 'child') continue;
        if (primary!.status === usBornCitizen) expect(status).toBe(usBornCitizen);
        else {
          ofImmigrants++;
          if (status === usBornCitizen) bornHere++;
          else expect(status).toBe(primary!.status);
        }
      }
    }
    expect(ofImmigrants).toBeGreaterThan(1000);
    expectProportion(bornHere, ofImmigrants, 0.9);
  });

  it('of everybody but primary filers change with the assumptions about families; surnames and ages do not', () => {
    const other = live(makerOf({ spouseSharesStatus: 0, childOfImmigrantsUsBorn: 0 }));
    let changed = 0;
    everybody.forEach((members, household) => {
      members.forEach((member, m) => {
        const now = other[household]![m]!;
        const { surname, sex, birthYear, role, status } = member;
        expect([now.surname, now.sex, now.birthYear]).toEqual([surname, sex, birthYear]);
        if (role === 'primary' || role === 'housemate') expect(now).toEqual(member);
        if (now.status !== status) changed++;
        // Only birth here or abroad is in a name, or the name of a parent, which a child may bear.
        else if (role === 'spouse') expect(now.givenName).toBe(member.givenName);
      });
    });
    expect(changed).toBeGreaterThan(1000);
  });

  it('decide which given names: those of people born here, or those of people born abroad', () => {
    const chinese = live(makerOf({ childNamedAfterParent: 0 }), placeOf('chinese')).flat();
    const codeOf = new Map(tables.givenNames.names.map((name, code) => [name, code]));
    /** Names of people born here, of people born abroad, and the chance that one of these has none of those. */
    const listsOf = (sex: number, decade: number) => {
      const of = (born: 'here' | 'abroad') =>
        tables.givenNames.weights('chinese', born, sex === FEMALE ? 'female' : 'male', decade);
      const here = new Set(of('here').codes);
      const { codes, weights } = of('abroad');
      const only = weights.reduce((sum, weight, i) => (here.has(codes[i]!) ? sum : sum + weight), 0);
      return { here, abroad: new Set(codes), onlyAbroad: only / weights.reduce((a, b) => a + b, 0) };
    };
    const known = new Map<string, ReturnType<typeof listsOf>>();
    let onlyAbroad = 0;
    let expected = 0;
    let bornAbroad = 0;
    for (const { givenName, sex, birthYear, status } of chinese) {
      const decade = Math.max(1920, birthYear - (birthYear % 10));
      const key = `${sex} ${decade}`;
      const lists = known.get(key) ?? listsOf(sex, decade);
      known.set(key, lists);
      const code = codeOf.get(nameTables.givenNames[givenName]!)!;
      if (status === usBornCitizen) {
        if (!lists.here.has(code)) expect.fail(nameTables.givenNames[givenName]!);
        continue;
      }
      if (!lists.abroad.has(code)) expect.fail(nameTables.givenNames[givenName]!);
      bornAbroad++;
      expected += lists.onlyAbroad;
      if (!lists.here.has(code)) onlyAbroad++;
    }
    expect(bornAbroad).toBeGreaterThan(10_000);
    expectProportion(onlyAbroad, bornAbroad, expected / bornAbroad);
    expect(onlyAbroad / bornAbroad).toBeGreaterThan(0.1);
  });
});

describe('residents who do not file', () => {
  const maker = makerOf({});
  const columns = peopleColumns(1);
  const resident = (household: number, ownSurname: boolean) => {
    maker.fillResident(area, cellOf(mexican), household, ownSurname, columns, 0);
    return memberAt(columns, 0, 'housemate');
  };

  it('bear the surname of the family, or one of their own', () => {
    let alike = 0;
    for (let household = 0; household < 5000; household++) {
      const [primary] = everybody[household]!;
      const relative = resident(household, false);
      // Only a wife who filed first may have kept a name that is not the family's.
      if (primary!.sex !== FEMALE) expect(relative.surname).toBe(primary!.surname);
      const lodger = resident(household, true);
      expect(lodger).toEqual({ ...relative, surname: lodger.surname });
      if (lodger.surname === relative.surname) alike++;
    }
    expectProportion(alike, 5000, byChance);
  });

  it('are without lawful status, and named as people born abroad', () => {
    const abroad = new Set<string>();
    for (const sex of ['female', 'male'] as const) {
      for (const decade of tables.givenNames.decades) {
        const { codes } = tables.givenNames.weights('mexican', 'abroad', sex, decade);
        for (const code of codes) abroad.add(tables.givenNames.names[code]!);
      }
    }
    for (let household = 0; household < 2000; household++) {
      const { status, givenName } = resident(household, household % 2 === 0);
      expect(status).toBe(unauthorized);
      expect(abroad.has(nameTables.givenNames[givenName]!)).toBe(true);
    }
  });

  it('have a given name of their own: a filer of the household has it only by chance', () => {
    let alike = 0;
    for (let household = 0; household < 5000; household++) {
      const { givenName } = resident(household, false);
      if (everybody[household]!.some((member) => member.givenName === givenName)) alike++;
    }
    expect(alike / 5000).toBeLessThan(0.02);
  });
});

describe('entities', () => {
  it('are one number for each member of each household of the country', () => {
    const seen = new Set<number>();
    for (const zip of [0, 1, 33_786]) {
      origins.forEach((_, origin) => {
        const cell = { ...cellOf(origin), firstHousehold: 100 * origin };
        for (const household of [0, 1, 2, 2 ** 17, 2 ** 20 - 1]) {
          for (let member = 0; member < 8; member++)
            seen.add(memberEntity({ ...area, zip }, cell, cell.firstHousehold + household, member));
        }
      });
    }
    expect(seen.size).toBe(3 * origins.length * 5 * 8);
    for (const entity of seen) expect(Number.isSafeInteger(entity) && entity >= 0).toBe(true);
  });

  it('count households within their origin', () => {
    const cell = cellOf(mexican);
    const moved = { ...cell, firstHousehold: 5000 };
    for (const household of [0, 1, 700]) {
      expect(memberEntity(area, moved, 5000 + household, 2)).toBe(memberEntity(area, cell, household, 2));
    }
  });
});
