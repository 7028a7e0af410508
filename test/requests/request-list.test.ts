import { describe, expect, it } from 'vitest';
import { communities } from '../../src/population/communities.ts';
import { memberEntity } from '../../src/population/people.ts';
import { population } from '../../src/population/population.ts';
import { statuses, unauthorized } from '../../src/population/statuses.ts';
import { loadTables } from '../../src/population/tables.ts';
import { type RequestList, requestList } from '../../src/requests/request-list.ts';
import { InputError } from '../../src/scenario/input-error.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { expectProportion } from '../expect-proportion.ts';

type Assumptions = Scenario['requests'];

const base = loadScenario('irs-ice-2025');
const tables = loadTables();
const seed = 1;
const world = (people: number, change: Partial<{ [Key in keyof Assumptions]: unknown }>): Scenario => ({
  ...base,
  population: { ...base.population, people: { ...base.population.people, value: people } },
  requests: { ...base.requests, ...change } as Assumptions,
});
const value = (number: number) => ({ value: number });
const COUNT = 6000;
const scenario = world(300_000, { count: value(COUNT) });
const small = population(scenario, seed, tables);
const requests = requestList(scenario, small);
const numbers = Array.from({ length: COUNT }, (_, j) => j);
const truths = numbers.map((j) => requests.truth(j));
const { requests: assumed } = scenario;

/** The same list without errors in its records. */
const clean = requestList(
  {
    ...scenario,
    corruption: {
      agency: Object.fromEntries(
        Object.keys(base.corruption.agency).map((id) => [id, value(0)]),
      ) as unknown as Scenario['corruption']['agency'],
    },
  },
  small,
);

