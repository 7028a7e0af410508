/**
 * Names as codes. Surnames are drawn within an origin; given names within an origin by birthplace, sex and decade
 * of birth, from alias tables over one dictionary each. A code is a place in the dictionary, or, beyond its end,
 * a rare surname of some origin. Strings are made only when somebody looks.
 */

import { type AliasTables, pickFrom } from '../random/alias.ts';
import { normaliseName } from '../text/normalise.ts';
import { givenNamePlace } from './name-samplers.ts';
import { FIELD_LENGTH, genderedSurname, joinedSurnames, nameForms } from './naming/name-forms.ts';
import { origins } from './origins.ts';
import { type RareSurnames, rareSurnames } from './rare-surnames.ts';
import type { Tables } from './tables.ts';

export type Sex = 'female' | 'male';
export const sexes: readonly Sex[] = ['female', 'male'];

/** Rare surname n of origin o has the code `listed + o * RARE_CODES + n`. */
const RARE_CODES = 2 ** 23;

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
  /** A table of surnames an origin, in their order; an outcome beyond the listed names stands for `rareSurname`. */
  readonly surnameTables: AliasTables;
  /** Code of a rare surname of the origin, from three words. */
  rareSurname(origin: number, words: Uint32Array): number;
  /** Place of a surname code among the commonest of the rare ones of all origins, which are numbered from 0; or -1. */
  commonRareSurname(code: number): number;
  readonly givenNameTables: AliasTables;
  /** Which table `drawGivenName` draws from. */
  givenNameTable(origin: number, bornHere: boolean, sex: number, birthYear: number): number;
  /** The spelling of a surname code, listed or rare. */
  surname(code: number): string;
  /** A surname of several parts as its parts, without accents (DE LA CRUZ, O'BRIEN); undefined for any other. */
  partedSurname(code: number): string | undefined;
  /** Whether a surname has several parts. */
  isPartedSurname(code: number): boolean;
  /** Code of the first of two given names (of JOSE LUIS that of JOSE), if it is listed; else the code itself. */
  firstGivenName(code: number): number;
  /**
   * The surname field of a return as comparators see it (`normaliseName`), from a code, its form (`nameForms`) and the
   * code of the second surname, or -1.
   */
  writtenSurname(code: number, form: number, secondSurname: number): string;
}

/** The names of the reference tables. */
export function names({ nameSamplers, writtenNames }: Pick<Tables, 'nameSamplers' | 'writtenNames'>): Names {
  const { surnames, givenNames, surnameTables, givenNameTables, givenNameTableOf, firstGivenNames } =
    nameSamplers;
  const { rarePeople, stock, stockStarts, decades } = nameSamplers;
  const listed = surnames.length;
  const allRarePeople = rarePeople.reduce((a, b) => a + b, 0);
  const rare: readonly RareSurnames[] = origins.map((_, origin) =>
    rareSurnames(rarePeople[origin]! / allRarePeople, () =>
      Array.from(stock.subarray(stockStarts[origin], stockStarts[origin + 1]), (code) => surnames[code]!),
    ),
  );

  let commonRareSurnames = 0;
  const firstCommon = rare.map(({ commonest }) => {
    commonRareSurnames += commonest;
    return commonRareSurnames - commonest;
  });
  const firstDecade = decades[0]!;
  const lastDecade = decades[decades.length - 1]!;
  const parted = new Map<number, string>();
  const isParted = new Uint8Array(listed);
  surnames.forEach((name, code) => {
    const written = writtenNames.parted.get(name);
    if (written === undefined) return;
    parted.set(code, written);
    isParted[code] = 1;
  });
  const surname = (code: number) => {
    if (code < listed) return surnames[code]!;
    const beyond = code - listed;
    return rare[Math.floor(beyond / RARE_CODES)]!.spelling(beyond % RARE_CODES);
  };
  const rareSurname: Names['rareSurname'] = (origin, words) =>
    listed + origin * RARE_CODES + rare[origin]!.draw(words[0]!, words[1]!, words[2]!);
  const givenNameTable: Names['givenNameTable'] = (origin, bornHere, sex, birthYear) => {
    const decade = Math.min(Math.max(birthYear - (birthYear % 10), firstDecade), lastDecade);
    return givenNameTableOf[
      givenNamePlace(decades.length, origin, bornHere, sex, (decade - firstDecade) / 10)
    ]!;
  };

  const formed = (code: number, isParted: boolean, form: number) =>
    genderedSurname((isParted ? parted.get(code) : undefined) ?? surname(code), form);

  return {
    surnames,
    givenNames,
    surnameTables,
    rareSurname,
    commonRareSurname(code) {
      if (code < listed) return -1;
      const origin = Math.floor((code - listed) / RARE_CODES);
      const nth = (code - listed) % RARE_CODES;
      return nth < rare[origin]!.commonest ? firstCommon[origin]! + nth : -1;
    },
    givenNameTables,
    givenNameTable,
    drawSurname(origin, words, rareWords) {
      const code = pickFrom(surnameTables, origin, words[0]!, words[1]!);
      return code < listed ? code : rareSurname(origin, rareWords());
    },
    drawGivenName: (origin, bornHere, sex, birthYear, word0, word1) =>
      pickFrom(givenNameTables, givenNameTable(origin, bornHere, sex, birthYear), word0, word1),
    isPartedSurname: (code) => code < listed && isParted[code] === 1,
    surname,
    partedSurname: (code) => parted.get(code),
    firstGivenName: (code) => firstGivenNames[code]!,
    writtenSurname(code, form, secondSurname) {
      if (form === 0 && secondSurname < 0) return surname(code);
      const first = formed(code, (form & nameForms.parted) !== 0, form);
      const second =
        secondSurname < 0 ? undefined : formed(secondSurname, (form & nameForms.secondParted) !== 0, 0);
      const written = normaliseName(joinedSurnames(first, second, form).join(' '));
      return written.length <= FIELD_LENGTH ? written : normaliseName(written.slice(0, FIELD_LENGTH));
    },
  };
}
