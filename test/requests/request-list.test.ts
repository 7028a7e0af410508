import { describe, expect, it } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { agencyErrors } from '../../src/corruption/rates.ts';
import { memberEntity, residentMember } from '../../src/population/member-entity.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { peopleColumns } from '../../src/population/people-columns.ts';
import { population } from '../../src/population/population.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { unauthorized } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { elsewhere, type RequestList, requestList } from '../../src/requests/request-list.ts';
import type { RequestTruth } from '../../src/requests/truth.ts';
import { InputError } from '../../src/scenario/input-error.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { normaliseName } from '../../src/text/normalise.ts';
import { surnamesOf } from '../../src/text/surnames.ts';
import { expectProportion } from '../expect-proportion.ts';

type Assumptions = Scenario['requests'];

const base = loadScenario('irs-ice-2025');
const tables = loadTables();
const seed = 1;
const value = (number: number) => ({ value: number });
/** Half of the requested in the file; one record each, with an address of their own; returns of today. */
const world = (people: number, change: Partial<{ [Key in keyof Assumptions]: unknown }>): Scenario => ({
  ...base,
  population: {
    ...base.population,
    people: { ...base.population.people, value: people },
    irs: { ...base.population.irs, filingAgeYears: value(1e-4) },
  },
  requests: {
    ...base.requests,
    inTaxpayerFile: value(0.5),
    livesWithTaxpayers: value(0.7),
    duplicates: value(0),
    merged: value(0),
    sharedAddresses: { ...base.requests.sharedAddresses, share: value(0) },
    ...change,
  } as Assumptions,
});
const COUNT = 6000;
const scenario = world(900_000, { count: value(COUNT) });
const small = population(scenario, seed, tables);
const requests = requestList(scenario, small);
const numbers = Array.from({ length: COUNT }, (_, j) => j);
const truths = numbers.map((j) => requests.truth(j));
const { requests: assumed } = scenario;

const placeOf = (id: OriginId) => origins.findIndex((origin) => origin.id === id);
const [mexican, haitian] = [placeOf('mexican'), placeOf('haitian')];

/** Chance that two strangers of an origin share a listed surname. */
const surnameChance = new Map(
  origins.map(({ id }) => {
    const weights = tables.surnames.weights[id];
    const people = weights.reduce((a, b) => a + b, 0) / (1 - tables.surnames.unlistedShare[id]);
    return [id, weights.reduce((chance, weight) => chance + (weight / people) ** 2, 0)] as const;
  }),
);

const knownNames = new Map<OriginId, ReadonlySet<string>>();
/** Every given name of people of an origin born abroad. */
const namesAbroad = (id: OriginId): ReadonlySet<string> => {
  const known = knownNames.get(id);
  if (known !== undefined) return known;
  const { givenNames } = tables;
  const names = new Set<string>();
  for (const sex of ['female', 'male'] as const) {
    for (const decade of givenNames.decades)
      for (const code of givenNames.weights(id, 'abroad', sex, decade).codes)
        names.add(givenNames.names[code]!);
  }
  knownNames.set(id, names);
  return names;
};

/** The same list without errors in its records. */
const clean = requestList(
  {
    ...scenario,
    corruption: { ...base.corruption, agency: { profile: 'none', rates: {} } },
  },
  small,
);

type Truth = (typeof truths)[number];
const livesWithFilers = ({ taxpayer, cell, household }: Truth) =>
  taxpayer < 0 && household < cell.firstHousehold + cell.households;
const livesElsewhere = (truth: Truth) => truth.taxpayer < 0 && !livesWithFilers(truth);
const situations = [
  { of: (truth: Truth) => truth.taxpayer >= 0, share: assumed.inTaxpayerFile.value },
  {
    of: livesWithFilers,
    share: (1 - assumed.inTaxpayerFile.value) * assumed.livesWithTaxpayers.value,
  },
  {
    of: livesElsewhere,
    share: (1 - assumed.inTaxpayerFile.value) * (1 - assumed.livesWithTaxpayers.value),
  },
];