describe('the requested', () => {
  it('are of different households, and their taxpayers are different people', () => {
    expect(
      new Set(truths.map(({ area, cell, household }) => memberEntity(area, cell, household, 0))).size,
    ).toBe(COUNT);
    const taxpayers = truths.map(({ taxpayer }) => taxpayer).filter((taxpayer) => taxpayer >= 0);
    expect(new Set(taxpayers).size).toBe(taxpayers.length);
  });

  it('who are in the file are members of that household', () => {
    for (const { taxpayer, area, household } of truths) {
      if (taxpayer < 0) continue;
      const place = small.place(taxpayer);
      expect([place.area.zip, place.household]).toEqual([area.zip, household]);
    }
  });

  it('are in the file as often as assumed', () => {
    numbers.forEach((j) => {
      expect(requests.isInFile(j)).toBe(truths[j]!.taxpayer >= 0);
    });
    const national = requestList(base, population(base, seed, tables));
    const trials = 100_000;
    const inFile = Array.from({ length: trials }, (_, j) => national.isInFile(j)).filter(Boolean).length;
    expectProportion(inFile, trials, assumed.inTaxpayerFile.value);
  });

  it('come from the communities of the docket, exactly', () => {
    communities.forEach((name, community) => {
      const found = truths.filter(({ cell }) => cell.community === community).length;
      expect(Math.abs(found - COUNT * assumed.origins[name].value)).toBeLessThanOrEqual(1);
    });
  });

  it('live where their community does', () => {
    const { layout } = small;
    for (const state of ['CA', 'TX', 'FL', 'NY']) {
      const [first, end] = layout.stateRange(tables.zipAreas.state.indexOf(state));
      communities.forEach((name, community) => {
        const inState =
          layout.communityPeopleBefore(community, end) - layout.communityPeopleBefore(community, first);
        const share = inState / layout.communityPeopleBefore(community, layout.zipAreas);
        const found = truths.filter(
          ({ area, cell }) => area.state === state && cell.community === community,
        ).length;
        expect(Math.abs(found - COUNT * assumed.origins[name].value * share)).toBeLessThan(2.5);
      });
    }
  });

  it('live with their household, or, outside the file, where nobody files as often as assumed', () => {
    const outside = truths.filter(({ taxpayer }) => taxpayer < 0);
    const atHome = (truth: (typeof truths)[number]) =>
      small.neighbourhood(truth.area).householdAt(truth.homeDwelling) === truth.household;
    for (const truth of truths) if (truth.taxpayer >= 0) expect(atHome(truth)).toBe(true);
    expectProportion(outside.filter(atHome).length, outside.length, assumed.livesWithTaxpayers.value);
    for (const truth of outside) {
      if (atHome(truth)) continue;
      expect(small.neighbourhood(truth.area).householdAt(truth.homeDwelling)).toBeGreaterThanOrEqual(
        truth.area.households,
      );
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
        layout.communityPeopleBefore(cell.community, end) -
        layout.communityPeopleBefore(cell.community, first);
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

  it('lie in the ZIP area that recordedZip tells beforehand; -1 where the address is blank', () => {
    let blank = 0;
    for (const j of numbers) {
      const { record } = requests.record(j, truths[j]!);
      const zip = requests.recordedZip(j);
      if (zip === -1) blank++;
      expect(record.zip).toBe(zip === -1 ? '' : small.layout.area(zip).code);
      if (zip !== -1) expect(zip).toBe(truths[j]!.recordedArea.zip);
    }
    expectProportion(blank, COUNT, base.corruption.agency['address-blank'].value);
  });
});

describe('records', () => {
  it('without errors, of people in the file who have not moved, are those of the file', () => {
    let compared = 0;
    for (const j of numbers.slice(0, 2000)) {
      const truth = clean.truth(j);
      if (truth.taxpayer < 0) continue;
      const { record, applied } = clean.record(j, truth);
      expect(applied.some(Boolean)).toBe(false);
      const filed = { ...small.person(truth.taxpayer).record, recordId: String(j) };
      if (!truth.isFormerAddress) expect(record).toEqual(filed);
      else
        expect([record.givenName, record.surname, record.dateOfBirth]).toEqual([
          filed.givenName,
          filed.surname,
          filed.dateOfBirth,
        ]);
      compared++;
    }
    expect(compared).toBeGreaterThan(800);
  });

  it('of people at a former address show that dwelling', () => {
    for (const j of numbers.slice(0, 1000)) {
      const { isFormerAddress, recordedArea, recordedDwelling } = truths[j]!;
      if (!isFormerAddress) continue;
      const neighbourhood = small.neighbourhood(recordedArea);
      const { street, houseNumber, unit } = neighbourhood.addressCode(recordedDwelling);
      expect(clean.record(j, truths[j]!).record).toMatchObject({
        houseNumber: String(houseNumber),
        street: neighbourhood.streetText(street),
        unit: neighbourhood.unitText(unit),
        zip: recordedArea.code,
      });
    }
  });

  it('are the same in any order, twice, and from a list made anew', () => {
    const describeRequest = (list: RequestList, j: number) => [list.truth(j), list.record(j, list.truth(j))];
    const some = numbers.slice(0, 200);
    const expected = some.map((j) => describeRequest(requests, j));
    const again = requestList(scenario, population(scenario, seed, tables));
    expect(some.toReversed().map((j) => describeRequest(again, j))).toEqual(expected.toReversed());
    expect(some.map((j) => describeRequest(requests, j))).toEqual(expected);
  });

  it('outside the file bear the household surname as often as assumed', () => {
    let outside = 0;
    let shared = 0;
    for (const j of numbers) {
      const truth = truths[j]!;
      const { area, cell, household, taxpayer, homeDwelling } = truth;
      if (taxpayer >= 0 || small.neighbourhood(area).householdAt(homeDwelling) !== household) continue;
      const { first, count } = small.filers(area, cell, household);
      const people = small.people(area);
      // The family surname is that of the first filer, unless she is a wife who kept hers.
      const row = first - area.firstPerson;
      if (count > 1 && people.sex[row] === 0) continue;
      outside++;
      if (clean.record(j, truth).record.surname === small.names.surname(people.surname[row]!)) shared++;
    }
    const byChance = 0.81 / 252;
    const asked = assumed.sharesHouseholdSurname.value;
    expect(outside).toBeGreaterThan(500);
    expectProportion(shared, outside, asked + (1 - asked) * byChance);
  });
});

describe('statuses', () => {
  const requestOf = new Map(
    truths.map(({ area, cell, household }, j) => [memberEntity(area, cell, household, 0), j]),
  );
  const relatives = statuses.map(() => 0);
  let unrelatedChecked = 0;
  for (let zip = 0; zip < small.layout.zipAreas; zip += 3) {
    const area = small.layout.area(zip);
    for (const cell of area.cells) {
      for (let h = 0; h < cell.households; h++) {
        const household = cell.firstHousehold + h;
        const j = requestOf.get(memberEntity(area, cell, household, 0));
        const truth = j === undefined ? undefined : truths[j]!;
        const isRequested =
          truth !== undefined && small.neighbourhood(area).householdAt(truth.homeDwelling) === household;
        const { first, count } = small.filers(area, cell, household);
        for (let member = 0; member < count; member++) {
          const status = requests.status(area, cell, household, member);
          if (!isRequested) {
            if (status !== small.status(area, cell, household, member)) unrelatedChecked = Number.NaN;
            unrelatedChecked++;
          } else if (truth?.taxpayer === first + member) expect(status).toBe(unauthorized);
          else relatives[status]! += 1;
        }
      }
    }
  }

  it('of people who live with nobody requested are their own', () => {
    expect(unrelatedChecked).toBeGreaterThan(50_000);
  });

  it('of people who live with somebody requested are mixed as assumed', () => {
    const all = relatives.reduce((a, b) => a + b, 0);
    expect(all).toBeGreaterThan(1000);
    statuses.forEach(({ id }, status) => {
      expectProportion(relatives[status]!, all, assumed.relativesStatuses[id].value);
    });
  });

  it('of every requested person in the file are unauthorized', () => {
    for (const { taxpayer } of truths) {
      if (taxpayer < 0) continue;
      const { area, cell, household, member } = small.place(taxpayer);
      expect(requests.status(area, cell, household, member)).toBe(unauthorized);
    }
  });
});

describe('a list too long for its file', () => {
  it.each([
    [300_000, 200_000, '\\d+ hispanic requests for \\d+ households in ZIP area \\d{5}'],
    [1, 3, '2 hispanic requests for nobody in the file'],
  ])('is refused in one line: of %d people, %d requested', (people, count, found) => {
    const crowded = world(people, { count: value(count) });
    const settled = population(crowded, seed, tables);
    expect(() => requestList(crowded, settled)).toThrow(InputError);
    expect(() => requestList(crowded, settled)).toThrow(
      new RegExp(
        `^requests.count: too many requests for the taxpayer file; allowed: [^\n]+; found: ${found}$`,
      ),
    );
  });
});
