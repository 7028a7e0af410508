/**
 * How many adults of their own community a person has in their ZIP area: where namesakes live together.
 *
 * Read from the whole file, not from a sample: the layout knows how many people of each community live in every
 * ZIP area, and the figure rests on the few areas with most of them. The file's people stand for all adults
 * of 2020, so counts are scaled by adults per person of the file. There is no chance in the figure but that of
 * the file's own seed.
 */

import type { Community } from '../../population/communities.ts';
import type { Layout } from '../../population/layout.ts';
import type { CheckFamily } from '../check.ts';
import { exact } from '../estimate.ts';
import { communityOf, statesOf } from '../sample.ts';

/** Adults of the 50 states and DC, 2020 Census. */
const ADULTS = 258_336_802;

const facts: readonly { community: Community; group: string; adults: number }[] = [
  { community: 'hispanic', group: 'Hispanic', adults: 14_020 },
  { community: 'white', group: 'White', adults: 14_287 },
  { community: 'black', group: 'Black', adults: 9580 },
  { community: 'asian', group: 'Asian or Pacific', adults: 7756 },
];

export const ownCommunity: CheckFamily = {
  id: 'own-community',
  checks: facts.map(({ community, group, adults }) => ({
    id: `own-community-${community}`,
    fact: `${group} adults in the ZIP area of one of them`,
    source: { table: 'Census 2020 DHC, adults by ZIP area' },
    unit: 'count',
    target: adults,
    tolerance: { relative: 0.08 },
    measure: ({ population: { layout }, represented }) =>
      exact((neighbours(layout, community) * ADULTS) / represented),
  })),
};

/** Mean over the people of a community of how many of them are in their ZIP area. */
function neighbours(layout: Layout, community: Community): number {
  let people = 0;
  let pairs = 0;
  for (const zip of statesOf(layout)) {
    const here = layout
      .area(zip)
      .cells.reduce((sum, cell) => sum + (communityOf(cell) === community ? cell.people : 0), 0);
    people += here;
    pairs += here ** 2;
  }
  return pairs / people;
}
