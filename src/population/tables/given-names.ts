/**
 * Given names by origin, birth here or abroad, sex and decade of birth.
 *
 * People born here have the names of their community: P(name | community, sex, decade) is proportional to
 * births(name, sex, decade) x P(community | name).
 *
 * P(community | name) comes from mortgage applicants (Tzioumis 2018), among whom the communities are not
 * present in their shares of the population. It is rescaled: each community's probabilities are multiplied by
 * one factor, each name's then brought back to sum 1, and the factors are those with which the births of all
 * names add up to the communities' shares of adults born in the country, as births are all that is counted.
 * Names outside that table have its row for all other names. American Indian and other given names are drawn
 * from everybody's: the table has too few such applicants.
 *
 * People born abroad have the names of their origin where there is a list (given-names-abroad.ts), and a part of
 * them a usual name of their community here; without a list, those of people born here.
 */

import { type Community, communities } from '../communities.ts';
import { type OriginId, origins } from '../origins.ts';
import { atLeast } from './at-least.ts';
import { eachRow, field, readTable } from './csv.ts';
import { type ForeignNames, foreignNamesOf, readForeignNames } from './given-names-abroad.ts';
import { normalised, rescale } from './rescale.ts';

interface GivenNameWeights {
  /** Places in `GivenNames.names`, ascending. */
  readonly codes: Uint32Array;
  /** In proportion to the bearers; not normalised. */
  readonly weights: Float64Array;
}

export interface GivenNames {
  /** Upper-case A to Z, in alphabetical order; the parts of a compound name are parted by a space. */
  readonly names: readonly string[];
  /** First years of the decades of birth. The first has births from 1925, the last to 2007. */
  readonly decades: readonly number[];
  /**
   * The names of an origin, born here (births times the probability that a bearer belongs to the community) or abroad;
   * a RangeError where the decade is not one of `decades`. Origins that share their names get the same object.
   */
  weights(
    origin: OriginId,
    born: 'here' | 'abroad',
    sex: 'female' | 'male',
    decade: number,
  ): GivenNameWeights;
}

/** Sexes as the table writes them. */
const sexLetters = ['F', 'M'];

interface Cell {
  readonly codes: Uint32Array;
  readonly births: Float64Array;
}

/** Communities with a column in the table of given names, in the order of its columns. */
const named = communities.slice(0, 4);
/**
 * Share of the adults of each named community who were born US citizens, American Community Survey 2019, tables
 * B05003 as tabulated by the Economic Policy Institute (white: what its 3.0% naturalized and 1.6% noncitizens leave).
 */
const bornCitizens: readonly number[] = [0.551, 0.954, 0.874, 0.248];

/** How many of the commonest names of their cohort the foreign-born who take a name usual here choose from. */
const usualNames = 300;

/**
 * Reads births, communities and foreign names.
 * @param adultShares the communities' shares of adults, in their order
 */
export function readGivenNames(adultShares: readonly number[]): GivenNames {
  const { births, decades } = readBirths();
  const foreign = readForeignNames();
  const names = [
    ...new Set([...births.map(({ name }) => name), ...foreign.flatMap((list) => list.names)]),
  ].sort();
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const foreignCodes = new Map(
    foreign.map((list) => [list, Uint32Array.from(list.names, (name) => codeOf.get(name)!)]),
  );
  const totals = new Float64Array(names.length);
  const codes = births.map(({ name }) => codeOf.get(name)!);
  const cells = sexLetters.map((letter) =>
    decades.map((_, decade): Cell => {
      const inCell: number[] = [];
      const counts: number[] = [];
      births.forEach(({ sex, byDecade }, row) => {
        const count = sex === letter ? byDecade[decade]! : 0;
        if (count === 0) return;
        inCell.push(codes[row]!);
        counts.push(count);
        totals[codes[row]!]! += count;
      });
      return { codes: Uint32Array.from(inCell), births: Float64Array.from(counts) };
    }),
  );
  const membership = memberships(codeOf, totals, adultShares);

  const here = remembered((community: Community, sex: string, decade: number): GivenNameWeights => {
    const cell = cells[sexLetters.indexOf(sex)]?.[decades.indexOf(decade)];
    if (cell === undefined) {
      throw new RangeError(`no births in decade ${decade}; allowed: ${decades.join(', ')}`);
    }
    const members = membership[named.indexOf(community)];
    return {
      codes: cell.codes,
      weights: cell.births.map((count, index) => count * (members?.[cell.codes[index]!] ?? 1)),
    };
  });
  const usual = remembered((community: Community, sex: string, decade: number) =>
    commonest(here(community, sex, decade)),
  );
  const abroad = remembered((origin: OriginId, sex: string, decade: number): GivenNameWeights => {
    const lists = foreignNamesOf(foreign, origin, sex, decade);
    const community = communityOf(origin);
    return lists.length === 0
      ? here(community, sex, decade)
      : mixed(lists, usual(community, sex, decade), foreignCodes, names.length);
  });
  return {
    names,
    decades,
    weights(origin, born, sex, decade) {
      const letter = sex === 'female' ? 'F' : 'M';
      return born === 'abroad' ? abroad(origin, letter, decade) : here(communityOf(origin), letter, decade);
    },
  };
}

