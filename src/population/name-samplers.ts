/**
 * What names are drawn from, as plain data: the dictionaries, an alias table of surnames for each origin, and one of
 * given names for each origin, birthplace, sex and decade of birth. It follows from the reference tables alone, not
 * from a scenario or a seed, so a build makes it once (tables/prepared-names.ts) and threads share it.
 */

import { type AliasTable, type AliasTables, aliasTable, joinedTables } from '../random/alias.ts';
import { origins } from './origins.ts';
import { atLeast } from './tables/at-least.ts';
import type { GivenNames } from './tables/given-names.ts';
import type { Surnames } from './tables/surnames.ts';

/** How many of an origin's commonest surnames lend their halves to its rare ones. */
const STOCK = 12_000;
const sexes = ['female', 'male'] as const;
const births = ['here', 'abroad'] as const;

export interface NameSamplers {
  /** Listed surnames; a code is a place. */
  readonly surnames: readonly string[];
  /** Given names, commonest first; a code is a place. */
  readonly givenNames: readonly string[];
  /** By code of a given name: the code of its first word, if that is a name of the list, or the code itself. */
  readonly firstGivenNames: Int32Array;
  /** First years of the decades of birth. */
  readonly decades: Int32Array;
  /** A table an origin; one more outcome than there are listed names means "a rare one". */
  readonly surnameTables: AliasTables;
  /** By origin: people with a surname that is not listed. */
  readonly rarePeople: Float64Array;
  /** The commonest surnames of each origin: codes, and where those of each origin begin and end. */
  readonly stock: Uint32Array;
  readonly stockStarts: Uint32Array;
  readonly givenNameTables: AliasTables;
  /** Table of given names of `givenNamePlace`; people who draw from one distribution share a table. */
  readonly givenNameTableOf: Uint16Array;
}

/** Place of an origin, birthplace, sex and decade among the tables of given names; all are places in their lists. */
export function givenNamePlace(
  decades: number,
  origin: number,
  bornHere: boolean,
  sex: number,
  decade: number,
): number {
  return ((origin * births.length + (bornHere ? 0 : 1)) * sexes.length + sex) * decades + decade;
}

/** Builds the samplers from the reference tables; about a second. */
export function nameSamplers(surnames: Surnames, givenNames: GivenNames): NameSamplers {
  const rarePeople = Float64Array.from(origins, ({ id }) => {
    const listedPeople = surnames.weights[id].reduce((a, b) => a + b, 0);
    return (listedPeople * surnames.unlistedShare[id]) / (1 - surnames.unlistedShare[id]);
  });
  const surnameTables = origins.map(({ id }, origin) =>
    surnameTable(surnames.weights[id], rarePeople[origin]!),
  );
  const stocks = origins.map(({ id }) => commonest(surnames.weights[id], STOCK));
  const stockStarts = new Uint32Array(stocks.length + 1);
  stocks.forEach((stock, origin) => {
    stockStarts[origin + 1] = stockStarts[origin]! + stock.length;
  });
  const given = givenNameTables(givenNames);
  return {
    surnames: surnames.names,
    givenNames: given.names,
    firstGivenNames: firstParts(given.names),
    decades: Int32Array.from(givenNames.decades),
    surnameTables: joinedTables(surnameTables),
    rarePeople,
    stock: joined(stocks),
    stockStarts,
    givenNameTables: joinedTables(given.tables),
    givenNameTableOf: given.tableOf,
  };
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  return all;
}

/** Names with bearers, and after them "a rare one". */
function surnameTable(weights: Float64Array, rarePeople: number): AliasTable {
  const borne = atLeast(weights, Number.MIN_VALUE);
  const codes = new Uint32Array(borne.length + 1);
  codes.set(borne);
  codes[borne.length] = weights.length;
  return aliasTable(
    Float64Array.from(codes, (code) => (code < weights.length ? weights[code]! : rarePeople)),
    codes,
  );
}

/** Codes by weight, the largest first; of those with bearers at most `count`. */
function commonest(weights: Float64Array, count: number): Uint32Array {
  const least = Math.max(weights.slice().sort()[Math.max(0, weights.length - count)]!, Number.MIN_VALUE);
  return atLeast(weights, least)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, count);
}

function firstParts(givenNames: readonly string[]): Int32Array {
  const codeOf = new Map(givenNames.map((name, code) => [name, code]));
  return Int32Array.from(givenNames, (name, code) => {
    const space = name.indexOf(' ');
    return space < 0 ? code : (codeOf.get(name.slice(0, space)) ?? code);
  });
}

/** Given names coded commonest first, and a table for each distribution of them. */
function givenNameTables(givenNames: GivenNames) {
  const lists = origins.flatMap(({ id }) =>
    births.flatMap((born) =>
      sexes.flatMap((sex) => givenNames.decades.map((decade) => givenNames.weights(id, born, sex, decade))),
    ),
  );
  // Commonest over all lists, each counting alike: only the order matters, and only for speed.
  const totals = new Float64Array(givenNames.names.length);
  for (const { codes, weights } of lists) {
    const sum = weights.reduce((a, b) => a + b, 0);
    for (let i = 0; i < codes.length; i++) totals[codes[i]!]! += weights[i]! / sum;
  }
  const commonestFirst = Int32Array.from(totals.keys()).sort((a, b) => totals[b]! - totals[a]! || a - b);
  const codeOf = new Int32Array(commonestFirst.length);
  for (let code = 0; code < codeOf.length; code++) codeOf[commonestFirst[code]!] = code;
  const different = [...new Set(lists)];
  const placeOf = new Map(different.map((list, place) => [list, place]));
  return {
    names: Array.from(commonestFirst, (place) => givenNames.names[place]!),
    tables: different.map(({ codes, weights }) =>
      aliasTable(
        weights,
        codes.map((place) => codeOf[place]!),
      ),
    ),
    tableOf: Uint16Array.from(lists, (list) => placeOf.get(list)!),
  };
}
