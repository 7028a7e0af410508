import { describe, expect, it } from 'vitest';
import { birthYears } from '../../src/population/birth-years.ts';
import { compositionOf, type HouseholdsOfOrigin } from '../../src/population/cell-households.ts';
import { filingHouseholds, nonFilingHouseholds } from '../../src/population/household-catalogue.ts';
import { type Filing, largestHousehold, type Role } from '../../src/population/household-members.ts';
import { householdPattern } from '../../src/population/household-pattern.ts';
import type { Cell, ZipArea } from '../../src/population/layout.ts';
import { memberEntity } from '../../src/population/member-entity.ts';
import { names } from '../../src/population/names.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { type FamilyAssumptions, peopleMaker } from '../../src/population/people.ts';
import { type PeopleColumns, peopleColumns } from '../../src/population/people-columns.ts';
import { statusPattern, statusPatternLength } from '../../src/population/status-pattern.ts';
import {
  naturalizedCitizen,
  statuses,
  statusShares,
  unauthorized,
  usBornCitizen,
} from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { expectProportion } from '../expect-proportion.ts';
import { assumedHouseholds } from './assumed-households.ts';

const scenario = loadScenario('irs-ice-2025');
const { population: assumed } = scenario;
const tables = loadTables();
const nameTables = names(tables);
const catalogue = filingHouseholds(assumedHouseholds);
const pattern = householdPattern(catalogue, 1, 'test');
const nonFilingPattern = householdPattern(
  nonFilingHouseholds(
    { alone: 0.5, couple: 0.2, 'lone-parent': 0.1, 'couple-with-minors': 0.2 },
    assumedHouseholds,
  ),
  1,
  'non-filing/test',
);
const birthDecades = Object.entries(assumed.birthDecades).map(([decade, { value }]) => ({
  decade: Number.parseInt(decade, 10),
  weight: value,
}));
const shares = statusShares(scenario, tables.origins);
const householdsOf: readonly HouseholdsOfOrigin[] = shares.map((ofOrigin, origin) => ({
  pattern,
  nonFilingPattern,
  nonFiling: 0.1,
  birthYears: birthYears(birthDecades, 0.75, catalogue),
  statuses: statusPattern(ofOrigin, 1, origins[origin]!.id),
  nonFilingStatuses: statusPattern(ofOrigin, 1, `non-filing/${origins[origin]!.id}`),
  residents: statusPattern([0.9, 0.1], 1, `residents/${origins[origin]!.id}`),
}));
const families: FamilyAssumptions = {
  surnameKept: origins.map(() => 0.3),
  namedAfterParent: { son: 0.1, daughter: 0.04 },
  loneMothers: 0.8,
  otherSurname: { couple: 0.05, loneMother: 0.4 },
  twins: 0.1,
  residentSharesSurname: 0.6,
  statusShares: shares,
  spouseSharesStatus: 0.6,
  bornHere: { minor: 0.9, grown: 0.7 },
};
const makerOf = (change: Partial<FamilyAssumptions>, seed = 1) =>
  peopleMaker(nameTables, householdsOf, { ...families, ...change }, seed);

const households = 15_000;
const nonFiling = 3000;
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
  firstNonFiling: households,
  nonFiling,
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
  firstHousehold: 0,
  dwellings: households + nonFiling,
};

interface Member {
  readonly role: Role;
  readonly filing: Filing;
  readonly surname: number;
  readonly givenName: number;
  readonly sex: number;
  readonly birthYear: number;
  readonly status: number;
  readonly namedAfter: number;
  readonly isTwin: number;
}

const memberAt = (columns: PeopleColumns, row: number, role: Role, filing: Filing): Member => ({
  role,
  filing,
  surname: columns.surname[row]!,
  givenName: columns.givenName[row]!,
  sex: columns.sex[row]!,
  birthYear: columns.birthYear[row]!,
  status: columns.status[row]!,
  namedAfter: columns.namedAfter[row]!,
  isTwin: columns.isTwin[row]!,
});

