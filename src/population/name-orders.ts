/**
 * Names of many people, drawn together. A draw from a long table waits for memory; draws in a loop of their own wait
 * together (`pickEach`). So whoever makes people orders their names, a table and two random words each, and has them
 * drawn when all of a household are ordered, or as many as there is room for; then brothers and sisters who would be
 * called alike get other names.
 *
 * A person may bear the surname that another one ordered: until the names are drawn, the column of surnames holds the
 * numbers of the orders.
 */

import { pickEach, pickFrom } from '../random/alias.ts';
import { block, stream } from '../random/stream.ts';
import { type Composition, largestHousehold } from './household-members.ts';
import type { Names } from './names.ts';
import { type PeopleColumns, relationOf } from './people-columns.ts';
import { usBornCitizen } from './statuses.ts';

/** People after whom names are drawn; enough for the waits to overlap, few enough to stay near. */
const ENOUGH = 1024;
const ROOM = ENOUGH + largestHousehold;

/** Draws of a child's name: the first, and so many at most until nobody at home has it. */
const MOST_DRAWS = 8;

/** A household with children among the rows. */
export interface Family {
  readonly composition: Composition;
  readonly origin: number;
  /** Row of the householder, and how many rows it has. */
  readonly row: number;
  readonly count: number;
  /** Entity of the householder. */
  readonly firstEntity: number;
}

export interface NameOrders {
  /** Forgets what was ordered; the next given name is that of `row`. */
  begin(row: number): void;
  /** Orders a surname of the origin by two words, and a rare one by words of `entity`; returns the number of the order. */
  surname(origin: number, entity: number, words: Uint32Array): number;
  /** Orders the given name of the next row, of which all else is written, by two words. */
  givenName(origin: number, columns: PeopleColumns, row: number, words: Uint32Array): void;
  /** Has the children of a household named when all other names are drawn; at most one such order a row. */
  children(family: Family): void;
  /** Whether the people of one more household might not find room. */
  isFull(): boolean;
  /** Draws what was ordered into the columns; the next given name is that of the row after. */
  draw(columns: PeopleColumns): void;
}

export function nameOrders(names: Names, seed: number): NameOrders {
  const rareStream = stream(seed, 'population/rare-surname');
  const memberStream = stream(seed, 'population/member');
  const { surnameTables, givenNameTables, rareSurname } = names;
  const listed = names.surnames.length;
  // A household orders its own surname, and each member at most one more.
  const surnameOrigins = new Uint16Array(2 * ROOM);
  const surnameWords0 = new Uint32Array(2 * ROOM);
  const surnameWords1 = new Uint32Array(2 * ROOM);
  const surnameEntities = new Float64Array(2 * ROOM);
  const surnameCodes = new Int32Array(2 * ROOM);
  const givenTables = new Uint16Array(ROOM);
  const givenWords0 = new Uint32Array(ROOM);
  const givenWords1 = new Uint32Array(ROOM);
  const givenCodes = new Int32Array(ROOM);
  const words = new Uint32Array(4);
  const families: Family[] = [];
  let surnames = 0;
  let rows = 0;
  let firstRow = 0;

  const tableOf = (origin: number, columns: PeopleColumns, row: number) =>
    names.givenNameTable(
      origin,
      columns.status[row] === usBornCitizen,
      columns.sex[row]!,
      columns.birthYear[row]!,
    );

  const drawSurnames = ({ surname }: PeopleColumns) => {
    pickEach(surnameTables, surnames, surnameOrigins, surnameWords0, surnameWords1, surnameCodes);
    for (let order = 0; order < surnames; order++) {
      if (surnameCodes[order] !== listed) continue;
      block(rareStream, surnameEntities[order]!, 0, words);
      surnameCodes[order] = rareSurname(surnameOrigins[order]!, words);
    }
    for (let row = firstRow; row < firstRow + rows; row++) surname[row] = surnameCodes[surname[row]!]!;
  };

  const drawGivenNames = ({ givenName }: PeopleColumns) => {
    pickEach(givenNameTables, rows, givenTables, givenWords0, givenWords1, givenCodes);
    for (let i = 0; i < rows; i++) givenName[firstRow + i] = givenCodes[i]!;
  };

  /** Whether a parent of the same sex, or a brother or sister before it, has the given name of the child at `place`. */
  const isTaken = ({ row, composition }: Family, { sex, givenName }: PeopleColumns, place: number) => {
    const child = row + place;
    const has = (of: number) => sex[of] === sex[child] && givenName[of] === givenName[child];
    if (has(row) || (composition.isCouple && has(row + 1))) return true;
    for (const sibling of composition.childPlaces) {
      if (sibling >= place) return false;
      if (has(row + sibling)) return true;
    }
    return false;
  };

  const nameChildren = (family: Family, columns: PeopleColumns) => {
    const { row, count, origin, firstEntity, composition } = family;
    const { sex, givenName, namedAfter } = columns;
    for (const place of composition.childPlaces) {
      if (place >= count) return;
      const child = row + place;
      if (namedAfter[child] === relationOf.namedAfterParent) {
        givenName[child] = givenName[sex[row] === sex[child] ? row : row + 1]!;
        continue;
      }
      for (let draw = 1; draw < MOST_DRAWS && isTaken(family, columns, place); draw++) {
        block(memberStream, firstEntity + place, draw, words);
        const table = tableOf(origin, columns, child);
        givenName[child] = pickFrom(givenNameTables, table, words[0]!, words[1]!);
      }
    }
  };

  const begin = (row: number) => {
    firstRow = row;
    rows = 0;
    surnames = 0;
    families.length = 0;
  };

  return {
    begin,
    surname(origin, entity, { 0: word0, 1: word1 }) {
      const order = surnames++;
      surnameOrigins[order] = origin;
      surnameWords0[order] = word0!;
      surnameWords1[order] = word1!;
      surnameEntities[order] = entity;
      return order;
    },
    givenName(origin, columns, row, { 0: word0, 1: word1 }) {
      givenTables[rows] = tableOf(origin, columns, row);
      givenWords0[rows] = word0!;
      givenWords1[rows] = word1!;
      rows++;
    },
    children(family) {
      families.push(family);
    },
    isFull: () => rows >= ENOUGH,
    draw(columns) {
      drawSurnames(columns);
      drawGivenNames(columns);
      for (const family of families) nameChildren(family, columns);
      begin(firstRow + rows);
    },
  };
}