describe('the requested', () => {
  it('who file are primary filers without lawful status, each of another household', () => {
    const filers = truths.filter(({ taxpayer }) => taxpayer >= 0);
    for (const { taxpayer, area, cell, household } of filers) {
      const { role, status, origin } = small.person(taxpayer);
      expect([role, status, origin]).toEqual(['householder', 'unauthorized', origins[cell.origin]!.id]);
      expect(small.place(taxpayer)).toEqual({ area, cell, household, member: 0 });
    }
    expect(new Set(filers.map(({ taxpayer }) => taxpayer)).size).toBe(filers.length);
  });

  it('who live with people who file are at most one to a household', () => {
    const outside = truths.filter(livesWithFilers);
    const homes = outside.map(({ area, cell, household }) => memberEntity(area, cell, household, 0));
    expect(new Set(homes).size).toBe(outside.length);
    for (const { cell, household } of outside) expect(household).toBeGreaterThanOrEqual(cell.firstHousehold);
  });

  it('who live elsewhere are householders where nobody files, each of another household', () => {
    const elsewhere = truths.filter(livesElsewhere);
    const homes = elsewhere.map(({ area, household }) => area.firstHousehold + household);
    expect(new Set(homes).size).toBe(elsewhere.length);
    for (const { cell, household } of elsewhere) {
      expect(household).toBeGreaterThanOrEqual(cell.firstNonFiling);
      expect(household).toBeLessThan(cell.firstNonFiling + cell.nonFiling);
    }
  });

  it('are people of the household, as it knows them', () => {
    for (const j of numbers.slice(0, 400)) {
      const truth = truths[j]!;
      const { members } = small.household(truth.area.firstHousehold + truth.household);
      const member = members[livesWithFilers(truth) ? members.length - 1 : 0]!;
      const { record } = clean.record(j, truth);
      expect([member.status, member.person]).toEqual(['unauthorized', truth.taxpayer]);
      const { givenName, middleName, surname, suffix } = member.writtenName;
      const { dateOfBirth } = member.record;
      expect(record).toMatchObject({ givenName, middleName, surname, suffix, dateOfBirth });
    }
  });

  it('are different people, whose draws are their own', () => {
    const entities = truths.map(({ taxpayer, area, cell, household }) =>
      memberEntity(area, cell, household, taxpayer < 0 && household < area.households ? residentMember : 0),
    );
    expect(new Set(entities).size).toBe(COUNT);
  });

  it('are in the file in the share assumed, exactly', () => {
    numbers.forEach((j) => {
      expect(requests.isInFile(j)).toBe(truths[j]!.taxpayer >= 0);
    });
    const national = requestList(base, population(base, seed, tables));
    let inFile = 0;
    for (let j = 0; j < national.size; j++) if (national.isInFile(j)) inFile++;
    // Second records are spread evenly over groups; each group is rounded.
    expect(Math.abs(inFile - national.size * base.requests.inTaxpayerFile.value)).toBeLessThan(
      4 * origins.length,
    );
  });

  it('come from the origins of the docket, and of each as many in each situation as assumed, exactly', () => {
    origins.forEach(({ id }, origin) => {
      const ofOrigin = truths.filter(({ cell }) => cell.origin === origin);
      const expected = COUNT * assumed.origins[id].value;
      expect(Math.abs(ofOrigin.length - expected)).toBeLessThanOrEqual(1);
      for (const { of, share } of situations)
        expect(Math.abs(ofOrigin.filter(of).length - expected * share)).toBeLessThanOrEqual(1);
    });
  });

  it('of each situation are in any stretch of the list alike', () => {
    for (const { of, share } of situations) {
      const first = truths.slice(0, 1000).filter(of).length;
      expectProportion(first, 1000, share);
    }
  });

  it('live where their origin has households of their situation', () => {
    const { layout, householdsOf } = small;
    const states = ['CA', 'TX', 'FL', 'NY'];
    const zero = () => [0, 0, 0];
    const places = new Map([...states, 'all'].map((state) => [state, origins.map(zero)]));
    for (let zip = 0; zip < layout.zipAreas; zip++) {
      const area = layout.area(zip);
      for (const { origin, households, nonFiling, statusStart } of area.cells) {
        const of = householdsOf[origin]!;
        [
          of.statuses.countOf(unauthorized, households, statusStart),
          of.residents.countOf(1, households, statusStart),
          of.nonFilingStatuses.countOf(unauthorized, nonFiling, statusStart),
        ].forEach((count, situation) => {
          places.get('all')![origin]![situation]! += count;
          const inState = places.get(area.state);
          if (inState !== undefined) inState[origin]![situation]! += count;
        });
      }
    }
    for (const state of states) {
      origins.forEach(({ id }, origin) => {
        situations.forEach(({ of, share }, situation) => {
          const all = places.get('all')![origin]![situation]!;
          const here = places.get(state)![origin]![situation]! / Math.max(1, all);
          const found = truths.filter(
            (truth) => truth.area.state === state && truth.cell.origin === origin && of(truth),
          ).length;
          // Rounded at both ends of the state, and the group by one.
          expect(Math.abs(found - COUNT * assumed.origins[id].value * share * here)).toBeLessThan(2.5);
        });
      });
    }
  });

  it('live in the dwelling of their household, or where nobody files', () => {
    for (const truth of truths) {
      const householdAtHome = small.neighbourhood(truth.area).householdAt(truth.homeDwelling);
      if (livesElsewhere(truth)) {
        expect(householdAtHome).toBeGreaterThanOrEqual(truth.area.households);
        expect(truth.homeDwelling).toBeLessThan(truth.area.dwellings);
      } else expect(householdAtHome).toBe(truth.household);
    }
  });
});

