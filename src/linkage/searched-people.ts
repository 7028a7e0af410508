/** The people of one ZIP area as searches see them: names at hand, records made when asked for, and remembered. */

import type { ZipArea } from '../population/layout.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import type { PersonRecord } from '../population/record.ts';
import type { SearchedPeople } from './search.ts';
import type { ZipNames } from './zip-names.ts';

export function searchedPeople(
  population: Population,
  area: ZipArea,
  { household }: PeopleColumns,
  names: ZipNames,
): SearchedPeople {
  const records: (PersonRecord | undefined)[] = [];
  // Sized when first needed: an array that is filled here and there and grows with it becomes a slow table.
  let middleNames: (string | undefined)[] | undefined;
  const middleNameOf = (person: number) => {
    const home = household[person]!;
    const cell = area.cells.find(({ firstPerson, people }) => person < firstPerson + people)!;
    let first = person;
    while (first > 0 && household[first - 1] === home) first -= 1;
    return population.filedMiddleName(area, cell, home, person - first);
  };
  return {
    names,
    firstPerson: area.firstPerson,
    // A return asks for no more.
    hasInitialsOnly: true,
    record(person) {
      records[person] ??= population.person(area.firstPerson + person).record;
      return records[person];
    },
    middleName(person) {
      middleNames ??= new Array<string | undefined>(area.people);
      middleNames[person] ??= middleNameOf(person);
      return middleNames[person];
    },
  };
}
