/**
 * Names as codes. Surnames and given names are drawn within a community (given names also by sex and decade
 * of birth) from alias tables over one dictionary each; a code is a place in the dictionary, or, beyond its
 * end, a rare surname of some community. Strings are made only when somebody looks.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { communities } from './communities.ts';
import { type RareSurnames, rareSurnames } from './rare-surnames.ts';
import type { Tables } from './tables.ts';

export type Sex = 'female' | 'male';
export const sexes: readonly Sex[] = ['female', 'male'];

/** Rare surname n of community c has the code `listed + c * RARE_CODES + n`. */
const RARE_CODES = 2 ** 23;
/** How many of a community's commonest surnames lend their halves to its rare ones. */
const STOCK = 12_000;

export interface Names {
  /** Every listed surname, roughly commonest first; its code is its place. */
  readonly surnames: readonly string[];
  /** Every given name, commonest first; its code is its place. */
  readonly givenNames: readonly string[];
  /** A surname code from five words; `community` is a place in `communities`. */
  drawSurname(community: number, words: Uint32Array, rareWords: () => Uint32Array): number;
  /** A given-name code from two words; `sex` is a place in `sexes`. */
  drawGivenName(community: number, sex: number, birthYear: number, word0: number, word1: number): number;
  /** The spelling of a surname code, listed or rare. */
  surname(code: number): string;
}

/** Builds the samplers from the reference tables; about 0.1 s, so once a process. */
export function names(tables: Tables): Names {
  const listed = tables.surnames.names.length;
  const rareShareOfAll = communities.map((community) => {
    const weights = tables.surnames.weights[community];
    const listedPeople = weights.reduce((a, b) => a + b, 0);
    const unlisted = tables.surnames.unlistedShare[community];
    return (listedPeople * unlisted) / (1 - unlisted);
  });
  const rarePeople = rareShareOfAll.reduce((a, b) => a + b, 0);

  const surnameTables: AliasTable[] = [];
  const rare: RareSurnames[] = [];
  communities.forEach((community, c) => {
    const weights = tables.surnames.weights[community];
    // One more outcome than there are listed names: "a rare one".
    const outcomes = new Float64Array(listed + 1);
    outcomes.set(weights);
    outcomes[listed] = rareShareOfAll[c]!;
    surnameTables.push(aliasTable(outcomes));
    rare.push(
      rareSurnames(rareShareOfAll[c]! / rarePeople, commonest(tables.surnames.names, weights, STOCK)),
    );
  });

  const firstDecade = tables.givenNames.decades[0]!;
  const lastDecade = tables.givenNames.decades[tables.givenNames.decades.length - 1]!;
  const decadeCount = (lastDecade - firstDecade) / 10 + 1;
  const givenWeights = communities.flatMap((community) =>
    sexes.flatMap((sex) =>
      tables.givenNames.decades.map((decade) => tables.givenNames.weights(community, sex, decade)),
    ),
  );
  const commonestFirst = byTotalWeight(tables.givenNames.names.length, givenWeights);
  const givenNames = Array.from(commonestFirst, (place) => tables.givenNames.names[place]!);
  const codeOfPlace = new Int32Array(givenNames.length);
  commonestFirst.forEach((place, code) => {
    codeOfPlace[place] = code;
  });
  const givenTables = givenWeights.map(({ codes, weights }) => ({
    codes: Int32Array.from(codes, (place) => codeOfPlace[place]!),
    table: aliasTable(weights),
  }));

  return {
    surnames: tables.surnames.names,
    givenNames,
    drawSurname(community, words, rareWords) {
      const code = pick(surnameTables[community]!, words[0]!, words[1]!);
      if (code < listed) return code;
      const more = rareWords();
      return listed + community * RARE_CODES + rare[community]!.draw(more[0]!, more[1]!, more[2]!);
    },
    drawGivenName(community, sex, birthYear, word0, word1) {
      const decade = Math.min(Math.max(birthYear - (birthYear % 10), firstDecade), lastDecade);
      const given =
        givenTables[(community * sexes.length + sex) * decadeCount + (decade - firstDecade) / 10]!;
      return given.codes[pick(given.table, word0, word1)]!;
    },
    surname(code) {
      if (code < listed) return tables.surnames.names[code]!;
      const beyond = code - listed;
      return rare[Math.floor(beyond / RARE_CODES)]!.spelling(beyond % RARE_CODES);
    },
  };
}

function commonest(list: readonly string[], weights: Float64Array, count: number): readonly string[] {
  return Array.from(weights, (weight, code) => ({ weight, code }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.code - b.code)
    .slice(0, count)
    .map(({ code }) => list[code]!);
}

/** Places of all names, by falling total weight over all the lists. */
function byTotalWeight(
  count: number,
  lists: readonly { readonly codes: Uint32Array; readonly weights: Float64Array }[],
): Int32Array {
  const totals = new Float64Array(count);
  for (const { codes, weights } of lists) {
    codes.forEach((code, i) => {
      totals[code]! += weights[i]!;
    });
  }
  return Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => totals[b]! - totals[a]! || a - b);
}
