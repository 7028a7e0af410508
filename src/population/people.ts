/**
 * The people of a household: names, sex, year of birth and status, from (seed, household) alone.
 *
 * A household has one family surname, drawn within its origin; spouses share it unless the wife kept her own,
 * children inherit the father's, a parent at home has that of the side of the family it is of, partners and
 * housemates have their own. Given names follow origin, birthplace, sex and decade of birth; brothers have different
 * ones, and so have fathers and sons but for the sons who are named for the father, daughters likewise.
 * Everything is written as codes into columns, which serve one household as well as a whole ZIP area: first all but the
 * names, which are ordered (name-orders.ts); then the names of as many people as there are; then those of children,
 * who must not be called like each other.
 */

import { below, block, stream, uniform } from '../random/stream.ts';
import { childYear, parentYear, siblingYear, spouseYear } from './birth-years.ts';
import { compositionOf, type HouseholdsOfOrigin, householderStatus } from './cell-households.ts';
import type { Composition, Member } from './household-members.ts';
import { type KinStatusAssumptions, kinStatus } from './kin-status.ts';
import type { Cell, ZipArea } from './layout.ts';
import { familyEntity, familyOf, memberEntity, residentMember } from './member-entity.ts';
import { nameOrders } from './name-orders.ts';
import type { Names } from './names.ts';
import { type PeopleColumns, relationOf } from './people-columns.ts';
import { unauthorized } from './statuses.ts';

/** What the scenario assumes about families. */
export interface FamilyAssumptions extends KinStatusAssumptions {
  /** Chance that a wife kept her surname, by place of the origin in `origins`. */
  readonly surnameKept: readonly number[];
  /** Chance that a child bears the given name of the parent of the same sex; one child of a household at most. */
  readonly namedAfterParent: { readonly son: number; readonly daughter: number };
  /** Chance that a lone parent is the mother. */
  readonly loneMothers: number;
  /** Chance that the children have a surname of their own: stepchildren, and children of lone mothers. */
  readonly otherSurname: { readonly couple: number; readonly loneMother: number };
  /** Chance that two neighbouring children are twins. */
  readonly twins: number;
  /** Chance that a resident bears the surname of the household. */
  readonly residentSharesSurname: number;
}

export interface PeopleMaker {
  /**
   * Writes the first `limit` members of household `inCell` of `cell` to rows `row`, `row + 1` ... and returns how
   * many were written. Households from `cell.households` on are those in which nobody files.
   */
  fillHousehold(
    area: ZipArea,
    cell: Cell,
    inCell: number,
    limit: number,
    columns: PeopleColumns,
    row: number,
  ): number;
  /** The same of the filers of all filing households of the area, in the order of its cells. */
  fillArea(area: ZipArea, columns: PeopleColumns): void;
  /** The resident of a filing household: without lawful status, and never on a tax return. */
  fillResident(area: ZipArea, cell: Cell, inCell: number, columns: PeopleColumns, row: number): void;
  /** Sex and year of birth of a householder, or of the resident, and no names: for whoever looks for somebody. */
  fillSexAndYear(
    who: 'householder' | 'resident',
    area: ZipArea,
    cell: Cell,
    inCell: number,
    columns: PeopleColumns,
    row: number,
  ): void;
}

const FEMALE = 0;
const MALE = 1;

