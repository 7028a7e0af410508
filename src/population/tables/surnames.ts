/**
 * Surnames: how many people of each origin bear each one.
 *
 * First by community, in three layers. The fact table has the Census 2010 count and mix of the commonest names. The tail has the
 * order of 86,000 further names (1990 Census) and their spelling group; a tail name's count is read from the
 * rank curve of the Census 2010 list (log-log interpolation between knots) at the next rank that the fact
 * table leaves free, then scaled so that each spelling group has its Census total; its mix is that of its group.
 * Everybody else has an unlisted name. Then the bearers in each community are divided among its origins.
 */

import { communities } from '../communities.ts';
import { byOrigin, type OriginId, origins } from '../origins.ts';
import { eachRow, field, readTable, sharesOf } from './csv.ts';
import type { OriginFacts } from './origins.ts';
import { divideSurnames } from './surname-origins.ts';

export interface Surnames {
  /** Listed names, upper-case A to Z: the fact table by rank, then the tail. */
  readonly names: readonly string[];
  /** Expected bearers (people, Census 2010) of each name within the origin; over the origins of a community, its own. */
  readonly weights: Readonly<Record<OriginId, Float64Array>>;
  /** Share of the origin whose surname is not in `names`, in (0, 1). */
  readonly unlistedShare: Readonly<Record<OriginId, number>>;
}

/** Bearers of the surname at each rank of the Census 2010 list. */
const rankCurve: readonly (readonly [rank: number, bearers: number])[] = [
  [1, 2442977],
  [2, 1932812],
  [3, 1625252],
  [5, 1425470],
  [8, 1116357],
  [10, 1060159],
  [15, 784404],
  [20, 702625],
  [30, 529821],
  [50, 376774],
  [75, 264826],
  [100, 227118],
  [150, 169580],
  [200, 139751],
  [300, 104057],
  [500, 66959],
  [750, 46240],
  [1000, 34949],
  [1500, 23881],
  [2000, 18075],
  [3000, 11956],
  [5000, 7032],
  [7500, 4441],
  [10000, 3224],
  [15000, 1970],
  [20000, 1339],
  [30000, 783],
  [40000, 549],
  [50000, 419],
  [60000, 337],
  [75000, 258],
  [88799, 209],
  [100000, 181],
  [120000, 145],
  [140000, 120],
  [162253, 100],
];

/** Reads the surname tables. */
export function readSurnames(facts: Readonly<Record<OriginId, OriginFacts>>): Surnames {
  const { names, common, bearers, unlisted } = readBearers();
  const divided = new Map(
    communities
      .flatMap((community, place) =>
        divideSurnames(
          community,
          { names, common, bearers: bearers[place]!, unlisted: unlisted[place]! },
          facts,
        ),
      )
      .map((entry) => [entry.id, entry]),
  );
  return {
    names,
    weights: byOrigin(origins.map(({ id }) => divided.get(id)?.weights ?? new Float64Array(names.length))),
    unlistedShare: byOrigin(origins.map(({ id }) => divided.get(id)?.unlistedShare ?? 0)),
  };
}

/** Names with their bearers by community, and the people of each community whose name is not listed. */
function readBearers() {
  const facts = readTable('surnames.csv').rows;
  const tail: { readonly name: string; readonly group: string }[] = [];
  eachRow('surname-tail.csv.gz', (row) => tail.push({ name: field(row, 0), group: field(row, 1) }));
  const totals = new Map(
    readTable('surname-totals.csv').rows.map((row) => [
      field(row, 0),
      { people: Number(field(row, 1)), shares: sharesOf(row, 2) },
    ]),
  );
  const total = (group: string) => {
    const found = totals.get(group);
    if (found === undefined) throw new Error(`broken table: no group ${group} in surname-totals.csv`);
    return found;
  };

  const tailBearers = bearersAtFreeRanks(new Set(facts.map((row) => Number(field(row, 1)))), tail.length);
  const curvePeople = new Map<string, number>();
  tail.forEach(({ group }, index) => {
    curvePeople.set(group, (curvePeople.get(group) ?? 0) + tailBearers[index]!);
  });

  const columns = communities.map(() => new Float64Array(facts.length + tail.length));
  const enter = (name: number, bearers: number, shares: readonly number[]) =>
    shares.forEach((share, community) => {
      (columns[community] as Float64Array)[name] = bearers * share;
    });
  facts.forEach((row, index) => {
    enter(index, Number(field(row, 2)), sharesOf(row, 3));
  });
  tail.forEach(({ group }, index) => {
    const { people, shares } = total(group);
    enter(facts.length + index, (tailBearers[index]! * people) / curvePeople.get(group)!, shares);
  });

  const listed = total('listed');
  const rare = total('rare');
  const unlisted = columns.map(
    (column, community) =>
      listed.people * listed.shares[community]! +
      rare.people * rare.shares[community]! -
      column.reduce((a, b) => a + b, 0),
  );
  return {
    names: [...facts.map((row) => field(row, 0)), ...tail.map(({ name }) => name)],
    common: facts.length,
    bearers: columns,
    unlisted,
  };
}

function bearersAtFreeRanks(taken: ReadonlySet<number>, count: number): Float64Array {
  const bearers = new Float64Array(count);
  let segment = 0;
  for (let rank = 1, index = 0; index < count; rank++) {
    if (taken.has(rank)) continue;
    while (segment + 2 < rankCurve.length && rankCurve[segment + 1]![0] < rank) segment++;
    const [fromRank, from] = rankCurve[segment]!;
    const [toRank, to] = rankCurve[segment + 1]!;
    bearers[index++] = from * (to / from) ** (Math.log(rank / fromRank) / Math.log(toRank / fromRank));
  }
  return bearers;
}
