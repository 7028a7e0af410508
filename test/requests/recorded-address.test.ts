/** Recorded addresses beyond moves: shared ones against the published counts, merged records, second records, dates. */

import { describe, expect, it } from 'vitest';
import { fact } from '../../src/evidence/facts.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { dealing } from '../../src/requests/dealing.ts';
import { recordedAddresses } from '../../src/requests/recorded-address.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { ageBandOf, ageBands } from '../../src/requests/requested-person.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { expectProportion } from '../expect-proportion.ts';

const base = loadScenario('irs-ice-2025');
const tables = loadTables();
const certain = (value: number) => ({ value, assumption: 'A test.' });
const COUNT = 4000;
const scenario = (change: Partial<Scenario['requests']>): Scenario => ({
  ...base,
  population: { ...base.population, people: certain(900_000) },
  requests: { ...base.requests, count: certain(COUNT), ...change },
  corruption: { ...base.corruption, agency: { profile: 'none', rates: {} } },
});
const people = population(scenario({}), 1, tables);
const all = Array.from({ length: COUNT }, (_, j) => j);

it('addresses that many give are used as often as the inspector general counted', () => {
  const records = fact('oig-address-base').value as number;
  const { addressesUsedOver20Times, addressesUsedOver500Times } = fact('oig-address-reuse').value as Readonly<
    Record<string, number>
  >;
  const somebody = dealing(scenario({}), people).of(0);
  const addresses = recordedAddresses(base, people, () => somebody);
  const uses = new Map<number, number>();
  for (let request = 0; request < records; request++) {
    const { kind, rank } = addresses.place(request, somebody);
    if (kind === 'shared') uses.set(rank, (uses.get(rank) ?? 0) + 1);
  }
  const usedOver = (times: number) => [...uses.values()].filter((count) => count > times).length;
  // Counts scatter like those of chance: twenty-odd for 780, three for 7.
  expect(Math.abs(usedOver(20) - addressesUsedOver20Times!)).toBeLessThan(80);
  expect(Math.abs(usedOver(500) - addressesUsedOver500Times!)).toBeLessThanOrEqual(3);
});

describe('records', () => {
  it('give shared addresses and homes of others as often as assumed', () => {
    const changed = scenario({
      sharedAddresses: { ...base.requests.sharedAddresses, share: certain(0.2) },
      merged: certain(0.1),
    });
    const requests = requestList(changed, people);
    const truths = all.map((j) => requests.truth(j));
    const kinds = truths.map(({ addressKind }) => addressKind);
    expectProportion(kinds.filter((kind) => kind === 'shared').length, COUNT, 0.2);
    expectProportion(kinds.filter((kind) => kind === 'other-person').length, COUNT, 0.1);
    const homes = new Set(truths.map(({ area, homeDwelling }) => `${area.zip} ${homeDwelling}`));
    for (const { addressKind, recordedArea, recordedDwelling, isFormerAddress } of truths) {
      expect(isFormerAddress).toBe(addressKind !== 'home');
      if (addressKind === 'other-person') {
        expect(homes.has(`${recordedArea.zip} ${recordedDwelling}`)).toBe(true);
      }
    }
  });

  it('of people who filed since show a former address less often, the nearer the two dates', () => {
    const stayed = (filingAge: number) => {
      const changed = scenario({ informationAgeYears: certain(0.5), inTaxpayerFile: certain(0.5) });
      const requests = requestList(
        {
          ...changed,
          population: {
            ...changed.population,
            irs: { ...base.population.irs, filingAgeYears: certain(filingAge) },
          },
        },
        people,
      );
      const filers = all.map((j) => requests.truth(j)).filter(({ taxpayer }) => taxpayer >= 0);
      return filers.filter(({ isFormerAddress }) => !isFormerAddress).length / filers.length;
    };
    // Half a year of moves on one side, and half a year too many on the other.
    expect(stayed(0.5)).toBeGreaterThan(stayed(1.9) + 0.02);
  });

  it('stand twice for as many people as assumed, each record with its own age and errors', () => {
    const requests = requestList(
      scenario({ duplicates: certain(0.2), inTaxpayerFile: certain(0.5) }),
      people,
    );
    const byPerson = new Map<number, number[]>();
    for (const j of all) {
      const { taxpayer } = requests.truth(j);
      if (taxpayer >= 0) byPerson.set(taxpayer, [...(byPerson.get(taxpayer) ?? []), j]);
    }
    const twice = [...byPerson.values()].filter((records) => records.length > 1);
    expect(Math.max(...twice.map(({ length }) => length))).toBe(2);
    expect(twice.length / (COUNT * 0.2 * 0.5)).toBeCloseTo(1, 1);
    const dates = twice.map((records) => records.map((j) => requests.informationDate(j)));
    expect(dates.filter(([one, other]) => one !== other).length).toBeGreaterThan(0.95 * dates.length);
  });

  it('are dated by the age of the information, counted from the day of the request', () => {
    const requests = requestList(scenario({}), people);
    const years = all.map(
      (j) => (Date.UTC(2025, 5, 30) - Date.parse(requests.informationDate(j))) / 86_400_000 / 365.2425,
    );
    expect(Math.min(...years)).toBeGreaterThanOrEqual(0);
    const mean = years.reduce((sum, age) => sum + age, 0) / COUNT;
    // The standard error of the mean of exponential ages is the mean over the root of their number.
    expect(Math.abs(mean - base.requests.informationAgeYears.value)).toBeLessThan(
      (5 * base.requests.informationAgeYears.value) / Math.sqrt(COUNT),
    );
  });
});

it('people in the file come near the assumed ages and sexes, since there are many to choose from', () => {
  const national = population(base, 1, tables);
  const requests = requestList(base, national);
  const ages = ageBands.map(() => 0);
  let men = 0;
  let filers = 0;
  for (let j = 0; filers < 1000; j++) {
    if (!requests.isInFile(j)) continue;
    const { area, household } = requests.truth(j);
    const person = national.household(area.firstHousehold + household).members[0]!;
    filers++;
    if (person.sex === 'male') men++;
    ages[ageBands.indexOf(ageBandOf(2024 - person.age))]! += 1 / 1000;
  }
  expect(Math.abs(men / filers - base.requests.men.value)).toBeLessThan(0.07);
  const distance = ageBands.map((band, i) => Math.abs(ages[i]! - base.requests.ages[band].value));
  expect(Math.max(...distance), ages.join(' ')).toBeLessThan(0.12);
});

it('householders lawfully present in another way are requested as often as assumed', () => {
  const requests = requestList(
    scenario({
      inTaxpayerFile: certain(1),
      requestedStatuses: { unauthorized: certain(0.9), 'other-lawful': certain(0.1) },
    }),
    people,
  );
  const lawful = all.filter((j) => people.person(requests.truth(j).taxpayer).status === 'other-lawful');
  expect(Math.abs(lawful.length / COUNT - 0.1)).toBeLessThan(0.01);
});