export function peopleMaker(
  names: Names,
  householdsOf: readonly HouseholdsOfOrigin[],
  assumptions: FamilyAssumptions,
  seed: number,
): PeopleMaker {
  const householdStream = stream(seed, 'population/household');
  const memberStream = stream(seed, 'population/member');
  const childrenStream = stream(seed, 'population/children');
  const residentStream = stream(seed, 'population/resident');
  const ownNameStream = stream(seed, 'population/own-surname');
  const orders = nameOrders(names, seed);
  const statusOfKin = kinStatus(assumptions, seed);
  const { namedAfterParent, otherSurname } = assumptions;
  const namedAfterAtMost = Math.max(namedAfterParent.son, namedAfterParent.daughter);

  const family = new Uint32Array(4);
  const events = new Uint32Array(4);
  const own = new Uint32Array(4);
  const other = new Uint32Array(4);
  /** Orders the surname that a person was born with, where it is not the family's. */
  const ownSurname = (origin: number, entity: number) => {
    block(ownNameStream, entity, 0, other);
    return orders.surname(origin, entity, other);
  };
  const anyYear = (origin: number, entity: number) => {
    block(ownNameStream, entity, 1, other);
    return householdsOf[origin]!.birthYears.adult(other[0]!, other[1]!);
  };
  /** The child named for a parent: its place, or -1. Reads `events`, made for the family; spoils `own`. */
  const namesakeOf = (
    { childPlaces, isCouple }: Composition,
    firstEntity: number,
    householderSex: number,
  ) => {
    const chance = uniform(events[0]!) / childPlaces.length;
    if (chance >= namedAfterAtMost) return -1;
    const place = childPlaces[below(events[1]!, childPlaces.length)]!;
    block(memberStream, firstEntity + place, 0, own);
    const sex = own[3]! & 1;
    const isNamed = chance < (sex === MALE ? namedAfterParent.son : namedAfterParent.daughter);
    return isNamed && (isCouple || sex === householderSex) ? place : -1;
  };

  /** Writes the members but for their names, and orders these. */
  const outline = (
    area: ZipArea,
    cell: Cell,
    inCell: number,
    composition: Composition,
    limit: number,
    columns: PeopleColumns,
    row: number,
  ): number => {
    const { origin } = cell;
    const of = householdsOf[origin]!;
    const { members, isMarried, isCouple, childPlaces, ageClass } = composition;
    const household =
      inCell < cell.households
        ? cell.firstHousehold + inCell
        : cell.firstNonFiling + inCell - cell.households;
    const count = Math.min(limit, members.length);
    const status = householderStatus(of, cell, inCell);
    const firstEntity = memberEntity(area, cell, household, 0);
    const ofFamily = familyOf(firstEntity);
    block(householdStream, ofFamily, 0, family);
    const surname = orders.surname(origin, ofFamily, family);
    const year =
      composition.filers > 0
        ? of.birthYears.householder(ageClass, family[2]!, family[3]!)
        : of.birthYears.nonFiler(ageClass, status === unauthorized, family[2]!, family[3]!);
    const hasChildren = childPlaces.length > 0;
    const isLoneParent = hasChildren && !isCouple;
    let namesake = -1;
    let namesakeSex = -1;

    for (let place = 0; place < count; place++) {
      const { role, filing }: Member = members[place]!;
      const at = row + place;
      const self = firstEntity + place;
      block(memberStream, self, 0, own);
      const chance = uniform(own[3]!);
      let sex = own[3]! & 1;
      let birthYear = year;
      let bears = surname;
      let memberStatus = status;
      columns.household[at] = household;
      columns.namedAfter[at] = 0;
      columns.isTwin[at] = 0;
      if (place === 0) {
        if (isLoneParent) sex = chance < assumptions.loneMothers ? FEMALE : MALE;
        if (isMarried && sex === FEMALE && chance < assumptions.surnameKept[origin]!) {
          bears = ownSurname(origin, self);
        }
      } else if (role === 'spouse' || role === 'partner') {
        sex = columns.sex[row]! === MALE ? FEMALE : MALE;
        birthYear = spouseYear(year, ageClass, own[2]!);
        memberStatus = statusOfKin(origin, role, status, -1, self);
        if (role === 'partner' || (sex === FEMALE && chance < assumptions.surnameKept[origin]!)) {
          bears = ownSurname(origin, self);
        }
      } else if (role === 'child' || role === 'minor') {
        const motherYear = isCouple && columns.sex[row] === MALE ? columns.birthYear[row + 1]! : year;
        const youngest = isCouple ? Math.max(year, columns.birthYear[row + 1]!) : year;
        const kind = role === 'minor' ? 'minor' : filing === 'dependant-who-files' ? 'dependant' : 'grown';
        birthYear = childYear(kind, motherYear, youngest, own[2]!);
        memberStatus = statusOfKin(origin, role, status, isCouple ? columns.status[row + 1]! : -1, self);
        if (place === composition.secondOfPair && uniform(events[2]!) < assumptions.twins) {
          birthYear = columns.birthYear[at - 1]!;
          columns.isTwin[at] = 1;
        }
        const isLoneMother = isLoneParent && columns.sex[row] === FEMALE;
        if (uniform(events[3]!) < (isLoneMother ? otherSurname.loneMother : otherSurname.couple)) {
          bears = ownSurname(origin, ofFamily);
        } else if (isCouple && !isMarried && columns.sex[row] === FEMALE) {
          bears = columns.surname[row + 1]!;
        }
      } else if (role === 'parent') {
        // Of the spouse's side with even chance; the mother's side has the name that she was born with.
        const side = isMarried && own[3]! & 2 ? 1 : 0;
        birthYear = parentYear(columns.birthYear[row + side]!, own[2]!);
        memberStatus = statusOfKin(origin, role, columns.status[row + side]!, -1, self);
        if (isMarried && columns.sex[row + side] === FEMALE) bears = ownSurname(origin, firstEntity + side);
      } else {
        memberStatus = statusOfKin(origin, role, status, -1, self);
        birthYear = role === 'sibling' ? siblingYear(year, own[2]!) : anyYear(origin, self);
        if (role === 'housemate' || (role === 'relative' && chance < 0.5)) bears = ownSurname(origin, self);
      }
      columns.sex[at] = sex;
      columns.birthYear[at] = birthYear;
      columns.status[at] = memberStatus;
      columns.surname[at] = bears;
      orders.givenName(origin, columns, at, own);
      if (place === 0 && hasChildren) {
        block(childrenStream, ofFamily, 0, events);
        namesake = namesakeOf(composition, firstEntity, sex);
        namesakeSex = namesake < 0 ? -1 : own[3]! & 1;
        if (namesakeSex === sex) columns.namedAfter[at] = relationOf.parentOfNamesake;
      } else if (place === namesake) columns.namedAfter[at] = relationOf.namedAfterParent;
      else if (place === 1 && isCouple && namesakeSex === sex)
        columns.namedAfter[at] = relationOf.parentOfNamesake;
    }
    if (hasChildren && childPlaces[0]! < count) {
      orders.children({ row, count, origin, firstEntity, composition });
    }
    return count;
  };

  /** The same of the resident of a filing household. */
  const outlineResident = (
    area: ZipArea,
    cell: Cell,
    inCell: number,
    columns: PeopleColumns,
    row: number,
  ) => {
    const { origin } = cell;
    const household = cell.firstHousehold + inCell;
    const self = memberEntity(area, cell, household, residentMember);
    block(memberStream, self, 0, own);
    columns.household[row] = household;
    columns.status[row] = unauthorized;
    columns.sex[row] = own[3]! & 1;
    columns.birthYear[row] = anyYear(origin, self);
    columns.namedAfter[row] = 0;
    columns.isTwin[row] = 0;
    orders.givenName(origin, columns, row, own);
    block(residentStream, self, 0, other);
    if (uniform(other[0]!) < assumptions.residentSharesSurname) {
      const ofFamily = familyEntity(area, cell, household);
      block(householdStream, ofFamily, 0, family);
      columns.surname[row] = orders.surname(origin, ofFamily, family);
    } else columns.surname[row] = ownSurname(origin, self);
  };
  const compositionIn = (cell: Cell, inCell: number) =>
    compositionOf(householdsOf[cell.origin]!, cell, inCell);

  return {
    fillHousehold(area, cell, inCell, limit, columns, row) {
      orders.begin(row);
      const count = outline(area, cell, inCell, compositionIn(cell, inCell), limit, columns, row);
      orders.draw(columns);
      return count;
    },

    fillArea(area, columns) {
      orders.begin(0);
      for (const cell of area.cells) {
        let row = cell.firstPerson;
        for (let inCell = 0; inCell < cell.households; inCell++) {
          const composition = compositionIn(cell, inCell);
          row += outline(area, cell, inCell, composition, composition.filers, columns, row);
          if (orders.isFull()) orders.draw(columns);
        }
      }
      orders.draw(columns);
    },

    fillResident(area, cell, inCell, columns, row) {
      orders.begin(row);
      outlineResident(area, cell, inCell, columns, row);
      orders.draw(columns);
    },

    fillSexAndYear(who, area, cell, inCell, columns, row) {
      orders.begin(row);
      if (who === 'resident') outlineResident(area, cell, inCell, columns, row);
      else outline(area, cell, inCell, compositionIn(cell, inCell), 1, columns, row);
    },
  };
}