describe('recorded addresses', () => {
  // Ages are exponential with mean a, and somebody stays for a year with chance 1 - m: E[(1-m)^age] is
  // 1 / (1 - a ln(1-m)).
  it('are former ones as often as the age of the information and the mover rate say', () => {
    const mean = assumed.informationAgeYears.value;
    const stayed = 1 / (1 - mean * Math.log(1 - assumed.yearlyMoverRate.value));
    const former = truths.filter(({ isFormerAddress }) => isFormerAddress);
    // Of moves within a small ZIP area a few lead back to the same dwelling: below one in a thousand.
    expectProportion(former.length, COUNT, 1 - stayed);
    for (const truth of truths) {
      if (truth.isFormerAddress) continue;
      expect([truth.recordedArea.zip, truth.recordedDwelling]).toEqual([truth.area.zip, truth.homeDwelling]);
    }
  });

  it('of former dwellings are near or far as assumed', () => {
    const { layout } = small;
    const former = truths.filter(({ isFormerAddress }) => isFormerAddress);
    // A move within the state, or anywhere, may stay in the ZIP area or state by chance.
    let sameZip = 0;
    let sameState = 0;
    for (const { area, cell } of former) {
      const peopleBetween = (first: number, end: number) =>
        layout.originPeopleBefore(cell.origin, end) - layout.originPeopleBefore(cell.origin, first);
      const inCountry = peopleBetween(0, layout.zipAreas);
      const inState = peopleBetween(...layout.stateRange(area.zip));
      const near = assumed.formerAddress.sameZip.value;
      const state = assumed.formerAddress.sameState.value;
      sameZip +=
        (near + (state * cell.people) / inState + ((1 - near - state) * cell.people) / inCountry) /
        former.length;
      sameState += (near + state + ((1 - near - state) * inState) / inCountry) / former.length;
    }
    const zipFound = former.filter(({ area, recordedArea }) => area.zip === recordedArea.zip).length;
    const stateFound = former.filter(({ area, recordedArea }) => area.state === recordedArea.state).length;
    expectProportion(zipFound, former.length, sameZip);
    expectProportion(stateFound, former.length, sameState);
  });

  it('name the ZIP area that recordedZip tells beforehand; -1 where they name none', () => {
    let blank = 0;
    let wrong = 0;
    for (const j of numbers) {
      const { record } = requests.record(j, truths[j]!);
      const zip = requests.recordedZip(j);
      if (zip !== -1) expect(record.zip).toBe(small.layout.area(zip).code);
      if (record.zip === '') blank++;
      else if (zip !== truths[j]!.recordedArea.zip) wrong++;
    }
    const { rates } = agencyErrors(base);
    const cityOnly = rates['city-only']!;
    expectProportion(blank, COUNT, cityOnly + (1 - cityOnly) * rates['address-blank']!);
    expect(wrong / COUNT).toBeCloseTo(rates['zip-digit-error']!, 2);
  });

  it.each([0, 0.01, 0.3, 1])('tell the same to who wants the requests of marked areas only: %d', (share) => {
    const { zipAreas } = small.layout;
    const isMarked = Uint8Array.from({ length: zipAreas }, (_, zip) => ((zip * 0.618) % 1 < share ? 1 : 0));
    const zipIn = requests.recordedZipIn(isMarked);
    const last = requests.size - 1;
    for (const j of [...numbers, last, 300, 299, 0, last - 200]) {
      const zip = requests.recordedZip(j);
      expect(zipIn(j)).toBe(zip < 0 || isMarked[zip] === 1 ? zip : elsewhere);
    }
    expect(() => zipIn(requests.size)).toThrow(RangeError);
  });
});

