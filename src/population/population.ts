/**
 * The taxpayer file: a pure function from (assumptions, seed, index) to a person. Nothing is stored but the
 * counts of who lives where; a record can be made alone, in any order, by any worker, twice.
 *
 * `people(area)` makes the names of a whole ZIP area as columns of codes, for linkage; `person(index)` makes
 * one person whole, `household(index)` everybody at a dwelling, those who do not file among them. All fill
 * households through the same maker, so they cannot disagree.
 */

import type { Scenario } from '../scenario/schema.ts';
import { type AddressCode, type Neighbourhood, neighbourhoods } from './addresses.ts';
import { birthdays, type DateOfBirth } from './birthdays.ts';
import { compositionOf, type HouseholdsOfOrigin, householdInCell } from './cell-households.ts';
import { familyAssumptions } from './family-assumptions.ts';
import { type FilingErrors, filingErrors } from './filing-errors.ts';
import { type Household, wholeHousehold } from './household.ts';
import { type Filing, type Member, type Role, returnNumbers } from './household-members.ts';
import { type IdentifierKind, identifiers } from './identifiers.ts';
import { lateAddress } from './late-address.ts';
import { type Cell, cellOf, type Layout, layout, type ZipArea } from './layout.ts';
import type { LayoutCounts } from './layout-counts.ts';
import { memberEntity } from './member-entity.ts';
import { type Names, names } from './names.ts';
import { type HouseholdNames, householdNames } from './naming/household-names.ts';
import { type FullName, nameWriter, type WrittenName } from './naming/written-name.ts';
import { type OriginId, origins } from './origins.ts';
import { type PeopleMaker, peopleMaker } from './people.ts';
import { type PeopleColumns, peopleColumns } from './people-columns.ts';
import type { PersonRecord } from './record.ts';
import { scenarioHouseholds } from './scenario-households.ts';
import { type StatusId, statuses, statusShares } from './statuses.ts';
import type { Tables } from './tables.ts';
import { taxpayerNumbers } from './taxpayer-numbers.ts';

const noAddress = { houseNumber: '', street: '', unit: '' };

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
  /** The person's own name in full; the record has it as filed. */
  readonly writtenName: WrittenName;
  readonly origin: OriginId;
  readonly status: StatusId;
  readonly role: Role;
  readonly filing: Filing;
  /** Which household of the country, and which of its returns, from 0. */
  readonly household: number;
  readonly returnNumber: number;
  readonly identifier: IdentifierKind;
}

/** What is dear to make of a population and the same in every thread: plain data, in memory that threads share. */
export interface SharedPopulation {
  /** `preparedNames` of the tables. */
  readonly names: SharedArrayBuffer;
  readonly counts: LayoutCounts;
}

export interface Population {
  /** People in the file: primary filers and spouses. */
  readonly size: number;
  /** Households of the country, with or without a filer. */
  readonly households: number;
  readonly seed: number;
  readonly layout: Layout;
  /** For another thread to make the same population. */
  readonly shared: SharedPopulation;
  readonly names: Names;
  readonly maker: PeopleMaker;
  /** The whole name of a household's member, in full and as filed. */
  readonly nameOf: HouseholdNames['nameOf'];
  readonly filedMiddleName: HouseholdNames['filedMiddleName'];
  readonly writtenName: HouseholdNames['writtenName'];
  readonly otherSurnames: HouseholdNames['otherSurnames'];
  /** What is wrong with the returns, and how old they are. */
  readonly filing: FilingErrors;
  neighbourhood(area: ZipArea): Neighbourhood;
  /** Names of everybody in the ZIP area, in index order. */
  people(area: ZipArea): PeopleColumns;
  /** Where person `index` of the file is; a RangeError outside [0, size). */
  place(index: number): PersonPlace;
  /** The people of a household who are in the file: index of the first, and how many. */
  filers(area: ZipArea, cell: Cell, household: number): { readonly first: number; readonly count: number };
  /** The members of a household of the ZIP area, but for a resident. */
  members(area: ZipArea, cell: Cell, household: number): readonly Member[];
  /** By origin: what its households follow. */
  readonly householdsOf: readonly HouseholdsOfOrigin[];
  /** Kind of taxpayer number of the member with this entity. */
  identifier(status: number, filing: Filing, entity: number): IdentifierKind;
  /** The number of a person of the file, nine digits from never-issued ranges; empty for a kind of none. */
  taxpayerNumber(kind: IdentifierKind, index: number): string;
  /** The date of birth of the person in a row, YYYY-MM-DD; `entity` is their `memberEntity`. */
  readonly dateOfBirth: DateOfBirth;
  /** The record of a person whose codes are in `row` of `columns`, at an address of the ZIP area. */
  record(person: {
    readonly recordId: string;
    /** The name fields, of `nameOf`; without them given name and surname are as listed. */
    readonly name?: FullName;
    readonly columns: PeopleColumns;
    readonly row: number;
    /** Which member of which household the row is about: `memberEntity`. */
    readonly entity: number;
    readonly area: ZipArea;
    /** Of the ZIP area: `addressCode` of a dwelling, or `filedCode` as on a return; left blank without. */
    readonly address?: AddressCode;
    /** Nine digits, as `taxpayerNumber` gives them; left blank without. */
    readonly tin?: string;
  }): PersonRecord;
  person(index: number): Taxpayer;
  /** Places of that person in `statuses` and `origins`: cheaper, for no name is written. */
  kindOf(index: number): { readonly status: number; readonly origin: number };
  /** Everybody at a dwelling; a RangeError outside [0, households). */
  household(index: number): Household;
}

