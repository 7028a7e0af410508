/**
 * The taxpayer file: a pure function from (assumptions, seed, index) to a person. Nothing is stored but the
 * counts of who lives where; a record can be made alone, in any order, by any worker, twice.
 *
 * `people(area)` makes the names of a whole ZIP area as columns of codes, for linkage; `person(index)` makes
 * one person whole. Both fill households through the same maker, so they cannot disagree.
 */

import { below, block, stream } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Neighbourhood, neighbourhoods } from './addresses.ts';
import { householdKinds, householdPattern, type Role } from './household-pattern.ts';
import { type Cell, type Layout, layout, type ZipArea } from './layout.ts';
import { type Names, names } from './names.ts';
import { origins } from './origins.ts';
import { memberEntity, type PeopleColumns, type PeopleMaker, peopleColumns, peopleMaker } from './people.ts';
import type { PersonRecord } from './record.ts';
import { type StatusPattern, statusPattern } from './status-pattern.ts';
import { statuses, statusShares } from './statuses.ts';
import type { Tables } from './tables.ts';

/** A place in the file: which household of which ZIP area, and which of its members. */
export interface PersonPlace {
  readonly area: ZipArea;
  readonly cell: Cell;
  /** Counted from the first household of the ZIP area. */
  readonly household: number;
  readonly member: number;
}

/** One person of the file: the record, and what only the simulation knows. */
export interface Taxpayer {
  readonly index: number;
  readonly record: PersonRecord;
  readonly origin: string;
  readonly status: string;
  readonly role: Role;
}

export interface Population {
  /** People in the file: primary filers and spouses. */
  readonly size: number;
  readonly seed: number;
  readonly layout: Layout;
  readonly names: Names;
  readonly maker: PeopleMaker;
  neighbourhood(area: ZipArea): Neighbourhood;
  /** Names of everybody in the ZIP area, in index order. */
  people(area: ZipArea): PeopleColumns;
  /** Where person `index` of the file is; a RangeError outside [0, size). */
  place(index: number): PersonPlace;
  /** The people of a household who are in the file: index of the first, and how many. */
  filers(area: ZipArea, cell: Cell, household: number): { readonly first: number; readonly count: number };
  /** What a member is to a household of the cell. */
  role(cell: Cell, household: number, member: number): Role;
  /** By origin: which households are headed by somebody of which status. */
  readonly statusPatterns: readonly StatusPattern[];
  /** The record of a person whose names are in `row` of `columns`, at an address of the ZIP area. */
  record(person: {
    readonly recordId: string;
    readonly columns: PeopleColumns;
    readonly row: number;
    /** Which member of which household the row is about: `memberEntity`. */
    readonly entity: number;
    readonly area: ZipArea;
    readonly dwelling: number;
  }): PersonRecord;
  person(index: number): Taxpayer;
}

/** The cell that holds household `household` of the ZIP area. */
export function cellOf(area: ZipArea, household: number): Cell {
  for (let i = area.cells.length - 1; i >= 0; i--) {
    const cell = area.cells[i]!;
    if (cell.households > 0 && cell.firstHousehold <= household) return cell;
  }
  throw new RangeError(`no such household in ZIP area ${area.code}: ${household} of ${area.households}`);
}

