/**
 * The people of a household: names, sex, year of birth and status, from (seed, household) alone.
 *
 * A household has one family surname, drawn within its origin; spouses share it unless the wife kept her own,
 * children inherit it, housemates have their own. Given names follow origin, birthplace, sex and decade of birth.
 * Statuses go together in a household, so that families of mixed status come out of its structure.
 * Everything is written as codes into columns, which serve one household as well as a whole ZIP area.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import { type HouseholdPattern, householdKinds, largestHousehold, type Role } from './household-pattern.ts';
import type { Cell, ZipArea } from './layout.ts';
import type { Names } from './names.ts';
import { origins } from './origins.ts';
import type { StatusPattern } from './status-pattern.ts';
import { unauthorized, usBornCitizen } from './statuses.ts';

/** Columns of people, one row a person. `household` counts from the first of the ZIP area. */
export interface PeopleColumns {
  readonly surname: Int32Array;
  readonly givenName: Int32Array;
  readonly sex: Uint8Array;
  readonly birthYear: Int16Array;
  readonly household: Int32Array;
  /** Place in `statuses`. */
  readonly status: Uint8Array;
}

export function peopleColumns(rows: number): PeopleColumns {
  return {
    surname: new Int32Array(rows),
    givenName: new Int32Array(rows),
    sex: new Uint8Array(rows),
    birthYear: new Int16Array(rows),
    household: new Int32Array(rows),
    status: new Uint8Array(rows),
  };
}

/** What the scenario assumes about families. */
export interface FamilyAssumptions {
  /** Chance that a wife kept her surname, by place of the origin in `origins`. */
  readonly surnameKept: readonly number[];
  /** Chance that a child who files bears the given name of the parent of the same sex. */
  readonly childNamedAfterParent: number;
  /** Weight of each decade of birth (1920, 1930 ...) among primary filers. */
  readonly birthDecades: readonly { readonly decade: number; readonly weight: number }[];
  /** By origin, who is how often of which status; of primary filers in a pattern, of housemates drawn. */
  readonly statusPatterns: readonly StatusPattern[];
  readonly statusShares: readonly (readonly number[])[];
  /** Chance that husband and wife are of one status; else the spouse's is drawn. */
  readonly spouseSharesStatus: number;
  /** Chance that a child of a parent born abroad was born here; else the child has the parent's status. */
  readonly childOfImmigrantsUsBorn: number;
}

export interface PeopleMaker {
  /**
   * Writes the first `limit` members of household `household` of `cell` to rows `row`, `row + 1` ... and
   * returns how many were written.
   */
  fillHousehold(
    area: ZipArea,
    cell: Cell,
    household: number,
    limit: number,
    columns: PeopleColumns,
    row: number,
  ): number;
  /** Somebody without lawful status who lives with the household and is not on a tax return: never one of its filers. */
  fillResident(
    area: ZipArea,
    cell: Cell,
    household: number,
    ownSurname: boolean,
    columns: PeopleColumns,
    row: number,
  ): void;
}

/** Households an origin of a ZIP area may have at most, for the sake of one number per household of the country. */
const HOUSEHOLDS_PER_CELL = 2 ** 20;
const LAST_BIRTH_YEAR = 2007;
const LAST_PARENT_BIRTH_YEAR = LAST_BIRTH_YEAR - 20;
const FEMALE = 0;
const MALE = 1;

/**
 * One number for every member of every household of the country: the entity of their random streams. It counts
 * households within their origin, so that another origin's size changes nobody. Member `largestHousehold`
 * is the resident who does not file.
 */
export function memberEntity(area: ZipArea, cell: Cell, household: number, member: number): number {
  const cellNumber = area.zip * origins.length + cell.origin;
  return (cellNumber * HOUSEHOLDS_PER_CELL + household - cell.firstHousehold) * 8 + member;
}

/** The entity of draws that belong to the family as a whole. */
const familyEntity = (area: ZipArea, cell: Cell, household: number) => memberEntity(area, cell, household, 7);

