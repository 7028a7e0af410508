/**
 * Surnames too rare to be listed. About one person in six has one, and the names are truly many: drawing them
 * from a short list would make strangers share a name who do not. A rare surname is a number; its spelling is
 * the first half of one listed name of the origin joined to the second half of another, so that it looks
 * and sounds like its neighbours. Different numbers have different pairs of halves.
 *
 * How often: bearers by rank go on from the listed names along the Census 2010 knots (88,799th name 209
 * bearers, 162,253rd 100) and then as a power of the rank, reaching 2 bearers at rank 2.4 million and 1 at
 * 6.3 million, the number of distinct surnames that the Census counted (`surname-tail-2010`). The power that
 * joins those points holds 25.4 million people against the 25.4 million counted.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { permutation } from '../random/permutation.ts';
import { below } from '../random/stream.ts';

/** Bearers of the surname at each rank of the whole list of the Census, straight lines between on log-log axes. */
const bearersAtRank: readonly (readonly [rank: number, bearers: number])[] = [
  [88_799, 209],
  [100_000, 181],
  [120_000, 145],
  [140_000, 120],
  [162_253, 100],
  [2_400_000, 2],
  [2_400_001, 1],
  [6_300_000, 1],
];
const BUCKETS_PER_SEGMENT = 12;
/** Rank of the last surname that the Census lists, with 100 bearers. */
const LAST_OF_CENSUS = 162_253;

/** Rare surnames of one origin are numbered from 0, commonest first. */
export interface RareSurnames {
  readonly count: number;
  /** Numbers below are of names that the Census lists: with 100 bearers or more, two of five bearers of a rare name. */
  readonly commonest: number;
  /** A number drawn by how many bear the name, from three words. */
  draw(word0: number, word1: number, word2: number): number;
  spelling(number: number): string;
}

/**
 * The rare surnames of an origin.
 * @param share the origin's part of all bearers of rare surnames, in (0, 1]: it has that part of the names
 * @param stock listed surnames of the origin, commonest first, from which names are joined; asked for once, when the
 *   first is spelt
 */
export function rareSurnames(share: number, stock: () => readonly string[]): RareSurnames {
  const { starts, table } = buckets(share);
  const count = starts[starts.length - 1]!;
  let speller: ((number: number) => string) | undefined;
  return {
    count,
    commonest: Math.round((LAST_OF_CENSUS - bearersAtRank[0]![0]) * share),
    draw(word0, word1, word2) {
      const bucket = pick(table, word0, word1);
      const start = starts[bucket]!;
      return start + below(word2, starts[bucket + 1]! - start);
    },
    spelling(number) {
      speller ??= spellerFrom(stock(), count);
      return speller(number);
    },
  };
}

/** Joins the first half of one name to the second of another, a different pair for each number. */
function spellerFrom(stock: readonly string[], count: number): (number: number) => string {
  const heads = [...new Set(stock.map((name) => name.slice(0, Math.ceil(name.length / 2))))];
  const tails = [...new Set(stock.map((name) => name.slice(Math.ceil(name.length / 2))))];
  const pairCount = heads.length * tails.length;
  if (pairCount < count) {
    throw new RangeError(`too few listed surnames to join: ${pairCount} pairs; ${count} needed`);
  }
  const pairs = permutation(0, 'population/rare-surname-spelling', pairCount);
  return (number) => {
    const pair = pairs.at(number);
    return heads[pair % heads.length]! + tails[Math.floor(pair / heads.length)]!;
  };
}

/** Ranks cut so finely that names within a bucket may be taken as equally frequent. */
function buckets(share: number): { starts: readonly number[]; table: AliasTable } {
  const edges: number[] = [];
  const weights: number[] = [];
  const origin = bearersAtRank[0]![0];
  for (let s = 0; s + 1 < bearersAtRank.length; s++) {
    const [fromRank, fromBearers] = bearersAtRank[s]!;
    const [toRank, toBearers] = bearersAtRank[s + 1]!;
    const power = Math.log(toBearers / fromBearers) / Math.log(toRank / fromRank);
    for (let i = 0; i < BUCKETS_PER_SEGMENT; i++) {
      const low = fromRank * (toRank / fromRank) ** (i / BUCKETS_PER_SEGMENT);
      const high = fromRank * (toRank / fromRank) ** ((i + 1) / BUCKETS_PER_SEGMENT);
      if (edges.length === 0) edges.push(0);
      const start = edges[edges.length - 1]!;
      const end = Math.round((high - origin) * share);
      if (end <= start) continue;
      edges.push(end);
      weights.push((end - start) * fromBearers * (Math.sqrt(low * high) / fromRank) ** power);
    }
  }
  return { starts: edges, table: aliasTable(weights) };
}
