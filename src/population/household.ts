/**
 * A household with everyone in it: those of the taxpayer file, and those who are on no return or on somebody else's.
 * What a person of the file is here is what `person(index)` says of them.
 */

import { compositionOf, hasResident, householdInCell } from './cell-households.ts';
import { type Filing, largestHousehold, type Role, returnNumbers } from './household-members.ts';
import type { IdentifierKind } from './identifiers.ts';
import type { Cell, ZipArea } from './layout.ts';
import { memberEntity, residentMember } from './member-entity.ts';
import { type Sex, sexes } from './names.ts';
import type { WrittenName } from './naming/written-name.ts';
import { type OriginId, origins } from './origins.ts';
import { peopleColumns } from './people-columns.ts';
import type { Population } from './population.ts';
import type { PersonRecord } from './record.ts';
import { type StatusId, statuses } from './statuses.ts';

/** Ages are those at the end of this year, for which the returns in the file were mostly made. */
const AGE_YEAR = 2024;

export interface HouseholdMember {
  /** Index in the taxpayer file, or -1. */
  readonly person: number;
  readonly role: Role;
  readonly filing: Filing;
  /** Which return of the household they are on as a filer, from 0; -1 for none. */
  readonly returnNumber: number;
  /** The person's own name in full. */
  readonly writtenName: WrittenName;
  /**
   * Names, date of birth and the address of the household: as filed where the person files, else as the person is called.
   */
  readonly record: PersonRecord;
  /** In whole years, at the end of 2024. */
  readonly age: number;
  readonly sex: Sex;
  readonly status: StatusId;
  readonly origin: OriginId;
  readonly identifier: IdentifierKind;
}

export interface Household {
  /** In [0, `households`). */
  readonly index: number;
  /** Whether anybody files. */
  readonly files: boolean;
  /** Dwelling of the ZIP area. */
  readonly dwelling: number;
  /** Those who file first. */
  readonly members: readonly HouseholdMember[];
}

/** Everybody in household `household` of a ZIP area, with or without a filer. */
export function wholeHousehold(
  population: Population,
  area: ZipArea,
  cell: Cell,
  household: number,
): Household {
  const {
    maker,
    householdsOf,
    neighbourhood,
    filers,
    filing: returnsFiled,
    identifier,
    taxpayerNumber,
  } = population;
  const { nameOf, record } = population;
  const of = householdsOf[cell.origin]!;
  const inCell = householdInCell(area, cell, household);
  const composition = compositionOf(of, cell, inCell);
  const columns = peopleColumns(largestHousehold + 1);
  const count = maker.fillHousehold(area, cell, inCell, largestHousehold, columns, 0);
  const first = composition.filers > 0 ? filers(area, cell, household).first : -1;
  const homes = neighbourhood(area);
  const dwelling = homes.dwellingOf(household);
  const returns = returnNumbers(composition.members);

  const memberOf = (row: number, number: number, role: Role, filing: Filing): HouseholdMember => {
    const entity = memberEntity(area, cell, household, number);
    const person = filing === 'does-not-file' ? -1 : first + row;
    const name = nameOf(area, cell, household, number);
    const holds = identifier(columns.status[row]!, filing, entity);
    const faultless = record({
      recordId: person < 0 ? '' : String(person),
      name: person < 0 ? name.written : name.filed,
      columns,
      row,
      entity,
      area,
      address: person < 0 ? homes.addressCode(dwelling) : homes.filedCode(dwelling),
      tin: person < 0 ? '' : taxpayerNumber(holds, person),
    });
    return {
      person,
      role,
      filing,
      returnNumber: returns[row] ?? -1,
      writtenName: name.written,
      record:
        person < 0
          ? faultless
          : returnsFiled.asFiled(faultless, area, cell, household, person - area.firstPerson),
      age: AGE_YEAR - columns.birthYear[row]!,
      sex: sexes[columns.sex[row]!]!,
      status: statuses[columns.status[row]!]!.id,
      origin: origins[cell.origin]!.id,
      identifier: holds,
    };
  };
  const members = composition.members.map(({ role, filing }, row) => memberOf(row, row, role, filing));
  if (hasResident(of, cell, inCell)) {
    maker.fillResident(area, cell, inCell, columns, count);
    const role = columns.surname[count] === columns.surname[0] ? 'relative' : 'housemate';
    members.push(memberOf(count, residentMember, role, 'does-not-file'));
  }
  return { index: area.firstHousehold + household, files: composition.filers > 0, dwelling, members };
}