export function peopleMaker(
  names: Names,
  pattern: HouseholdPattern,
  assumptions: FamilyAssumptions,
  seed: number,
): PeopleMaker {
  const householdStream = stream(seed, 'population/household');
  const memberStream = stream(seed, 'population/member');
  const ownNameStream = stream(seed, 'population/own-surname');
  const rareStream = stream(seed, 'population/rare-surname');
  const statusStream = stream(seed, 'population/status');
  const statusTables = assumptions.statusShares.map(aliasTable);
  const anyYear = birthYears(assumptions.birthDecades, LAST_BIRTH_YEAR);
  const parentYear = birthYears(assumptions.birthDecades, LAST_PARENT_BIRTH_YEAR);

  const family = new Uint32Array(4);
  const own = new Uint32Array(4);
  const other = new Uint32Array(4);
  const rare = new Uint32Array(4);
  let rareEntity = 0;
  const rareWords = () => {
    block(rareStream, rareEntity, 0, rare);
    return rare;
  };
  const drawSurname = (origin: number, entity: number, words: Uint32Array) => {
    rareEntity = entity;
    return names.drawSurname(origin, words, rareWords);
  };

  /** Fills `own` with the member's words and writes given name and the rest; the surname is the caller's. */
  const writeMember = (
    columns: PeopleColumns,
    row: number,
    household: number,
    origin: number,
    status: number,
    sex: number,
    birthYear: number,
  ) => {
    columns.household[row] = household;
    columns.status[row] = status;
    columns.sex[row] = sex;
    columns.birthYear[row] = birthYear;
    columns.givenName[row] = names.drawGivenName(
      origin,
      status === usBornCitizen,
      sex,
      birthYear,
      own[0]!,
      own[1]!,
    );
  };

  const ownSurname = (origin: number, entity: number) => {
    block(ownNameStream, entity, 0, other);
    return drawSurname(origin, entity, other);
  };

  const otherStatus = (origin: number, role: Role, primaryStatus: number, entity: number) => {
    if (role === 'child' && primaryStatus === usBornCitizen) return usBornCitizen;
    block(statusStream, entity, 0, other);
    const chance = uniform(other[2]!);
    if (role === 'child') return chance < assumptions.childOfImmigrantsUsBorn ? usBornCitizen : primaryStatus;
    if (role === 'spouse' && chance < assumptions.spouseSharesStatus) return primaryStatus;
    return pick(statusTables[origin]!, other[0]!, other[1]!);
  };

  return {
    fillHousehold(area, cell, householdInCell, limit, columns, row) {
      const { origin } = cell;
      const household = cell.firstHousehold + householdInCell;
      const roles: readonly Role[] =
        householdKinds[pattern.kindOf(householdInCell, cell.patternStart)]!.members;
      const count = Math.min(limit, roles.length);
      const ofFamily = familyEntity(area, cell, household);
      block(householdStream, ofFamily, 0, family);
      const isCouple = roles[1] === 'spouse';
      const years = roles.includes('child') ? parentYear : anyYear;
      const primaryStatus = assumptions.statusPatterns[origin]!.statusOf(householdInCell, cell.statusStart);
      const primaryYear = years.first + pick(years.table, family[2]!, family[3]!);
      const surname = drawSurname(origin, ofFamily, family);

      for (let member = 0; member < count; member++) {
        const role = roles[member]!;
        const self = memberEntity(area, cell, household, member);
        block(memberStream, self, 0, own);
        let sex = own[3]! & 1;
        const chance = uniform(own[3]!);
        let birthYear = primaryYear;
        if (role === 'spouse') {
          sex = columns.sex[row]! === MALE ? FEMALE : MALE;
          birthYear = spouseYear(primaryYear, own[2]!);
        } else if (role === 'child') {
          birthYear = childYear(primaryYear, own[2]!);
        } else if (role === 'housemate') {
          block(ownNameStream, self, 1, other);
          birthYear = anyYear.first + pick(anyYear.table, other[0]!, other[1]!);
        }
        const status = role === 'primary' ? primaryStatus : otherStatus(origin, role, primaryStatus, self);
        writeMember(columns, row + member, household, origin, status, sex, birthYear);
        const isWife = isCouple && member < 2 && sex === FEMALE;
        const hasOwn = role === 'housemate' || (isWife && chance < assumptions.surnameKept[origin]!);
        columns.surname[row + member] = hasOwn ? ownSurname(origin, self) : surname;
        if (role === 'child' && chance < assumptions.childNamedAfterParent) {
          const namesake = columns.sex[row] === sex ? row : isCouple ? row + 1 : -1;
          if (namesake >= 0) columns.givenName[row + member] = columns.givenName[namesake]!;
        }
      }
      return count;
    },

    fillResident(area, cell, householdInCell, hasOwnSurname, columns, row) {
      const { origin } = cell;
      const household = cell.firstHousehold + householdInCell;
      const self = memberEntity(area, cell, household, largestHousehold);
      block(memberStream, self, 0, own);
      block(ownNameStream, self, 1, other);
      const birthYear = anyYear.first + pick(anyYear.table, other[0]!, other[1]!);
      writeMember(columns, row, household, origin, unauthorized, own[3]! & 1, birthYear);
      if (hasOwnSurname) {
        columns.surname[row] = ownSurname(origin, self);
      } else {
        const ofFamily = familyEntity(area, cell, household);
        block(householdStream, ofFamily, 0, family);
        columns.surname[row] = drawSurname(origin, ofFamily, family);
      }
    },
  };
}

/** Spouses are up to 8 years apart, near ages likelier: triangular, from the two halves of a word. */
function spouseYear(primaryYear: number, word: number): number {
  const apart = Math.floor((((word >>> 16) + (word & 0xffff)) / 65_536) * 8) - 8;
  // A spouse too young to be in the file is as much older instead.
  return primaryYear + apart > LAST_BIRTH_YEAR ? primaryYear - apart : primaryYear + apart;
}

/** Parents are 20 to 37 years older, evenly over the ages at which the child is old enough to be in the file. */
function childYear(parentYear: number, word: number): number {
  const ages = Math.min(18, LAST_BIRTH_YEAR - (parentYear + 20) + 1);
  return parentYear + 20 + below(word, ages);
}

/** Years of birth by decade weights, even within a decade, none after `last`. */
function birthYears(
  decades: FamilyAssumptions['birthDecades'],
  last: number,
): { readonly first: number; readonly table: AliasTable } {
  const first = decades[0]!.decade;
  const weights = new Float64Array(last - first + 1);
  for (const { decade, weight } of decades) {
    const end = Math.min(decade + 9, LAST_BIRTH_YEAR);
    for (let year = decade; year <= Math.min(end, last); year++)
      weights[year - first] = weight / (end - decade + 1);
  }
  return { first, table: aliasTable(weights) };
}
