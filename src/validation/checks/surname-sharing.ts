/**
 * How often two people share a surname, rare surnames included. A stranger of the same name is what a wrong match is
 * made of, and within a community the chance is many times that in the country.
 */

import { type Community, communities } from '../../population/communities.ts';
import { asOfCensus2010 } from '../census-2010.ts';
import type { CheckFamily } from '../check.ts';
import { chanceOfSharing, oneIn } from '../estimate.ts';
import { communityOf } from '../sample.ts';

/** Rare names, under 100 bearers, are all taken as different in these figures. */
const facts: readonly { group: string; members: readonly Community[]; pairs: number }[] = [
  { group: 'people', members: communities, pairs: 1775 },
  { group: 'Hispanic people', members: ['hispanic'], pairs: 252 },
  { group: 'Asian and Pacific people', members: ['asian'], pairs: 332 },
  { group: 'Black people', members: ['black'], pairs: 367 },
  { group: 'White people', members: ['white'], pairs: 2155 },
];

export const surnameSharing: CheckFamily = {
  id: 'surname-sharing',
  checks: facts.map(({ group, members, pairs }) => ({
    id: members === communities ? 'surname-sharing' : `surname-sharing-${members[0]}`,
    fact: `two ${group} share a surname`,
    source: { table: 'Census 2010 surnames' },
    unit: 'one in',
    target: pairs,
    tolerance: { relative: 0.06 },
    measure: (sample) =>
      oneIn(
        chanceOfSharing(asOfCensus2010(sample), {
          keys: sample.surnames,
          keyOf: ({ surnames }) => surnames,
          includes: ({ area }, cell) => members.includes(communityOf(area.cells[cell]!)),
        }),
      ),
  })),
};
