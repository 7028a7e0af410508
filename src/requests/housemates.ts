/** Who lives with a requested person, as far as their particulars may end up in the record or their number be lent. */

import type { HouseholdMember } from '../corruption/context.ts';
import { compositionOf, hasResident, householdInCell } from '../population/cell-households.ts';
import { largestHousehold } from '../population/household-members.ts';
import { memberEntity, residentMember } from '../population/member-entity.ts';
import { peopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import type { RequestedMember } from './truth.ts';

/** Somebody at home, and their index in the file, or -1. */
export interface Housemate extends HouseholdMember {
  readonly person: number;
}

/** Everybody who lives with a person, those who do not file among them. */
export type Housemates = (person: RequestedMember) => readonly Housemate[];

/** What `population.household` says of the same people, without the rest of their records. */
export function housematesOf(population: Population): Housemates {
  const { maker, householdsOf, filing, identifier, taxpayerNumber } = population;
  const columns = peopleColumns(largestHousehold + 1);

  return ({ area, cell, household, member }) => {
    const of = householdsOf[cell.origin]!;
    const inCell = householdInCell(area, cell, household);
    const composition = compositionOf(of, cell, inCell);
    const count = maker.fillHousehold(area, cell, inCell, largestHousehold, columns, 0);
    const { first } = population.filers(area, cell, household);

    /** The given name of a filer, as on the return. */
    const filedGivenName = (place: number, person: number) => {
      const { filed } = population.nameOf(area, cell, household, place);
      const row = person - area.firstPerson;
      const error = filing.nameError(area, cell, row, household, (_, field) => filed[field]);
      return error?.field === 'givenName' ? error.text : filed.givenName;
    };
    const housemates: Housemate[] = [];
    composition.members.forEach(({ filing: filesAs }, place) => {
      if (place === member) return;
      const entity = memberEntity(area, cell, household, place);
      const person = filesAs === 'does-not-file' ? -1 : first + place;
      housemates.push({
        person,
        givenName:
          person < 0
            ? population.writtenName(area, cell, household, place).givenName
            : filedGivenName(place, person),
        dateOfBirth: population.dateOfBirth(columns, place, entity),
        tin: person < 0 ? '' : taxpayerNumber(identifier(columns.status[place]!, filesAs, entity), person),
      });
    });
    if (member !== residentMember && hasResident(of, cell, inCell)) {
      maker.fillResident(area, cell, inCell, columns, count);
      housemates.push({
        person: -1,
        givenName: population.writtenName(area, cell, household, residentMember).givenName,
        dateOfBirth: population.dateOfBirth(
          columns,
          count,
          memberEntity(area, cell, household, residentMember),
        ),
        tin: '',
      });
    }
    return housemates;
  };
}