/** A truth with what it works out when asked. */
const wholeTruth = (truth: RequestTruth) => ({
  ...truth,
  homeDwelling: truth.homeDwelling,
  recordedZip: truth.recordedArea.zip,
  recordedDwelling: truth.recordedDwelling,
  addressKind: truth.addressKind,
  isFormerAddress: truth.isFormerAddress,
  number: truth.number,
  numberOwner: truth.numberOwner,
});

/** The first surname of a field, in the form in which surnames are listed. */
const firstSurname = (surname: string) => (surnamesOf(surname)[0] ?? '').replaceAll(' ', '');

describe('recorded names', () => {
  /** Errors of every kind, among them those of numbers and of former addresses. */
  const careless: Scenario = {
    ...scenario,
    requests: { ...scenario.requests, merged: { ...assumed.merged, value: 0.05 } },
    corruption: {
      ...base.corruption,
      agency: {
        profile: 'agency',
        rates: Object.fromEntries(
          corruptions.map(({ id }) => [id, { value: 0.08, assumption: 'A test.' }]),
        ) as Scenario['corruption']['agency']['rates'],
      },
    },
  };
  const named = ({ houseNumber, street, unit, tin, ...names }: PersonRecord) => names;

  it.each([
    ['agency', scenario],
    ['every error', careless],
  ])('are those of the record, asked for alone, first or last: %s', (_, assumptions) => {
    const list = requestList(assumptions, small);
    for (const j of numbers.slice(0, 3000)) {
      const first = list.recordedNames(j, list.truth(j));
      const truth = list.truth(j);
      const { record } = list.record(j, truth);
      expect(named({ ...record, ...first })).toEqual(named(record));
      expect(list.recordedNames(j, truth)).toEqual(first);
    }
  });
});

describe('records', () => {
  it('without errors, of people in the file, bear the name that they write themselves, and their date of birth', () => {
    let compared = 0;
    for (const j of numbers.slice(0, 2000)) {
      const truth = clean.truth(j);
      if (truth.taxpayer < 0) continue;
      const { record } = clean.record(j, truth);
      const { record: filed, writtenName } = small.person(truth.taxpayer);
      const { givenName, middleName, surname, suffix } = writtenName;
      expect(record).toMatchObject({
        givenName,
        middleName,
        surname,
        suffix,
        dateOfBirth: filed.dateOfBirth,
      });
      if (!truth.isFormerAddress) expect(record.zip).toBe(filed.zip);
      compared++;
    }
    expect(compared).toBeGreaterThan(800);
  });

  it('of people at a former address show that dwelling', () => {
    for (const j of numbers.slice(0, 1000)) {
      const { isFormerAddress, recordedArea, recordedDwelling } = truths[j]!;
      if (!isFormerAddress) continue;
      const neighbourhood = small.neighbourhood(recordedArea);
      expect(clean.record(j, truths[j]!).record).toMatchObject({
        ...neighbourhood.addressText(neighbourhood.addressCode(recordedDwelling)),
        zip: recordedArea.code,
      });
    }
  });

  it('are the same in any order, twice, and from a list made anew', () => {
    const describeRequest = (list: RequestList, j: number) => {
      const truth = list.truth(j);
      return [wholeTruth(truth), list.record(j, truth).record, list.recordedNames(j, truth)];
    };
    const some = numbers.slice(0, 200);
    const expected = some.map((j) => describeRequest(requests, j));
    const again = requestList(scenario, population(scenario, seed, tables));
    expect(some.toReversed().map((j) => describeRequest(again, j))).toEqual(expected.toReversed());
    expect(some.map((j) => describeRequest(requests, j))).toEqual(expected);
  });

  it('of those who live with people who file bear the household surname as often as assumed', () => {
    let outside = 0;
    let shared = 0;
    let expected = 0;
    const asked = assumed.sharesHouseholdSurname.value;
    for (const j of numbers) {
      const truth = truths[j]!;
      const { area, cell, household } = truth;
      if (!livesWithFilers(truth)) continue;
      const { count } = small.filers(area, cell, household);
      const columns = peopleColumns(count);
      small.maker.fillHousehold(area, cell, household - cell.firstHousehold, count, columns, 0);
      // The family surname is that of the first filer, unless she is a wife who kept hers.
      if (count > 1 && columns.sex[0] === 0) continue;
      outside++;
      expected += asked + (1 - asked) * surnameChance.get(origins[cell.origin]!.id)!;
      const family = firstSurname(small.names.surname(columns.surname[0]!));
      if (firstSurname(clean.record(j, truth).record.surname) === family) shared++;
    }
    expect(outside).toBeGreaterThan(500);
    expectProportion(shared, outside, expected / outside);
  });

  it('of those who live elsewhere bear a surname and a given name of their own', () => {
    const elsewhere = numbers.filter((j) => livesElsewhere(truths[j]!) && truths[j]!.cell.origin === mexican);
    const records = elsewhere.map((j) => clean.record(j, truths[j]!).record);
    const named = (record: PersonRecord, key: 'surname' | 'givenName') =>
      key === 'surname' ? firstSurname(record.surname) : record.givenName;
    const namesakes = (key: 'surname' | 'givenName') => {
      let pairs = 0;
      records.forEach((one, i) => {
        for (const other of records.slice(i + 1)) if (named(other, key) === named(one, key)) pairs++;
      });
      return pairs / ((records.length * (records.length - 1)) / 2);
    };
    expect(records.length).toBeGreaterThan(100);
    expect(namesakes('surname') / surnameChance.get('mexican')!).toBeGreaterThan(0.6);
    expect(namesakes('surname') / surnameChance.get('mexican')!).toBeLessThan(1.6);
    expect(namesakes('givenName')).toBeLessThan(0.05);
  });

  it('bear given names of people of their origin who were born abroad', () => {
    for (const j of numbers.slice(0, 2000)) {
      const truth = truths[j]!;
      const { record } = clean.record(j, truth);
      const { id } = origins[truth.cell.origin]!;
      const words = normaliseName(record.givenName).split(' ');
      const forms = [words.join(' '), words.join(''), words[0]!];
      if (!forms.some((form) => namesAbroad(id).has(form))) expect.fail(`${id} ${record.givenName}`);
    }
  });
});

