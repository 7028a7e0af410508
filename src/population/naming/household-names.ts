/**
 * The names of a household's members, from the columns that its people are written in: who is whose mother, whose
 * husband's surname a wife bears, which son is named for his father. The one place where naming meets households.
 */

import { compositionOf, type HouseholdsOfOrigin, householdInCell } from '../cell-households.ts';
import { type Composition, largestHousehold } from '../household-members.ts';
import type { Cell, ZipArea } from '../layout.ts';
import { familyEntity, familyOf, memberEntity, residentMember } from '../member-entity.ts';
import type { PeopleMaker } from '../people.ts';
import { type PeopleColumns, peopleColumns, relationOf } from '../people-columns.ts';
import { usBornCitizen } from '../statuses.ts';
import type { Bearer } from './bearer.ts';
import { namingSystemOf } from './systems.ts';
import type { FullName, Namesakes, NameWriter, WrittenName } from './written-name.ts';

export interface HouseholdNames {
  /** Fills `secondSurname` and `nameForm`, which are new, of the filers of a ZIP area; the other columns are written. */
  fillForms(area: ZipArea, columns: PeopleColumns): void;
  /** The whole name of a member (or of the resident, `residentMember`): in full, and as on a return. */
  nameOf(
    area: ZipArea,
    cell: Cell,
    household: number,
    member: number,
  ): { readonly written: WrittenName; readonly filed: FullName };
  /** The middle name of the second of these alone, an initial or nothing. */
  filedMiddleName(area: ZipArea, cell: Cell, household: number, member: number): string;
  /** The first of these two alone. */
  writtenName(area: ZipArea, cell: Cell, household: number, member: number): WrittenName;
  /** Surnames that the member's own name may not show. */
  otherSurnames(area: ZipArea, cell: Cell, household: number, member: number): OtherSurnames;
}