/** Births of each name and sex in the decades. */
function readBirths() {
  const births: { readonly name: string; readonly sex: string; readonly byDecade: Uint32Array }[] = [];
  const header = eachRow('given-names.csv.gz', (row) => {
    births.push({
      name: field(row, 0),
      sex: field(row, 1),
      byDecade: Uint32Array.from(row.slice(2), Number),
    });
  });
  return { births, decades: header.slice(2).map(Number) };
}

function communityOf(origin: OriginId): Community {
  return origins.find(({ id }) => id === origin)?.community ?? 'other';
}

/** The same function, which keeps its answers. */
function remembered<G extends string, R>(
  answer: (group: G, sex: string, decade: number) => R,
): (group: G, sex: string, decade: number) => R {
  const answers = new Map<string, R>();
  return (group, sex, decade) => {
    const key = `${group} ${sex} ${decade}`;
    const kept = answers.get(key) ?? answer(group, sex, decade);
    answers.set(key, kept);
    return kept;
  };
}

/** The usual names among those of a cohort, commonest first. */
function commonest({ codes, weights }: GivenNameWeights): GivenNameWeights {
  const places = atLeast(weights, weights.slice().sort()[Math.max(0, weights.length - usualNames)]!)
    .sort((a, b) => weights[b]! - weights[a]! || codes[a]! - codes[b]!)
    .subarray(0, usualNames);
  return {
    codes: places.map((index) => codes[index]!),
    weights: Float64Array.from(places, (index) => weights[index]!),
  };
}

/** Foreign names in their shares, and the usual names of people born here for what those leave. */
function mixed(
  lists: readonly ForeignNames[],
  usual: GivenNameWeights,
  codesOf: ReadonlyMap<ForeignNames, Uint32Array>,
  names: number,
): GivenNameWeights {
  const weightOf = new Float64Array(names);
  for (const list of lists) {
    const codes = codesOf.get(list)!;
    for (let i = 0; i < codes.length; i++) weightOf[codes[i]!]! += list.share * list.shares[i]!;
  }
  const left = 1 - lists.reduce((sum, { share }) => sum + share, 0);
  const people = usual.weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < usual.codes.length; i++) {
    weightOf[usual.codes[i]!]! += (left * usual.weights[i]!) / people;
  }
  const codes = atLeast(weightOf, Number.MIN_VALUE);
  return { codes, weights: Float64Array.from(codes, (code) => weightOf[code]!) };
}

/** P(community | name), rescaled: for each named community a column over all names. */
function memberships(
  codeOf: ReadonlyMap<string, number>,
  births: Float64Array,
  adultShares: readonly number[],
): readonly Float64Array[] {
  const rows = readTable('given-name-communities.csv').rows;
  const shares = rows.map((row) => normalised(named.map((_, index) => Number(field(row, 1 + index)))));
  const rowOf = new Int32Array(codeOf.size); // the first row stands for all other names
  rows.forEach((row, index) => {
    const code = codeOf.get(field(row, 0));
    if (code !== undefined) rowOf[code] = index;
  });
  const rowBirths = new Float64Array(rows.length);
  rowOf.forEach((row, code) => {
    rowBirths[row]! += births[code]!;
  });
  const targets = normalised(bornCitizens.map((share, index) => share * adultShares[index]!));
  const rescaled = rescale(shares, rowBirths, targets);
  return named.map((_, index) => Float64Array.from(rowOf, (row) => rescaled[row]![index]!));
}