describe('a list too long for its file', () => {
  const problemsOf = (people: number, change: Parameters<typeof world>[1]): readonly string[] => {
    const crowded = world(people, change);
    const settled = population(crowded, seed, tables);
    let problems: readonly string[] = [];
    expect(() => {
      try {
        requestList(crowded, settled);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        problems = (error as Error).message.split('\n');
        throw error;
      }
    }).toThrow();
    return problems;
  };
  const only = (id: OriginId) =>
    Object.fromEntries(origins.map((origin) => [origin.id, value(origin.id === id ? 1 : 0)]));

  it('is refused in one line for each origin and situation that the file is too small for', () => {
    const problems = problemsOf(300_000, { count: value(200_000) });
    for (const problem of problems)
      expect(problem).toMatch(
        /^requests: too many for the taxpayer file; allowed: at most one to a household; found: \d+ [a-z-]+ requests for \d+ households [a-z ]+$/,
      );
    expect(problems.length).toBeGreaterThan(10);
    expect(new Set(problems).size).toBe(problems.length);
    expect(problems.filter((problem) => problem.includes(' central-american ')).length).toBe(3);
  });

  it('is refused where the file has nobody of the origin', () => {
    const problems = problemsOf(1, { count: value(20), origins: only('japanese') });
    expect(problems.map((problem) => problem.split('found: ')[1])).toEqual([
      '10 japanese requests for 0 households headed by somebody without lawful status',
      '7 japanese requests for 0 households with somebody without lawful status who does not file',
      '3 japanese requests for 0 households without a filer headed by somebody without lawful status',
    ]);
  });

  it('is accepted to the last household, each requested once', () => {
    const count = (change: number) => {
      let headed = 0;
      for (let zip = 0; zip < small.layout.zipAreas; zip++) {
        const { households, statusStart } = small.layout.area(zip).cells[haitian]!;
        headed += small.householdsOf[haitian]!.statuses.countOf(unauthorized, households, statusStart);
      }
      return {
        ...scenario,
        requests: {
          ...scenario.requests,
          count: { ...scenario.requests.count, value: headed + change },
          origins: only('haitian') as unknown as Assumptions['origins'],
          inTaxpayerFile: { ...scenario.requests.inTaxpayerFile, value: 1 },
        },
      };
    };
    const full = requestList(count(0), small);
    const taxpayers = Array.from({ length: full.size }, (_, j) => full.truth(j).taxpayer);
    expect(new Set(taxpayers).size).toBe(full.size);
    for (const taxpayer of taxpayers) expect(small.person(taxpayer).status).toBe('unauthorized');
    expect(() => requestList(count(1), small)).toThrow(InputError);
  });
});
