import { describe, expect, it } from 'vitest';
import { filingErrors } from '../../src/population/filing-errors.ts';
import type { Cell, ZipArea } from '../../src/population/layout.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { damerauDistance } from '../../src/text/damerau.ts';
import { expectProportion } from '../expect-proportion.ts';

const { irs } = loadScenario('irs-ice-2025').population;
const certain = (value: number) => ({ value, assumption: 'for a test' });
/** Every return on paper or none, and how often names and addresses are wrong. */
const errorsAt = (names: number, addresses: number, paper = 0.5, age = 0.6) =>
  filingErrors(
    {
      paperReturns: certain(paper),
      nameErrors: { paper: certain(names), electronic: certain(names / 4) },
      addressErrors: { paper: certain(addresses), electronic: certain(addresses / 4) },
      filingAgeYears: certain(age),
    },
    1,
  );

const cell = { origin: 4, firstPerson: 30, people: 60_000, firstHousehold: 7, households: 40_000 } as Cell;
const area = { zip: 99, households: 41_000 } as ZipArea;
const householdOf = (row: number) => cell.firstHousehold + Math.floor((row - cell.firstPerson) / 2);
const written = ['MARIA', 'GARCIA LOPEZ', 'JO', 'O', 'LI', 'ANN MARIE', 'XAVIER'];
const name = (row: number, field: string) => written[(row + (field === 'surname' ? 3 : 0)) % written.length]!;

describe('errors in names as filed', () => {
  const errors = errorsAt(0.04, 0);
  const found = errors.nameErrors(area, cell, householdOf, name);

  it('are as many as declared, on paper and electronic returns together', () => {
    expectProportion(found.length, cell.people, 0.5 * 0.04 + 0.5 * 0.01);
    expectProportion(
      errorsAt(0.04, 0, 1).nameErrors(area, cell, householdOf, name).length,
      cell.people,
      0.04,
    );
    expectProportion(
      errorsAt(0.04, 0, 0).nameErrors(area, cell, householdOf, name).length,
      cell.people,
      0.01,
    );
    expect(errorsAt(0, 0).nameErrors(area, cell, householdOf, name)).toEqual([]);
  });

  it('are one edit of given name or surname, in the order of rows', () => {
    for (const { row, field, text } of found) {
      const before = name(row, field);
      expect(text).not.toBe(before);
      expect(text.length).toBeGreaterThan(0);
      expect(damerauDistance(text, before), `${before} ${text}`).toBe(1);
    }
    expect(found.map(({ row }) => row)).toEqual(found.map(({ row }) => row).toSorted((a, b) => a - b));
    const inGivenName = found.filter(({ field }) => field === 'givenName').length;
    expectProportion(inGivenName, found.length, 0.5);
  });

  it('of one person are those of the area', () => {
    const byRow = new Map(found.map((error) => [error.row, error]));
    for (let row = cell.firstPerson; row < cell.firstPerson + 5000; row++) {
      expect(errors.nameError(area, cell, row, householdOf(row), name)).toEqual(byRow.get(row));
    }
  });

  it('of a lower rate are among those of a higher one', () => {
    const more = new Map(
      errorsAt(0.08, 0)
        .nameErrors(area, cell, householdOf, name)
        .map((error) => [error.row, error]),
    );
    for (const error of found) expect(more.get(error.row)).toEqual(error);
  });

  it('go with the return: paper has four times as many, and both spouses file on it', () => {
    const wrong = new Set(found.map(({ row }) => row));
    let both = 0;
    for (const row of wrong) if ((row - cell.firstPerson) % 2 === 0 && wrong.has(row + 1)) both++;
    // Of 30,000 couples half are on paper: 15,000 x (0.04^2 + 0.01^2).
    expectProportion(both, cell.people / 2, 0.5 * (0.04 ** 2 + 0.01 ** 2));
  });
});

describe('errors in addresses as filed', () => {
  const { filedAddress } = errorsAt(0, 0.2);
  const home = { houseNumber: '1204', street: 'MAIN ST', unit: 'APT 3' };
  const households = Array.from({ length: 40_000 }, (_, i) => cell.firstHousehold + i);
  const filed = households.map((household) => filedAddress(area, cell, household, home));

  it('are as many as declared: a unit left out, or two digits exchanged', () => {
    const unitless = filed.filter(({ unit }) => unit === '').length;
    const exchanged = filed.filter(({ houseNumber }) => houseNumber !== '1204');
    expectProportion(unitless, households.length, 0.125 / 2);
    expectProportion(exchanged.length, households.length, 0.125 / 2);
    expect(new Set(exchanged.map(({ houseNumber }) => houseNumber))).toEqual(
      new Set(['2104', '1024', '1240']),
    );
  });

  it('leave alone what has neither', () => {
    for (const household of households.slice(0, 300)) {
      const plain = { houseNumber: '11', street: 'OAK LN', unit: '' };
      expect(filedAddress(area, cell, household, plain)).toEqual(plain);
      const box = filedAddress(area, cell, household, { houseNumber: '', street: 'PO BOX 12', unit: '' });
      expect(['PO BOX 12', 'PO BOX 21']).toContain(box.street);
    }
  });
});

describe('the age of returns', () => {
  it('has the declared mean and is two years at most', () => {
    for (const mean of [0.3, 0.6, 1]) {
      const { filingAgeYears } = errorsAt(0, 0, 0, mean);
      const ages = Array.from({ length: 20_000 }, (_, i) =>
        filingAgeYears(area, cell, cell.firstHousehold + i),
      );
      expect(Math.max(...ages)).toBeLessThan(2);
      expect(Math.min(...ages)).toBeGreaterThan(0);
      // Ages are at most 2, so a standard deviation of the mean is at most 1 / sqrt(20,000); five of them.
      expect(Math.abs(ages.reduce((a, b) => a + b, 0) / ages.length - mean)).toBeLessThan(
        5 / Math.sqrt(20_000),
      );
    }
  });
});

it('the base scenario has a mean error rate in names of a few in a thousand', () => {
  const { paper, electronic } = irs.nameErrors;
  const mean = irs.paperReturns.value * paper.value + (1 - irs.paperReturns.value) * electronic.value;
  expect(mean).toBeGreaterThan(0.001);
  expect(mean).toBeLessThan(0.005);
});
