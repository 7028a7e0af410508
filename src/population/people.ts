/**
 * The people of a household: surname, given name, sex and year of birth, from (seed, household) alone.
 *
 * A household has one family surname, drawn within its community; spouses share it unless the wife kept her
 * own, children inherit it, housemates have their own. Given names follow community, sex and decade of birth.
 * Everything is written as codes into columns, which serve one household as well as a whole ZIP area.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import { communities } from './communities.ts';
import { type HouseholdPattern, householdKinds, largestHousehold, type Role } from './household-pattern.ts';
import type { Cell, ZipArea } from './layout.ts';
import type { Names } from './names.ts';

/** Columns of people, one row a person. `household` counts from the first of the ZIP area. */
export interface PeopleColumns {
  readonly surname: Int32Array;
  readonly givenName: Int32Array;
  readonly sex: Uint8Array;
  readonly birthYear: Int16Array;
  readonly household: Int32Array;
}

export function peopleColumns(rows: number): PeopleColumns {
  return {
    surname: new Int32Array(rows),
    givenName: new Int32Array(rows),
    sex: new Uint8Array(rows),
    birthYear: new Int16Array(rows),
    household: new Int32Array(rows),
  };
}

/** What the scenario assumes about families. */
export interface FamilyAssumptions {
  /** Chance that a wife kept her surname, by place of the community in `communities`. */
  readonly surnameKept: readonly number[];
  /** Chance that a child who files bears the given name of the parent of the same sex. */
  readonly childNamedAfterParent: number;
  /** Weight of each decade of birth (1920, 1930 ...) among primary filers. */
  readonly birthDecades: readonly { readonly decade: number; readonly weight: number }[];
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
  /** Somebody of the community who lives with the household but is not on a tax return: never one of its filers. */
  fillResident(
    area: ZipArea,
    cell: Cell,
    household: number,
    ownSurname: boolean,
    columns: PeopleColumns,
    row: number,
  ): void;
}

/** Households a community of a ZIP area may have at most, for the sake of one number per household of the country. */
const HOUSEHOLDS_PER_CELL = 2 ** 20;
const LAST_BIRTH_YEAR = 2007;
const LAST_PARENT_BIRTH_YEAR = LAST_BIRTH_YEAR - 20;
const FEMALE = 0;
const MALE = 1;

/**
 * One number for every member of every household of the country: the entity of their random streams. It counts
 * households within their community, so that another community's size changes nobody. Member `largestHousehold`
 * is the resident who does not file.
 */
export function memberEntity(area: ZipArea, cell: Cell, household: number, member: number): number {
  const cellNumber = area.zip * communities.length + cell.community;
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
  const drawSurname = (community: number, entity: number, words: Uint32Array) => {
    rareEntity = entity;
    return names.drawSurname(community, words, rareWords);
  };

  /** Fills `own` with the member's words and writes given name and the rest; the surname is the caller's. */
  const writeMember = (
    columns: PeopleColumns,
    row: number,
    household: number,
    community: number,
    sex: number,
    birthYear: number,
  ) => {
    columns.household[row] = household;
    columns.sex[row] = sex;
    columns.birthYear[row] = birthYear;
    columns.givenName[row] = names.drawGivenName(community, sex, birthYear, own[0]!, own[1]!);
  };

  const ownSurname = (community: number, entity: number) => {
    block(ownNameStream, entity, 0, other);
    return drawSurname(community, entity, other);
  };

  return {
    fillHousehold(area, cell, householdInCell, limit, columns, row) {
      const { community } = cell;
      const household = cell.firstHousehold + householdInCell;
      const roles: readonly Role[] =
        householdKinds[pattern.kindOf(householdInCell, cell.patternStart)]!.members;
      const count = Math.min(limit, roles.length);
      const ofFamily = familyEntity(area, cell, household);
      block(householdStream, ofFamily, 0, family);
      const isCouple = roles[1] === 'spouse';
      const years = roles.includes('child') ? parentYear : anyYear;
      const primaryYear = years.first + pick(years.table, family[2]!, family[3]!);
      const surname = drawSurname(community, ofFamily, family);

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
        writeMember(columns, row + member, household, community, sex, birthYear);
        const isWife = isCouple && member < 2 && sex === FEMALE;
        const hasOwn = role === 'housemate' || (isWife && chance < assumptions.surnameKept[community]!);
        columns.surname[row + member] = hasOwn ? ownSurname(community, self) : surname;
        if (role === 'child' && chance < assumptions.childNamedAfterParent) {
          const namesake = columns.sex[row] === sex ? row : isCouple ? row + 1 : -1;
          if (namesake >= 0) columns.givenName[row + member] = columns.givenName[namesake]!;
        }
      }
      return count;
    },

    fillResident(area, cell, householdInCell, hasOwnSurname, columns, row) {
      const { community } = cell;
      const household = cell.firstHousehold + householdInCell;
      const self = memberEntity(area, cell, household, largestHousehold);
      block(memberStream, self, 0, own);
      block(ownNameStream, self, 1, other);
      const birthYear = anyYear.first + pick(anyYear.table, other[0]!, other[1]!);
      writeMember(columns, row, household, community, own[3]! & 1, birthYear);
      if (hasOwnSurname) {
        columns.surname[row] = ownSurname(community, self);
      } else {
        const ofFamily = familyEntity(area, cell, household);
        block(householdStream, ofFamily, 0, family);
        columns.surname[row] = drawSurname(community, ofFamily, family);
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