/**
 * The taxpayer file that a scenario describes, under one seed. Costs some tenths of a second.
 * @param counts those of the same population, made in another thread
 */
export function population(
  scenario: Scenario,
  seed: number,
  tables: Tables,
  counts?: LayoutCounts,
): Population {
  const assumptions = scenario.population;
  const size = assumptions.people.value;
  const shareOfStatuses = statusShares(scenario, tables.origins);
  const householdsOf = scenarioHouseholds(scenario, shareOfStatuses, seed);
  const settled = layout(tables, size, householdsOf, seed, assumptions.puertoRicoFiling.value, counts);
  const nameTables = names(tables);
  const maker = peopleMaker(nameTables, householdsOf, familyAssumptions(scenario, shareOfStatuses), seed);
  const naming = householdNames(nameWriter(tables, nameTables, assumptions, seed), maker, householdsOf);
  const identifier = identifiers(
    {
      unauthorizedFilers: assumptions.itin.unauthorizedFilers.value,
      unauthorizedOthers: assumptions.itin.unauthorizedOthers.value,
      otherLawful: assumptions.itin.otherLawful.value,
    },
    seed,
  );
  const neighbourhood = neighbourhoods(tables, assumptions.addresses, seed);
  const filing = filingErrors(assumptions.irs, seed);
  const numbers = taxpayerNumbers(seed);
  const taxpayerNumber: Population['taxpayerNumber'] = (kind, index) =>
    kind === 'none' ? '' : numbers(kind, index);
  const dateOfBirth = birthdays(seed);

  const record: Population['record'] = ({
    recordId,
    name,
    columns,
    row,
    entity,
    area,
    address,
    tin = '',
  }) => {
    return {
      recordId,
      givenName: name?.givenName ?? nameTables.givenNames[columns.givenName[row]!]!,
      middleName: name?.middleName ?? '',
      surname: name?.surname ?? nameTables.surname(columns.surname[row]!),
      suffix: name?.suffix ?? '',
      ...(address === undefined ? noAddress : neighbourhood(area).addressText(address)),
      city: area.city,
      state: area.state,
      zip: area.code,
      dateOfBirth: dateOfBirth(columns, row, entity),
      tin,
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
    const { pattern } = householdsOf[cell.origin]!;
    const household = pattern.householdOf(inCell, cell.patternStart);
    return {
      area,
      cell,
      household: cell.firstHousehold + household,
      member: inCell - pattern.peopleIn(household, cell.patternStart),
    };
  };

  const filers: Population['filers'] = (area, cell, household) => {
    const inCell = householdInCell(area, cell, household);
    if (inCell >= cell.households) return { first: -1, count: 0 };
    const of = householdsOf[cell.origin]!;
    return {
      first: area.firstPerson + cell.firstPerson + of.pattern.peopleIn(inCell, cell.patternStart),
      count: compositionOf(of, cell, inCell).filers,
    };
  };

  const world: Population = {
    size,
    households: settled.households,
    seed,
    layout: settled,
    shared: { names: tables.preparedNames, counts: settled.counts },
    names: nameTables,
    maker,
    nameOf: naming.nameOf,
    filedMiddleName: naming.filedMiddleName,
    writtenName: naming.writtenName,
    otherSurnames: naming.otherSurnames,
    filing,
    neighbourhood,
    place,
    filers,
    members: (area, cell, household) =>
      compositionOf(householdsOf[cell.origin]!, cell, householdInCell(area, cell, household)).members,
    householdsOf,
    identifier,
    taxpayerNumber,
    dateOfBirth,
    record,
    people(area) {
      const columns = peopleColumns(area.people);
      maker.fillArea(area, columns);
      naming.fillForms(area, columns);
      return columns;
    },
    person(index) {
      const { area, cell, household, member } = place(index);
      const inCell = household - cell.firstHousehold;
      const of = compositionOf(householdsOf[cell.origin]!, cell, inCell);
      const columns = peopleColumns(of.filers);
      maker.fillHousehold(area, cell, inCell, of.filers, columns, 0);
      const entity = memberEntity(area, cell, household, member);
      const { role, filing: filesAs } = of.members[member]!;
      const name = naming.nameOf(area, cell, household, member);
      const holds = identifier(columns.status[member]!, filesAs, entity);
      const named = record({
        recordId: String(index),
        name: name.filed,
        columns,
        row: member,
        entity,
        area,
        tin: taxpayerNumber(holds, index),
      });
      return {
        index,
        writtenName: name.written,
        record: lateAddress(filing.asFiled(named, area, cell, household, index - area.firstPerson), () => {
          const homes = neighbourhood(area);
          const home = homes.filedCode(homes.dwellingOf(household));
          return filing.filedAddress(area, cell, household, homes.addressText(home));
        }),
        origin: origins[cell.origin]!.id,
        status: statuses[columns.status[member]!]!.id,
        role,
        filing: filesAs,
        household: area.firstHousehold + household,
        returnNumber: returnNumbers(of.members)[member]!,
        identifier: holds,
      };
    },
    kindOf(index) {
      const { area, cell, household, member } = place(index);
      const columns = peopleColumns(member + 1);
      maker.fillHousehold(area, cell, household - cell.firstHousehold, member + 1, columns, 0);
      return { status: columns.status[member]!, origin: cell.origin };
    },
    household(index) {
      if (!Number.isInteger(index) || index < 0 || index >= settled.households) {
        throw new RangeError(
          `no such household; an index is a whole number in [0, ${settled.households}): ${index}`,
        );
      }
      const area = settled.area(settled.zipOfHousehold(index));
      const household = index - area.firstHousehold;
      return wholeHousehold(world, area, cellOf(area, household), household);
    },
  };
  return world;
}