/** Everybody in the households of an origin, household by household; those without a filer last. */
const live = (
  maker: ReturnType<typeof makerOf>,
  origin = mexican,
  from = 0,
  to = households + nonFiling,
): readonly (readonly Member[])[] => {
  const columns = peopleColumns(largestHousehold);
  const cell = cellOf(origin);
  return Array.from({ length: to - from }, (_, i) => {
    const count = maker.fillHousehold(area, cell, from + i, largestHousehold, columns, 0);
    const { members } = compositionOf(householdsOf[origin]!, cell, from + i);
    expect(count).toBe(members.length);
    return members.map(({ role, filing }, row) => memberAt(columns, row, role, filing));
  });
};

/** Chance that two strangers of Mexican origin share a surname; rare ones add less than a thousandth of it. */
const byChance = (() => {
  const weights = tables.surnames.weights.mexican;
  const people = weights.reduce((a, b) => a + b, 0) / (1 - tables.surnames.unlistedShare.mexican);
  return weights.reduce((chance, weight) => chance + (weight / people) ** 2, 0);
})();

const everybody = live(makerOf({}));
const filing = everybody.slice(0, households);
const wedded = everybody.filter((members) => members[1]?.role === 'spouse');
const isYoung = ({ role }: Member) => role === 'child' || role === 'minor';
const FEMALE = 0;
const MALE = 1;
/** Father and mother of the children of a household, where they live there. */
const parentsOf = (members: readonly Member[]) => {
  const parents = members.slice(0, ['spouse', 'partner'].includes(members[1]?.role ?? '') ? 2 : 1);
  return parents.toSorted((a, b) => b.sex - a.sex);
};
const withChildren = everybody.filter((members) => members.some(isYoung));

describe('couples', () => {
  it('are of husband and wife, eight years apart at most', () => {
    for (const [householder, spouse] of wedded) {
      expect(householder!.sex + spouse!.sex).toBe(1);
      expect(Math.abs(householder!.birthYear - spouse!.birthYear)).toBeLessThanOrEqual(8);
    }
  });

  it('are of near ages', () => {
    // The difference is the whole part of 8 (U + V) - 8, for two even numbers U and V between 0 and 1.
    const chanceOf = (apart: number) => (apart < 0 ? 2 * (apart + 8) + 1 : 2 * (7 - apart) + 1) / 128;
    const settled = wedded.filter(([householder]) => householder!.birthYear < 1980);
    let statistic = 0;
    for (let apart = -8; apart <= 7; apart++) {
      const found = settled.filter(([h, s]) => s!.birthYear - h!.birthYear === apart).length;
      const expected = settled.length * chanceOf(apart);
      statistic += (found - expected) ** 2 / expected;
    }
    expect(statistic).toBeLessThan(chiSquareQuantile(1 - 1e-6, 15));
  });

  it('share one surname, but for wives who kept theirs', () => {
    const different = wedded.filter(([householder, spouse]) => householder!.surname !== spouse!.surname);
    expectProportion(different.length, wedded.length, 0.3 * (1 - byChance));
  });

  it('change nothing but surnames of wives, and of their parents and children, when more of them keep theirs', () => {
    live(makerOf({ surnameKept: origins.map(() => 0.6) })).forEach((members, household) => {
      members.forEach((member, m) => {
        const before = everybody[household]![m]!;
        expect({ ...member, surname: 0 }).toEqual({ ...before, surname: 0 });
        if (member.surname !== before.surname) expect(['householder', 'spouse']).toContain(member.role);
      });
    });
  });
});

