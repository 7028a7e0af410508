/**
 * Surnames by origin: divides the bearers of each surname in a community among the community's origins.
 *
 * The table says how the bearers of distinctive names divide, in per cent, and how those of all other names do:
 * `*COMMON` for the other names of the fact table, `*TAIL` for the tail, `*RARE` for people whose name is not listed. These are
 * fitted (iterative proportional fitting) so that every name keeps its bearers in the community and every origin has
 * its share of the community. A small part of each row goes by the national shares, so that none is certain.
 */

import type { Community } from '../communities.ts';
import { type OriginId, origins } from '../origins.ts';
import { field, readTable } from './csv.ts';
import type { OriginFacts } from './origins.ts';
import { normalised, rescale } from './rescale.ts';

/** The part of a distinctive name's bearers who are where the table says; an assumption. */
const certainty = 0.98;
const otherNames = ['*COMMON', '*TAIL', '*RARE'] as const;

/** How bearers divide: rows of percentages in the order of the community's origins. */
interface Divided {
  readonly splits: readonly (readonly number[])[];
  /** Row of a name. */
  readonly rowOf: ReadonlyMap<string, number>;
}

export interface CommunitySurnames {
  readonly names: readonly string[];
  /** How many of the first names are those of the fact table. */
  readonly common: number;
  /** Bearers of each name in the community. */
  readonly bearers: Float64Array;
  /** People of the community whose name is not listed. */
  readonly unlisted: number;
}

interface OriginSurnames {
  readonly id: OriginId;
  readonly weights: Float64Array;
  readonly unlistedShare: number;
}

/** The bearers of each name by origin, for the origins of one community. */
export function divideSurnames(
  community: Community,
  { names, common, bearers, unlisted }: CommunitySurnames,
  facts: Readonly<Record<OriginId, OriginFacts>>,
): readonly OriginSurnames[] {
  const members = origins.flatMap(({ id, community: own }) => (own === community ? [id] : []));
  const national = members.map((id) => facts[id].shareOfCommunity);
  const { splits, rowOf } = readSplits(community, members, national);

  const [commonRow, tailRow, rareRow] = otherNames.map((name) => rowOf.get(name) ?? 0);
  const rows = new Int32Array(names.length);
  const people = new Float64Array(splits.length);
  for (let code = 0; code < rows.length; code++) {
    const row = rowOf.get(names[code]!) ?? (code < common ? commonRow! : tailRow!);
    rows[code] = row;
    people[row]! += bearers[code]!;
  }
  people[rareRow!]! += unlisted;
  const fitted = rescale(splits, people, national);

  return members.map((id, member) => {
    const shareOfRow = Float64Array.from(fitted, (row) => row[member]!);
    const weights = new Float64Array(rows.length);
    let listed = 0;
    for (let code = 0; code < rows.length; code++) {
      const weight = bearers[code]! * shareOfRow[rows[code]!]!;
      weights[code] = weight;
      listed += weight;
    }
    const rare = unlisted * shareOfRow[rareRow!]!;
    return { id, weights, unlistedShare: rare / (rare + listed) };
  });
}

function readSplits(community: Community, members: readonly string[], national: readonly number[]): Divided {
  const splits: (readonly number[])[] = [national];
  const rowOf = new Map<string, number>();
  for (const row of readTable('surname-origins.csv').rows) {
    if (field(row, 0) !== community) continue;
    const percent = members.map(() => 0);
    const words = field(row, 1).split(' ');
    for (let word = 0; word < words.length; word += 2) {
      percent[members.indexOf(words[word]!)] = Number(words[word + 1]);
    }
    const split = normalised(percent).map(
      (share, member) => certainty * share + (1 - certainty) * national[member]!,
    );
    for (const name of field(row, 2).split(' ')) rowOf.set(name, splits.length);
    splits.push(split);
  }
  return { splits, rowOf };
}
