/**
 * The sample on the footing of the 2010 Census, whose surnames are the target: the file has the communities of
 * the adults of 2020, among whom some had grown. Each person counts as heavily as their community did among the
 * people of that Census whose surnames were counted, rare ones included.
 */

import { type Community, communities } from '../population/communities.ts';
import { field, readTable, sharesOf } from '../population/tables/csv.ts';
import { communityOf, type Sample } from './sample.ts';

/** The same people with other weights: communities have their shares of 2010. */
export function asOfCensus2010(sample: Sample): Sample {
  const wanted = communityShares2010();
  const here = new Map<Community, number>();
  for (const { area, weights } of sample.areas) {
    area.cells.forEach((cell, place) => {
      const community = communityOf(cell);
      here.set(community, (here.get(community) ?? 0) + weights[place]! * cell.people);
    });
  }
  const everybody = [...here.values()].reduce((a, b) => a + b, 0);
  const factor = (community: Community) =>
    wanted[communities.indexOf(community)]! / (here.get(community)! / everybody);
  return {
    ...sample,
    areas: sample.areas.map((area) => ({
      ...area,
      weights: area.weights.map((weight, place) =>
        weight === 0 ? 0 : weight * factor(communityOf(area.area.cells[place]!)),
      ),
    })),
  };
}

/** Shares of the communities, in their order, among all people of the 2010 surname list. */
function communityShares2010(): readonly number[] {
  const groups = readTable('surname-totals.csv')
    .rows.filter((row) => ['listed', 'rare'].includes(field(row, 0)))
    .map((row) => ({ people: Number(field(row, 1)), shares: sharesOf(row, 2) }));
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  return communities.map(
    (_, c) => groups.reduce((sum, group) => sum + group.people * group.shares[c]!, 0) / people,
  );
}