describe('children', () => {
  it('are of mothers 16 to 45 years older, or of lone fathers 16 years older at least', () => {
    for (const members of withChildren) {
      const mother = parentsOf(members).at(-1)!;
      for (const child of members.filter(isYoung)) {
        const apart = child.birthYear - mother.birthYear;
        if (apart < 16 || apart > 45) expect.fail(JSON.stringify(members));
        expect(child.role === 'minor').toBe(child.birthYear > 2007);
        if (child.filing === 'dependant-who-files') expect(child.birthYear).toBeGreaterThan(1999);
      }
    }
  });

  it('bear the name of the father who lives there, of the lone mother, or all one of their own', () => {
    const own = { couple: [0, 0], loneMother: [0, 0] };
    for (const members of withChildren) {
      const children = members.filter(isYoung);
      const [first] = children;
      for (const child of children) expect(child.surname).toBe(first!.surname);
      const [father, ...others] = parentsOf(members);
      const count = father!.sex === FEMALE ? own.loneMother : own.couple;
      if (others.length > 1) continue;
      count[1]! += 1;
      if (first!.surname !== father!.surname) count[0]! += 1;
    }
    expectProportion(own.couple[0]!, own.couple[1]!, 0.05 * (1 - byChance));
    expectProportion(own.loneMother[0]!, own.loneMother[1]!, 0.4 * (1 - byChance));
  });

  it('are of lone mothers as often as asked', () => {
    const lone = withChildren.filter((members) => parentsOf(members).length === 1);
    expectProportion(lone.filter(([parent]) => parent!.sex === FEMALE).length, lone.length, 0.8);
  });

  it('have given names that differ from those of brothers and sisters, and of parents but for namesakes', () => {
    for (const members of withChildren) {
      const children = members.filter(isYoung);
      for (const sex of [FEMALE, MALE]) {
        const given = children.filter((child) => child.sex === sex).map(({ givenName }) => givenName);
        expect(new Set(given).size).toBe(given.length);
        const parent = parentsOf(members).find((one) => one.sex === sex);
        const namesakes = children.filter((c) => c.sex === sex && c.givenName === parent?.givenName);
        expect(namesakes.map(({ namedAfter }) => namedAfter)).toEqual(namesakes.map(() => 1));
        if (parent !== undefined) expect(parent.namedAfter).toBe(namesakes.length > 0 ? 2 : 0);
      }
      expect(children.filter(({ namedAfter }) => namedAfter === 1).length).toBeLessThanOrEqual(1);
    }
  });

  it('are named for the parent of the same sex as often as asked', () => {
    for (const [sex, rate] of [
      [MALE, 0.1],
      [FEMALE, 0.04],
    ] as const) {
      const children = withChildren.flatMap((members) =>
        parentsOf(members).some((one) => one.sex === sex)
          ? members.filter((member) => isYoung(member) && member.sex === sex)
          : [],
      );
      expectProportion(children.filter(({ namedAfter }) => namedAfter === 1).length, children.length, rate);
    }
    expect(
      live(makerOf({ namedAfterParent: { son: 0, daughter: 0 } }))
        .flat()
        .some((m) => m.namedAfter > 0),
    ).toBe(false);
  });

  it('are twins as often as asked, where two of a kind live there', () => {
    const pairs = withChildren.filter((members) =>
      members.some(
        (member, place) =>
          isYoung(member) &&
          members[place - 1]?.role === member.role &&
          members[place - 1]?.filing === member.filing,
      ),
    );
    const twins = pairs.filter((members) => members.some(({ isTwin }) => isTwin === 1));
    expectProportion(twins.length, pairs.length, 0.1);
    for (const members of twins) {
      const place = members.findIndex(({ isTwin }) => isTwin === 1);
      expect(members[place]!.birthYear).toBe(members[place - 1]!.birthYear);
    }
  });
});

describe('other members', () => {
  it('who are partners or housemates have surnames of their own', () => {
    for (const role of ['partner', 'housemate'] as const) {
      const others = everybody.flatMap(([householder, ...rest]) =>
        rest
          .filter((member) => member.role === role)
          .map((member) => member.surname === householder!.surname),
      );
      expectProportion(others.filter(Boolean).length, others.length, byChance);
    }
  });

  it('who are parents are 20 to 40 years older than the son or daughter, and bear their name at birth', () => {
    for (const members of everybody) {
      for (const parent of members.filter(({ role }) => role === 'parent')) {
        const side = parentsOf(members).filter((one) => {
          const apart = one.birthYear - parent.birthYear;
          return apart >= 20 && apart <= 40;
        });
        expect(side.length).toBeGreaterThan(0);
      }
    }
    // Of a man's side the family name; of a wife's only if by chance.
    const parents = wedded.flatMap((members) => {
      const family = parentsOf(members)[0]!.surname;
      return members.filter(({ role }) => role === 'parent').map(({ surname }) => surname === family);
    });
    expectProportion(parents.filter(Boolean).length, parents.length, 0.5 + 0.5 * byChance);
  });

  it('who are brothers or sisters share the name, and are up to eight years apart', () => {
    for (const [householder, sibling] of everybody.filter((members) => members[1]?.role === 'sibling')) {
      expect(sibling!.surname).toBe(householder!.surname);
      expect(Math.abs(sibling!.birthYear - householder!.birthYear)).toBeLessThanOrEqual(8);
    }
  });
});