/** The taxpayer file that a scenario describes, under one seed. Costs well under a second. */
export function population(scenario: Scenario, seed: number, tables: Tables): Population {
  const assumptions = scenario.population;
  const shares = Object.fromEntries(
    householdKinds.map(({ id }) => [id, assumptions.households[id].value]),
  ) as Record<(typeof householdKinds)[number]['id'], number>;
  const pattern = householdPattern(shares, seed);
  const size = assumptions.people.value;
  const settled = layout(tables, size, pattern, seed);
  const nameTables = names(tables);
  const shareOfStatuses = statusShares(scenario, tables.origins);
  const statusPatterns = shareOfStatuses.map((ofOrigin, origin) =>
    statusPattern(ofOrigin, seed, origins[origin]!.id),
  );
  const maker = peopleMaker(
    nameTables,
    pattern,
    {
      surnameKept: origins.map(({ community }) => assumptions.surnameKeptAtMarriage[community].value),
      childNamedAfterParent: assumptions.childNamedAfterParent.value,
      birthDecades: Object.entries(assumptions.birthDecades).map(([decade, share]) => ({
        decade: Number.parseInt(decade, 10),
        weight: share.value,
      })),
      statusPatterns,
      statusShares: shareOfStatuses,
      spouseSharesStatus: assumptions.spouseSharesStatus.value,
      childOfImmigrantsUsBorn: assumptions.childOfImmigrantsUsBorn.value,
    },
    seed,
  );
  const neighbourhood = neighbourhoods(tables, seed);
  const birthdayStream = stream(seed, 'population/birthday');
  const words = new Uint32Array(4);

  const record: Population['record'] = ({ recordId, columns, row, entity, area, dwelling }) => {
    const homes = neighbourhood(area);
    const { street, houseNumber, unit } = homes.addressCode(dwelling);
    block(birthdayStream, entity, 0, words);
    return {
      recordId,
      givenName: nameTables.givenNames[columns.givenName[row]!]!,
      middleName: '',
      surname: nameTables.surname(columns.surname[row]!),
      suffix: '',
      houseNumber: String(houseNumber),
      street: homes.streetText(street),
      unit: homes.unitText(unit),
      city: area.city,
      state: area.state,
      zip: area.code,
      dateOfBirth: dayOfYear(columns.birthYear[row]!, words[0]!),
      tin: '',
    };
  };

  const place = (index: number): PersonPlace => {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(
        `no such person in the taxpayer file; an index is a whole number in [0, ${size}): ${index}`,
      );
    }
    const area = settled.area(settled.zipOf(index));
    const offset = index - area.firstPerson;
    const cell = area.cells.find((c) => offset < c.firstPerson + c.people)!;
    const inCell = offset - cell.firstPerson;
    const householdInCell = pattern.householdOf(inCell, cell.patternStart);
    return {
      area,
      cell,
      household: cell.firstHousehold + householdInCell,
      member: inCell - pattern.peopleIn(householdInCell, cell.patternStart),
    };
  };

  const filers: Population['filers'] = (area, cell, household) => {
    const inCell = household - cell.firstHousehold;
    const before = pattern.peopleIn(inCell, cell.patternStart);
    const members = householdKinds[pattern.kindOf(inCell, cell.patternStart)]!.members.length;
    return {
      first: area.firstPerson + cell.firstPerson + before,
      count: Math.min(members, cell.people - before),
    };
  };

  const role: Population['role'] = (cell, household, member) =>
    householdKinds[pattern.kindOf(household - cell.firstHousehold, cell.patternStart)]!.members[member]!;

  return {
    size,
    seed,
    layout: settled,
    names: nameTables,
    maker,
    neighbourhood,
    place,
    filers,
    role,
    statusPatterns,
    record,
    people(area) {
      const columns = peopleColumns(area.people);
      for (const cell of area.cells) {
        let row = cell.firstPerson;
        const end = cell.firstPerson + cell.people;
        for (let household = 0; row < end; household++) {
          row += maker.fillHousehold(area, cell, household, end - row, columns, row);
        }
      }
      return columns;
    },
    person(index) {
      const { area, cell, household, member } = place(index);
      const householdInCell = household - cell.firstHousehold;
      const { count } = filers(area, cell, household);
      const columns = peopleColumns(count);
      maker.fillHousehold(area, cell, householdInCell, count, columns, 0);
      const dwelling = neighbourhood(area).dwellingOf(household);
      return {
        index,
        record: record({
          recordId: String(index),
          columns,
          row: member,
          entity: memberEntity(area, cell, household, member),
          area,
          dwelling,
        }),
        origin: origins[cell.origin]!.id,
        status: statuses[columns.status[member]!]!.id,
        role: role(cell, household, member),
      };
    },
  };
}

/** A date of the year, every day alike; 29 February is left to those who need it. */
function dayOfYear(year: number, word: number): string {
  return `${year}-${days[below(word, days.length)]!}`;
}

const days: readonly string[] = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(5, 10),
);
