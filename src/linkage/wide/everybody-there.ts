/** Everybody in the file who lives in a ZIP area, as wide place scopes see them: made once for all who ask. */

import { cellOf, type ZipArea } from '../../population/layout.ts';
import { memberEntity } from '../../population/member-entity.ts';
import { type MisfiledNames, misfiledNames } from '../../population/misfiled-names.ts';
import type { PeopleColumns } from '../../population/people-columns.ts';
import type { Population } from '../../population/population.ts';
import { birthDateOf } from './register-columns.ts';

export interface EverybodyThere {
  readonly area: ZipArea;
  readonly people: PeopleColumns;
  readonly misfiled: MisfiledNames;
  /** By row: the digits YYYYMMDD of the date of birth as a number. */
  birthDate(row: number): number;
}

/** Makes the people of one ZIP area after the other. */
export function everybodyThere(population: Population): (area: ZipArea) => EverybodyThere {
  const dateNumbers = new Map<string, number>();
  const dateNumber = (date: string) => {
    let number = dateNumbers.get(date);
    if (number === undefined) {
      number = birthDateOf(date);
      dateNumbers.set(date, number);
    }
    return number;
  };
  return (area) => {
    const people = population.people(area);
    return {
      area,
      people,
      misfiled: misfiledNames(population, area, people),
      birthDate(row) {
        const household = people.household[row]!;
        let first = row;
        while (first > 0 && people.household[first - 1] === household) first -= 1;
        const entity = memberEntity(area, cellOf(area, household), household, row - first);
        return dateNumber(population.dateOfBirth(people, row, entity));
      },
    };
  };
}