describe('filling', () => {
  it('of sex and year of birth alone is the same as of whole people', () => {
    const maker = makerOf({});
    const [whole, part] = [peopleColumns(1), peopleColumns(1)];
    const expectAlike = () => {
      expect([part.sex[0], part.birthYear[0]]).toEqual([whole.sex[0], whole.birthYear[0]]);
    };
    for (let household = 0; household < 400; household++) {
      maker.fillHousehold(area, cellOf(mexican), household, 1, whole, 0);
      maker.fillSexAndYear('householder', area, cellOf(mexican), household, part, 0);
      expectAlike();
      maker.fillResident(area, cellOf(mexican), household, whole, 0);
      maker.fillSexAndYear('resident', area, cellOf(mexican), household, part, 0);
      expectAlike();
    }
  });

  it('is the same for the first few members as for all', () => {
    const maker = makerOf({});
    const columns = peopleColumns(2 * largestHousehold);
    for (let household = 0; household < 400; household++) {
      const all = everybody[household]!;
      for (let limit = 1; limit <= all.length; limit++) {
        expect(maker.fillHousehold(area, cellOf(mexican), household, limit, columns, 5)).toBe(limit);
        const part = all.slice(0, limit);
        expect(part.map(({ role, filing: how }, row) => memberAt(columns, 5 + row, role, how))).toEqual(part);
        expect(columns.household[5]).toBe(household);
      }
    }
  });

  it('is another under another seed, ZIP area or origin', () => {
    const nameOf = ([first]: readonly Member[]) => `${first!.givenName} ${first!.surname}`;
    const here = filing.slice(0, 500).map(nameOf);
    for (const there of [
      live(makerOf({}, 2), mexican, 0, 500),
      live(makerOf({}), placeOf('central-american'), 0, 500),
    ]) {
      expect(there.filter((members, i) => nameOf(members) === here[i]).length).toBeLessThan(5);
    }
  });

  it('of a household does not depend on where the cell begins', () => {
    const maker = makerOf({});
    const [cell, moved] = [
      cellOf(mexican),
      { ...cellOf(mexican), firstHousehold: 5000, firstNonFiling: 90_000 },
    ];
    const larger = { ...area, households: 80_000 };
    const [one, other] = [peopleColumns(largestHousehold), peopleColumns(largestHousehold)];
    for (const household of [0, 1, 2, 77, 5000, households, households + 5]) {
      const count = maker.fillHousehold(area, cell, household, largestHousehold, one, 0);
      maker.fillHousehold(larger, moved, household, largestHousehold, other, 0);
      for (let row = 0; row < count; row++) {
        expect(memberAt(other, row, 'child', 'single')).toEqual(memberAt(one, row, 'child', 'single'));
      }
    }
  });
});

