import { expect, it } from 'vitest';
import { settingOf, settings } from '../../../src/population/addresses/settings.ts';
import { loadTables } from '../../../src/population/tables.ts';

it('settings begin at their least density', () => {
  expect([0, 99, 100, 299, 300, 999, 1000, 2999, 3000, 9999, 10_000, 1e6].map(settingOf)).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
});

it('settings hold the stated parts of the country', () => {
  const { density, population } = loadTables().zipAreas;
  const people = settings.map(() => 0);
  population.forEach((residents, zip) => {
    people[settingOf(density[zip]!)]! += residents / 334_362_514;
  });
  expect(people.map((share) => Math.round(100 * share))).toEqual([24, 16, 23, 26, 8, 2]);
});
