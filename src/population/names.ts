/**
 * Names as codes. Surnames are drawn within an origin; given names within an origin by birthplace, sex and decade
 * of birth, from alias tables over one dictionary each. A code is a place in the dictionary, or, beyond its end,
 * a rare surname of some origin. Strings are made only when somebody looks.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { normaliseName } from '../text/normalise.ts';
import { FIELD_LENGTH, formedSurname, joinedSurnames, nameForms } from './naming/name-forms.ts';
import { origins } from './origins.ts';
import { type RareSurnames, rareSurnames } from './rare-surnames.ts';
import type { Tables } from './tables.ts';

export type Sex = 'female' | 'male';
export const sexes: readonly Sex[] = ['female', 'male'];

/** Rare surname n of origin o has the code `listed + o * RARE_CODES + n`. */
const RARE_CODES = 2 ** 23;
/** How many of an origin's commonest surnames lend their halves to its rare ones. */
const STOCK = 12_000;

export interface Names {
  /** Every listed surname, roughly commonest first; its code is its place. */
  readonly surnames: readonly string[];
  /** Every given name, commonest first; its code is its place. */
  readonly givenNames: readonly string[];
  /** A surname code from two words, and three more if the name is rare; `origin` is a place in `origins`. */
  drawSurname(origin: number, words: Uint32Array, rareWords: () => Uint32Array): number;
  /** A given-name code from two words; `sex` is a place in `sexes`. */
  drawGivenName(
    origin: number,
    bornHere: boolean,
    sex: number,
    birthYear: number,
    word0: number,
    word1: number,
  ): number;
  /** The spelling of a surname code, listed or rare. */
  surname(code: number): string;
  /** A surname of several parts as its parts, without accents (DE LA CRUZ, O'BRIEN); undefined for any other. */
  partedSurname(code: number): string | undefined;
  /** Code of the first of two given names (of JOSE LUIS that of JOSE), if it is listed; else the code itself. */
  firstGivenName(code: number): number;
  /**
   * The surname field of a return as comparators see it (`normaliseName`), from a code, its form (`nameForms`) and the
   * code of the second surname, or -1.
   */
  writtenSurname(code: number, form: number, secondSurname: number): string;
}

/** Builds the samplers from the reference tables; some tenths of a second, so once a process. */
export function names(tables: Tables): Names {
  // What follows must not close over `tables` or `givenNames`, or the source tables live as long as the samplers.
  const { surnames, givenNames, writtenNames } = tables;
  const listed = surnames.names.length;
  const rarePeople = origins.map(({ id }) => {
    const listedPeople = surnames.weights[id].reduce((a, b) => a + b, 0);
    return (listedPeople * surnames.unlistedShare[id]) / (1 - surnames.unlistedShare[id]);
  });
  const allRarePeople = rarePeople.reduce((a, b) => a + b, 0);
  const surnameTables = origins.map(({ id }, o) => {
    const weights = surnames.weights[id];
    const codes = Array.from(weights.keys()).filter((code) => weights[code]! > 0);
    // One more outcome than there are listed names: "a rare one".
    return aliasTable([...codes.map((code) => weights[code]!), rarePeople[o]!], [...codes, listed]);
  });
  const rare: readonly RareSurnames[] = origins.map(({ id }, o) =>
    rareSurnames(rarePeople[o]! / allRarePeople, () =>
      commonest(surnames.names, surnames.weights[id], STOCK),
    ),
  );

  const given = givenNameTables(givenNames);
  const firstDecade = givenNames.decades[0]!;
  const lastDecade = givenNames.decades[givenNames.decades.length - 1]!;
  const parted = surnames.names.map((name) => writtenNames.parted.get(name));
  const first = firstParts(given.names);
  const surname = (code: number) => {
    if (code < listed) return surnames.names[code]!;
    const beyond = code - listed;
    return rare[Math.floor(beyond / RARE_CODES)]!.spelling(beyond % RARE_CODES);
  };

  return {
    surnames: surnames.names,
    givenNames: given.names,
    drawSurname(origin, words, rareWords) {
      const code = pick(surnameTables[origin]!, words[0]!, words[1]!);
      if (code < listed) return code;
      const more = rareWords();
      return listed + origin * RARE_CODES + rare[origin]!.draw(more[0]!, more[1]!, more[2]!);
    },
    drawGivenName(origin, bornHere, sex, birthYear, word0, word1) {
      const decade = Math.min(Math.max(birthYear - (birthYear % 10), firstDecade), lastDecade);
      return pick(given.of(origin, bornHere, sex, (decade - firstDecade) / 10), word0, word1);
    },
    surname,
    partedSurname: (code) => parted[code],
    firstGivenName: (code) => first[code]!,
    writtenSurname(code, form, secondSurname) {
      if (form === 0 && secondSurname < 0) return surname(code);
      const formed = formedSurname(surname(code), parted[code], (form & nameForms.parted) !== 0, form);
      const second =
        secondSurname < 0
          ? undefined
          : formedSurname(
              surname(secondSurname),
              parted[secondSurname],
              (form & nameForms.secondParted) !== 0,
              0,
            );
      return normaliseName(
        normaliseName(joinedSurnames(formed, second, form).join(' ')).slice(0, FIELD_LENGTH),
      );
    },
  };
}