describe('statuses', () => {
  const { statuses: headed } = householdsOf[mexican]!;

  it('of householders are those of the pattern', () => {
    filing.forEach(([householder], household) => {
      expect(householder!.status).toBe(headed.statusOf(household, statusStart));
    });
    const whole = filing.slice(0, 7 * statusPatternLength);
    statuses.forEach((_, status) => {
      const found = whole.filter(([householder]) => householder!.status === status).length;
      expect(Math.abs(found - whole.length * shares[mexican]![status]!)).toBeLessThan(7.001);
    });
  });

  it('of housemates are drawn from the shares of the origin', () => {
    const mates = everybody.flatMap((members) => members.filter(({ role }) => role === 'housemate'));
    expect(mates.length).toBeGreaterThan(1000);
    statuses.forEach((_, status) => {
      const found = mates.filter((mate) => mate.status === status).length;
      expectProportion(found, mates.length, shares[mexican]![status]!);
    });
  });

  it('of spouses are that of the householder as often as asked, and else drawn from the shares of the origin', () => {
    statuses.forEach((_, status) => {
      const couples = wedded.filter(([householder]) => householder!.status === status);
      statuses.forEach((__, other) => {
        const found = couples.filter(([, spouse]) => spouse!.status === other).length;
        const drawn = 0.4 * shares[mexican]![other]!;
        expectProportion(found, couples.length, drawn + (status === other ? 0.6 : 0));
      });
    });
  });

  it('of children are citizens by birth, where a parent is or as often as asked; else those of the parents', () => {
    const counts = { minor: [0, 0], child: [0, 0] };
    for (const members of withChildren) {
      const parents = parentsOf(members).map(({ status }) => status);
      for (const { role, status } of members.filter(isYoung)) {
        if (parents.includes(usBornCitizen)) {
          expect(status).toBe(usBornCitizen);
          continue;
        }
        const count = counts[role as 'minor' | 'child'];
        count[1]! += 1;
        if (status === usBornCitizen) count[0]! += 1;
        else if (parents.includes(naturalizedCitizen)) expect(status).toBe(naturalizedCitizen);
        else expect(status).toBe(members[0]!.status);
      }
    }
    expect(counts.child[1]).toBeGreaterThan(500);
    expectProportion(counts.minor[0]!, counts.minor[1]!, 0.9);
    expectProportion(counts.child[0]!, counts.child[1]!, 0.7);
  });

  it('decide which given names: those of people born here, or those of people born abroad', () => {
    const chinese = live(makerOf({ namedAfterParent: { son: 0, daughter: 0 } }), placeOf('chinese')).flat();
    const codeOf = new Map(tables.givenNames.names.map((name, code) => [name, code]));
    const last = tables.givenNames.decades.at(-1)!;
    const listed = new Map<string, ReadonlySet<number>>();
    const listOf = (born: 'here' | 'abroad', sex: number, decade: number) => {
      const key = `${born} ${sex} ${decade}`;
      const known = listed.get(key);
      if (known !== undefined) return known;
      const { codes } = tables.givenNames.weights(
        'chinese',
        born,
        sex === FEMALE ? 'female' : 'male',
        decade,
      );
      const made = new Set(codes);
      listed.set(key, made);
      return made;
    };
    for (const { givenName, sex, birthYear, status } of chinese) {
      const decade = Math.min(last, Math.max(1920, birthYear - (birthYear % 10)));
      const code = codeOf.get(nameTables.givenNames[givenName]!)!;
      const born = status === usBornCitizen ? 'here' : 'abroad';
      if (!listOf(born, sex, decade).has(code)) expect.fail(`${born} ${nameTables.givenNames[givenName]}`);
    }
  });
});

describe('residents who do not file', () => {
  const maker = makerOf({});
  const columns = peopleColumns(1);
  const resident = (household: number) => {
    maker.fillResident(area, cellOf(mexican), household, columns, 0);
    return memberAt(columns, 0, 'relative', 'does-not-file');
  };

  it('bear the surname of the family as often as asked, or one of their own', () => {
    // The family surname is the man's; only a wife may have kept another.
    const men = filing.flatMap(([householder], household) => (householder!.sex === MALE ? [household] : []));
    const alike = men.filter((household) => resident(household).surname === filing[household]![0]!.surname);
    expectProportion(alike.length, men.length, 0.6 + 0.4 * byChance);
  });

  it('are grown, without lawful status, and have given names of their own', () => {
    let alike = 0;
    for (let household = 0; household < 5000; household++) {
      const { status, birthYear, givenName, namedAfter, isTwin } = resident(household);
      expect([status, namedAfter, isTwin]).toEqual([unauthorized, 0, 0]);
      expect(birthYear).toBeLessThanOrEqual(2007);
      if (filing[household]!.some((member) => member.givenName === givenName)) alike++;
    }
    expect(alike / 5000).toBeLessThan(0.03);
  });
});

describe('entities', () => {
  it('are one number for each member of each household of the country', () => {
    const seen = new Set<number>();
    for (const zip of [0, 1, 33_786]) {
      origins.forEach((_, origin) => {
        const cell = { ...cellOf(origin), firstHousehold: 100 * origin, households: 2 ** 19 };
        for (const household of [0, 1, 2, 2 ** 17, 2 ** 19 - 1]) {
          for (let member = 0; member < 16; member++)
            seen.add(
              memberEntity(
                { ...area, zip, households: 2 ** 20 },
                cell,
                cell.firstHousehold + household,
                member,
              ),
            );
        }
      });
    }
    expect(seen.size).toBe(3 * origins.length * 5 * 16);
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