export interface OtherSurnames {
  /** The mother's surname at her birth. */
  readonly mothers: string;
  /** Of a wife the husband's surname if she kept her own, else her own; '' of anybody else. */
  readonly marriage: string;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** By origin: whether the mother's surname is part of a name. */
const usesMothersSurname = namingSystemOf.map(
  ({ secondSurname, middle }) => secondSurname !== 'none' || middle === 'mothers-surname',
);

const FEMALE = 0;
const MALE = 1;

export function householdNames(
  writer: NameWriter,
  maker: PeopleMaker,
  householdsOf: readonly HouseholdsOfOrigin[],
): HouseholdNames {
  const nobody: Bearer = {
    origin: 0,
    bornHere: true,
    sex: FEMALE,
    birthYear: 0,
    surname: 0,
    givenName: 0,
    entity: 0,
    siblings: 0,
    bearsHusbandsSurname: false,
    mothersSurname: -1,
    fathersGivenName: -1,
  };
  const scratch: Writable<Bearer> = { ...nobody };
  const mother: Writable<Bearer> = { ...nobody };

  const writeOwn = (into: Writable<Bearer>, origin: number, columns: PeopleColumns, row: number) => {
    into.origin = origin;
    into.bornHere = columns.status[row] === usBornCitizen;
    into.sex = columns.sex[row]!;
    into.birthYear = columns.birthYear[row]!;
    into.surname = columns.surname[row]!;
    into.givenName = columns.givenName[row]!;
    into.mothersSurname = -1;
    into.fathersGivenName = -1;
  };

  /** Place of the wife who goes by her husband's surname, in the household that begins in `row`; -1 without one. */
  const wifeUnderHusbandsSurname = ({ isMarried }: Composition, columns: PeopleColumns, row: number) => {
    if (!isMarried || columns.surname[row] !== columns.surname[row + 1]) return -1;
    return columns.sex[row] === FEMALE ? 0 : 1;
  };

  /** Writes the member at `place` of the household that begins in `row`; only place 0 and 1 are read beside it. */
  const write = (
    into: Writable<Bearer>,
    origin: number,
    composition: Composition,
    columns: PeopleColumns,
    row: number,
    place: number,
    firstEntity: number,
    family: number,
  ) => {
    writeOwn(into, origin, columns, row + place);
    into.entity = firstEntity + place;
    into.siblings = into.entity;
    const wife = wifeUnderHusbandsSurname(composition, columns, row);
    into.bearsHusbandsSurname = place === wife;
    const { role } = composition.members[place]!;
    if (role === 'sibling') into.siblings = firstEntity;
    if (role !== 'child' && role !== 'minor') return;
    into.siblings = family;
    const { isCouple } = composition;
    const motherPlace = columns.sex[row] === FEMALE ? 0 : isCouple ? 1 : -1;
    const fatherPlace = columns.sex[row] === MALE ? 0 : isCouple ? 1 : -1;
    if (fatherPlace >= 0 && columns.surname[row + fatherPlace] === into.surname) {
      into.fathersGivenName = columns.givenName[row + fatherPlace]!;
    }
    if (!usesMothersSurname[origin]) return;
    // A child with a lone mother's own surname: that may have been the father's too, so hers is not told.
    if (motherPlace >= 0 && (isCouple || columns.surname[row + motherPlace] !== into.surname)) {
      writeOwn(mother, origin, columns, row + motherPlace);
      mother.entity = firstEntity + motherPlace;
      mother.siblings = mother.entity;
      mother.bearsHusbandsSurname = motherPlace === wife;
      into.mothersSurname = writer.birthSurname(mother);
    }
  };

  /** The household at work: the rows of those who are asked for, one after another. */
  const columns = peopleColumns(largestHousehold);

  /** The father and the son who share a given name, as places; undefined where there are none such. */
  const namesakePlaces = ({
    isCouple,
    childPlaces,
  }: Composition): { readonly father: number; readonly son: number } | undefined => {
    const son = childPlaces.find(
      (place) => columns.namedAfter[place] === relationOf.namedAfterParent && columns.sex[place] === MALE,
    );
    const father = columns.sex[0] === MALE ? 0 : isCouple ? 1 : -1;
    return son === undefined || father < 0 ? undefined : { father, son };
  };

  /** A member as a bearer of a name, the relatives who share it, and the husband of a wife. */
  const openHousehold = (
    area: ZipArea,
    cell: Cell,
    household: number,
    member: number,
  ): { readonly person: Bearer; readonly namesakes: Namesakes; readonly husband?: Bearer } => {
    const { origin } = cell;
    const inCell = householdInCell(area, cell, household);
    if (member === residentMember) {
      maker.fillResident(area, cell, inCell, columns, 0);
      const entity = memberEntity(area, cell, household, residentMember);
      const resident = { ...nobody };
      writeOwn(resident, origin, columns, 0);
      return { person: { ...resident, entity, siblings: entity }, namesakes: {} };
    }
    const composition = compositionOf(householdsOf[origin]!, cell, inCell);
    // Who stands further down matters to a father alone, if a son bears his name.
    maker.fillHousehold(area, cell, inCell, Math.max(composition.isCouple ? 2 : 1, member + 1), columns, 0);
    if (columns.namedAfter[member] === relationOf.parentOfNamesake) {
      maker.fillHousehold(area, cell, inCell, largestHousehold, columns, 0);
    }
    const firstEntity = memberEntity(area, cell, household, 0);
    const family = familyEntity(area, cell, household);
    const bearerAt = (place: number): Bearer => {
      const bearer = { ...nobody };
      write(bearer, origin, composition, columns, 0, place, firstEntity, family);
      return bearer;
    };
    const places = columns.namedAfter[member] === 0 ? undefined : namesakePlaces(composition);
    const isWife = composition.isMarried && member < 2 && columns.sex[member] === FEMALE;
    return {
      person: bearerAt(member),
      namesakes: {
        ...(places?.son === member && { father: bearerAt(places.father) }),
        ...(places?.father === member && { son: bearerAt(places.son) }),
      },
      ...(isWife && { husband: bearerAt(1 - member) }),
    };
  };

  /** The forms of the filers of one household, the first of them in `row`. */
  const fillHouseholdForms = (
    area: ZipArea,
    cell: Cell,
    composition: Composition,
    columns: PeopleColumns,
    row: number,
  ) => {
    const { origin } = cell;
    const wife = wifeUnderHusbandsSurname(composition, columns, row);
    let firstEntity = -1;
    for (let place = 0; place < composition.filers; place++) {
      const at = row + place;
      const bornHere = columns.status[at] === usBornCitizen;
      const surname = columns.surname[at]!;
      const givenName = columns.givenName[at]!;
      if (place !== wife && writer.isPlain(origin, bornHere, surname, givenName)) continue;
      if (firstEntity < 0) firstEntity = memberEntity(area, cell, columns.household[row]!, 0);
      if (writer.filesAsListed(origin, bornHere, surname, givenName, firstEntity + place, place === wife)) {
        continue;
      }
      const family = familyOf(firstEntity);
      write(scratch, origin, composition, columns, row, place, firstEntity, family);
      writer.fill(scratch, columns, at);
    }
  };

  return {
    fillForms(area, columns) {
      for (const cell of area.cells) {
        const of = householdsOf[cell.origin]!;
        let row = cell.firstPerson;
        for (let inCell = 0; inCell < cell.households; inCell++) {
          const composition = compositionOf(of, cell, inCell);
          fillHouseholdForms(area, cell, composition, columns, row);
          row += composition.filers;
        }
      }
    },

    nameOf(area, cell, household, member) {
      const { person, namesakes } = openHousehold(area, cell, household, member);
      const written = writer.written(person, namesakes);
      return { written, filed: writer.filed(person, written) };
    },

    filedMiddleName(area, cell, household, member) {
      if (!writer.filesMiddleInitial(memberEntity(area, cell, household, member))) return '';
      const { person, namesakes } = openHousehold(area, cell, household, member);
      return writer.filed(person, writer.written(person, namesakes)).middleName;
    },

    writtenName(area, cell, household, member) {
      const { person, namesakes } = openHousehold(area, cell, household, member);
      return writer.written(person, namesakes);
    },

    otherSurnames(area, cell, household, member) {
      const { person, husband } = openHousehold(area, cell, household, member);
      const { birth, mothers } = writer.familySurnames(person);
      if (husband === undefined) return { mothers, marriage: '' };
      return {
        mothers,
        marriage: person.bearsHusbandsSurname ? birth : writer.familySurnames(husband).birth,
      };
    },
  };
}
