import { describe, expect, it } from 'vitest';
import { misfiledNames } from '../../src/population/misfiled-names.ts';
import { asFiled } from '../../src/population/naming/as-filed.ts';
import { FIELD_LENGTH } from '../../src/population/naming/name-forms.ts';
import { spelling } from '../../src/population/naming/spelling.ts';
import { namingSystems } from '../../src/population/naming/systems.ts';
import { loadTables } from '../../src/population/tables.ts';
import { smallWorld } from '../small-world.ts';

describe('the misfiled names of a ZIP area', () => {
  const { population } = smallWorld({ seed: 5, people: 20_000, requests: 50, zipAreas: 6 });
  const { filing, layout } = population;

  it('are the names written in full, mistyped', () => {
    let errors = 0;
    for (let zip = 0; zip < layout.zipAreas; zip++) {
      const area = layout.area(zip);
      const columns = population.people(area);
      const expected = area.cells.flatMap((cell) =>
        filing.nameErrors(
          area,
          cell,
          (row) => columns.household[row]!,
          (row, field) => {
            const { household, member } = population.place(area.firstPerson + row);
            return population.nameOf(area, cell, household, member).filed[field];
          },
        ),
      );
      errors += expected.length;
      expect([...misfiledNames(population, area, columns)]).toEqual(
        expected.map((error) => [error.row, error]),
      );
    }
    expect(errors).toBeGreaterThan(1500);
  });
});

/** So a name without a form need not be written to know how it is filed. */
describe('listed names of one word are filed as listed', () => {
  const tables = loadTables();
  const write = spelling(tables);
  const filed = (givenName: string, surname: string) =>
    asFiled(
      { givenName, middleName: '', surname, principalSurname: surname, suffix: '', familyNameFirst: false },
      { allSurnames: true, allGivenNames: true, middleInitial: true },
    );
  const { surnames, givenNames } = tables.nameSamplers;
  const { writtenNames } = tables;

  it('without accents', () => {
    for (const listed of [surnames, givenNames]) {
      const unlike = listed.filter((name) => !/^[A-Z]+$/.test(name) || name.length > FIELD_LENGTH);
      expect(unlike.filter((name) => !name.includes(' '))).toEqual([]);
    }
    expect(surnames.filter((name) => name.includes(' '))).toEqual([]);
  });

  it.each(namingSystems)('with the accents of the naming system $id', (system) => {
    const changed = [
      ...[...(writtenNames.surnames.get(system.spelling)?.keys() ?? [])].filter(
        (name) => filed('', write.surname(name, system, true, false)).surname !== name,
      ),
      ...[...(writtenNames.givenNames.get(system.spelling)?.keys() ?? [])].filter(
        (name) => !name.includes(' ') && filed(write.givenName(name, system, true), '').givenName !== name,
      ),
    ];
    expect(changed).toEqual([]);
  });
});
