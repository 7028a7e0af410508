/**
 * Given names by community, sex and decade of birth: P(name | community, sex, decade) is proportional to
 * births(name, sex, decade) x P(community | name).
 *
 * P(community | name) comes from mortgage applicants (Tzioumis 2018), among whom the communities are not
 * present in their shares of the population. It is rescaled: each community's probabilities are multiplied by
 * one factor, each name's then brought back to sum 1, and the factors are those with which the births of all
 * names add up to the communities' shares of adults born in the country, as births are all that is counted. Names outside that table have its row for all other names.
 * American Indian and other given names are drawn from everybody's: the table has too few such applicants.
 */

import { type Community, communities } from '../communities.ts';
import { field, readTable } from './csv.ts';

interface GivenNameWeights {
  /** Places in `GivenNames.names`, ascending. */
  readonly codes: Uint32Array;
  /** Births times the probability that a bearer belongs to the community; not normalised. */
  readonly weights: Float64Array;
}

export interface GivenNames {
  /** Upper-case A to Z, in alphabetical order. */
  readonly names: readonly string[];
  /** First years of the decades of birth. The first has births from 1925, the last to 2007. */
  readonly decades: readonly number[];
  /** The names of a community, sex and decade; a RangeError where the decade is not one of `decades`. */
  weights(community: Community, sex: 'female' | 'male', decade: number): GivenNameWeights;
}

/** Sexes as the table writes them. */
const sexLetters = ['F', 'M'];

interface Cell {
  readonly codes: number[];
  readonly births: number[];
}

/** Communities with a column in the table of given names, in the order of its columns. */
const named = communities.slice(0, 4);
/**
 * Share of the adults of each named community who were born US citizens, American Community Survey 2019, tables
 * B05003 as tabulated by the Economic Policy Institute (white: what its 3.0% naturalized and 1.6% noncitizens leave).
 */
const bornCitizens: readonly number[] = [0.551, 0.954, 0.874, 0.248];

/**
 * Reads births and communities of given names.
 * @param adultShares the communities' shares of adults, in their order
 */
export function readGivenNames(adultShares: readonly number[]): GivenNames {
  const { header, rows } = readTable('given-names.csv.gz');
  const decades = header.slice(2).map(Number);
  const cells = sexLetters.map(() => decades.map((): Cell => ({ codes: [], births: [] })));
  const codeOf = new Map<string, number>();
  const totals: number[] = [];
  for (const row of rows) {
    const name = field(row, 0);
    const code = codeOf.get(name) ?? codeOf.size;
    codeOf.set(name, code);
    const bySex = cells[sexLetters.indexOf(field(row, 1))] ?? [];
    bySex.forEach(({ codes, births }, decade) => {
      const count = Number(field(row, 2 + decade));
      if (count === 0) return;
      codes.push(code);
      births.push(count);
      totals[code] = (totals[code] ?? 0) + count;
    });
  }
  const membership = memberships(codeOf, totals, adultShares);
  return {
    names: [...codeOf.keys()],
    decades,
    weights(community, sex, decade) {
      const cell = cells[sex === 'female' ? 0 : 1]?.[decades.indexOf(decade)];
      if (cell === undefined) {
        throw new RangeError(`no births in decade ${decade}; allowed: ${decades.join(', ')}`);
      }
      const members = membership[named.indexOf(community)];
      return {
        codes: Uint32Array.from(cell.codes),
        weights: Float64Array.from(
          cell.births,
          (count, index) => count * (members?.[cell.codes[index]!] ?? 1),
        ),
      };
    },
  };
}

/** P(community | name), rescaled: for each named community a column over all names. */
function memberships(
  codeOf: ReadonlyMap<string, number>,
  births: readonly number[],
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

/** Multiplies the columns by factors and normalises the rows until the weighted column means are the targets. */
function rescale(
  rows: readonly (readonly number[])[],
  rowWeights: Float64Array,
  targets: readonly number[],
): readonly (readonly number[])[] {
  const everything = rowWeights.reduce((a, b) => a + b, 0);
  let factors = targets.map(() => 1);
  for (let round = 0, error = 1; error > 1e-9 && round < 200; round++) {
    const means = targets.map(() => 0);
    rows.forEach((row, index) => {
      const sum = row.reduce((total, share, column) => total + share * factors[column]!, 0);
      const weight = rowWeights[index]! / sum / everything;
      for (let column = 0; column < means.length; column++) {
        means[column]! += row[column]! * factors[column]! * weight;
      }
    });
    error = Math.max(...means.map((mean, column) => Math.abs(mean / targets[column]! - 1)));
    factors = factors.map((factor, column) => (factor * targets[column]!) / means[column]!);
  }
  return rows.map((row) => normalised(row.map((share, column) => share * factors[column]!)));
}

function normalised(values: readonly number[]): readonly number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
}