/** By code of a given name: the code of its first word, if that is a name of the list, or the code itself. */
function firstParts(givenNames: readonly string[]): Int32Array {
  const codeOf = new Map(givenNames.map((name, code) => [name, code]));
  return Int32Array.from(givenNames, (name, code) => {
    const space = name.indexOf(' ');
    return space < 0 ? code : (codeOf.get(name.slice(0, space)) ?? code);
  });
}

/** Given names coded commonest first, and a table for each origin, birthplace, sex and decade. */
function givenNameTables(givenNames: Tables['givenNames']) {
  const births = ['here', 'abroad'] as const;
  const lists = origins.flatMap(({ id }) =>
    births.flatMap((born) =>
      sexes.flatMap((sex) => givenNames.decades.map((decade) => givenNames.weights(id, born, sex, decade))),
    ),
  );
  // Commonest over all lists, each counting alike: only the order matters, and only for speed.
  const totals = new Float64Array(givenNames.names.length);
  for (const { codes, weights } of lists) {
    const sum = weights.reduce((a, b) => a + b, 0);
    codes.forEach((code, i) => {
      totals[code]! += weights[i]! / sum;
    });
  }
  const commonestFirst = Int32Array.from(totals.keys()).sort((a, b) => totals[b]! - totals[a]! || a - b);
  const codeOf = new Int32Array(commonestFirst.length);
  commonestFirst.forEach((place, code) => {
    codeOf[place] = code;
  });
  // Origins of a community share the names of those born here: one table serves them all.
  const made = new Map<(typeof lists)[number], AliasTable>();
  const tables = lists.map((list) => {
    let table = made.get(list);
    if (table === undefined) {
      table = aliasTable(
        list.weights,
        Int32Array.from(list.codes, (place) => codeOf[place]!),
      );
      made.set(list, table);
    }
    return table;
  });
  return {
    names: Array.from(commonestFirst, (place) => givenNames.names[place]!),
    of: tableOf(tables, givenNames.decades.length),
  };
}

function tableOf(tables: readonly AliasTable[], decades: number) {
  return (origin: number, isBornHere: boolean, sex: number, decade: number) =>
    tables[((origin * 2 + (isBornHere ? 0 : 1)) * sexes.length + sex) * decades + decade]!;
}

function commonest(list: readonly string[], weights: Float64Array, count: number): readonly string[] {
  return Array.from(weights.keys())
    .filter((code) => weights[code]! > 0)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, count)
    .map((code) => list[code]!);
}
