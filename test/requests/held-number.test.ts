/** The numbers that the agency holds: their shares, whose they are, and that no two requests borrow from one person. */

import { describe, expect, it } from 'vitest';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { numberKind } from '../../src/population/taxpayer-numbers.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { expectProportion } from '../expect-proportion.ts';

const base = loadScenario('irs-ice-2025');
const certain = (value: number) => ({ value, assumption: 'A test.' });
const COUNT = 3000;
const tin = {
  held: { inFile: certain(0.8), outsideFile: certain(0.4) },
  mistyped: certain(0.2),
  mistypedIsHeld: certain(0.5),
  fromEmployers: certain(1),
  borrowedAtHome: certain(0.5),
};
const scenario: Scenario = {
  ...base,
  population: {
    ...base.population,
    people: certain(900_000),
    numbers: { borrowed: certain(0.3), invented: certain(0.2) },
  },
  requests: {
    ...base.requests,
    count: certain(COUNT),
    inTaxpayerFile: certain(0.5),
    duplicates: certain(0),
    tin,
  },
  corruption: { ...base.corruption, agency: { profile: 'none', rates: {} } },
};
const people = population(scenario, 1, loadTables());
const requests = requestList(scenario, people);
const truths = Array.from({ length: COUNT }, (_, j) => requests.truth(j));
const inFile = truths.filter(({ taxpayer }) => taxpayer >= 0);
const isAtHome = ({ area, household, numberOwner }: (typeof truths)[number]) =>
  people.person(numberOwner).household === area.firstHousehold + household;
const of = (kind: string, among = truths) => among.filter(({ number }) => number.kind === kind);

describe('numbers held', () => {
  it('are there, borrowed, invented and mistyped as often as assumed', () => {
    const held = inFile.filter(({ number }) => number.kind !== 'none');
    expectProportion(held.length, inFile.length, 0.8);
    expectProportion(of('borrowed', inFile).length, held.length, 0.3);
    expectProportion(of('invented', inFile).length, held.length, 0.2);
    const own = held.length - of('borrowed', inFile).length - of('invented', inFile).length;
    expectProportion(of('mistyped', inFile).length, own, 0.2);
    expectProportion(
      of('mistyped').filter(({ numberOwner }) => numberOwner >= 0).length,
      of('mistyped').length,
      0.5,
    );
  });

  it('are less common of people who do not file and so mostly have none', () => {
    const outside = truths.filter(({ taxpayer }) => taxpayer < 0);
    const held = outside.filter(({ number }) => number.digits !== '');
    expect(held.length / outside.length).toBeLessThan(0.4);
    expect(of('right', outside).every(({ numberOwner }) => numberOwner === -1)).toBe(true);
    expect(of('right', outside).length).toBeGreaterThan(20);
  });

  it('that are right are those of the person, on file and on the record', () => {
    for (const { number, taxpayer } of of('right', inFile)) {
      expect(number.owner).toBe(taxpayer);
      expect(number.digits).toBe(people.person(taxpayer).record.tin);
    }
  });

  it('of somebody else are the digits of their owner, who is never the person', () => {
    const owned = [...of('borrowed'), ...of('mistyped')].filter(({ numberOwner }) => numberOwner >= 0);
    expect(owned.length).toBeGreaterThan(300);
    for (const { number, taxpayer } of owned) {
      expect(number.owner).not.toBe(taxpayer);
      expect(people.person(number.owner).record.tin).toBe(number.digits);
    }
  });

  it('are borrowed at home only from people who live there', () => {
    const near = of('borrowed').filter(isAtHome);
    expect(near.length).toBeGreaterThan(30);
    // Half of those who have somebody to borrow from.
    expect(near.length / of('borrowed').length).toBeLessThan(0.5);
  });

  it('are lent by each stranger to one request only', () => {
    const lenders = of('borrowed')
      .filter((truth) => !isAtHome(truth))
      .map(({ numberOwner }) => numberOwner);
    expect(new Set(lenders).size).toBe(lenders.length);
  });

  it('are never digits that anybody has been issued', () => {
    for (const { number } of truths)
      if (number.digits !== '') expect(numberKind(number.digits)).toBeDefined();
  });
});

describe('the owner of the number on a record', () => {
  it('is that of the number held, where no error was made in it', () => {
    truths.slice(0, 400).forEach((truth, j) => {
      const { record } = requests.record(j, truth);
      expect(record.tin).toBe(truth.number.digits);
      expect(requests.numberOwner(j, truth, record)).toBe(truth.numberOwner);
    });
  });

  it('is the lender after a number was taken for another, and nobody after a digit error', () => {
    const withErrors = (rates: Scenario['corruption']['agency']['rates']) =>
      requestList(
        { ...scenario, corruption: { ...base.corruption, agency: { profile: 'none', rates } } },
        people,
      );
    const swapped = withErrors({ 'tin-borrowed': certain(1) });
    const mistyped = withErrors({ 'tin-digit-error': certain(1) });
    let changed = 0;
    truths.slice(0, 200).forEach((truth, j) => {
      if (truth.number.digits === '') return;
      changed++;
      const { record } = swapped.record(j, truth);
      expect(record.tin).not.toBe(truth.number.digits);
      expect(people.person(swapped.numberOwner(j, truth, record)).record.tin).toBe(record.tin);
      expect(mistyped.numberOwner(j, truth, mistyped.record(j, truth).record)).toBe(-1);
    });
    expect(changed).toBeGreaterThan(50);
  });
});
