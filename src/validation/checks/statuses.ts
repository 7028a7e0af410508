/**
 * People without lawful status, and the citizens they live with: who is drawn in when a household is matched.
 * Citizens by birth, naturalized ones and the foreign-born are counted over everybody, children among them.
 */

import type { Household } from '../../population/household.ts';
import { statuses as statusList } from '../../population/statuses.ts';
import type { Check, CheckFamily } from '../check.ts';
import { householdRatio, times } from '../estimate.ts';

const citizens: ReadonlySet<string> = new Set(
  statusList.filter(({ citizen }) => citizen).map(({ id }) => id),
);

/** 52.3% of the foreign-born of 2022, taken of those of 2023. */
const NATURALIZED = 47_800_000 * 0.523;

/** A number of people or households, estimated from how many there are to each filer of the sampled households. */
const fact = (
  id: string,
  words: string,
  evidence: string,
  target: number,
  count: (household: Household) => number,
): Check => ({
  id,
  fact: words,
  source: { evidence },
  unit: 'count',
  target,
  tolerance: { relative: 0.1 },
  measure: (sample) => {
    const perFiler = householdRatio(sample, (household) => [
      count(household),
      household.members.filter(({ person }) => person >= 0).length,
    ]);
    return times(perFiler, sample.represented);
  },
});

const isMixed = ({ members }: Household) => members.some(({ status }) => status === 'unauthorized');
/** How many people there are of a kind, in households with an unauthorized immigrant only. */
const inMixed =
  (is: (member: Household['members'][number]) => boolean) =>
  (household: Household): number =>
    isMixed(household) ? household.members.filter(is).length : 0;

export const statuses: CheckFamily = {
  id: 'statuses',
  checks: [
    fact(
      'mixed-status-households',
      'households with an unauthorized immigrant',
      'undoc-households',
      7_500_000,
      (household) => (isMixed(household) ? 1 : 0),
    ),
    fact(
      'mixed-status-people',
      'people in mixed-status households',
      'mixed-status-people',
      22_000_000,
      inMixed(() => true),
    ),
    fact(
      'mixed-status-citizens',
      'citizens in mixed-status households',
      'mixed-status-people',
      11_300_000,
      inMixed(({ status }) => citizens.has(status)),
    ),
    fact(
      'mixed-status-citizen-children',
      'citizens under 18 in mixed-status households',
      'mixed-status-people',
      5_500_000,
      inMixed(({ status, age }) => age < 18 && citizens.has(status)),
    ),
    fact(
      'citizen-spouses',
      'citizens whose spouse is an unauthorized immigrant',
      'citizen-spouses',
      1_700_000,
      (household) => (isCitizenWithUnauthorizedSpouse(household) ? 1 : 0),
    ),
    fact(
      'itin-holders',
      'holders of an ITIN',
      'itin-active',
      5_800_000,
      ({ members }) => members.filter(({ identifier }) => identifier === 'itin').length,
    ),
    fact(
      'foreign-born',
      'people born abroad',
      'foreign-born',
      47_800_000,
      ({ members }) => members.filter(({ status }) => status !== 'us-born-citizen').length,
    ),
    fact(
      'naturalized',
      'naturalized citizens',
      'foreign-born',
      NATURALIZED,
      ({ members }) => members.filter(({ status }) => status === 'naturalized-citizen').length,
    ),
  ],
};

function isCitizenWithUnauthorizedSpouse({ members: [householder, second] }: Household): boolean {
  if (householder === undefined || second?.role !== 'spouse') return false;
  const couple = [householder.status, second.status];
  return couple.includes('unauthorized') && couple.some((status) => citizens.has(status));
}
