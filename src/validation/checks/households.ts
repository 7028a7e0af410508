/** How many people live together, children and those who do not file among them, and how many households there are. */

import type { Household } from '../../population/household.ts';
import type { Role } from '../../population/household-members.ts';
import { origins } from '../../population/origins.ts';
import type { Check, CheckFamily } from '../check.ts';
import { householdRatio } from '../estimate.ts';

const related: readonly Role[] = ['spouse', 'child', 'minor', 'parent', 'sibling', 'relative'];
const isFamily = ({ members }: Household) => members.some(({ role }) => related.includes(role));
const hispanic: ReadonlySet<string> = new Set(
  origins.filter(({ community }) => community === 'hispanic').map(({ id }) => id),
);
const isHispanic = ({ members }: Household) => members.some(({ origin }) => hispanic.has(origin));

const size = (
  id: string,
  fact: string,
  people: number,
  isMeant: (household: Household) => boolean,
): Check => ({
  id,
  fact,
  source: { evidence: 'household-size' },
  unit: 'mean',
  target: people,
  tolerance: { relative: 0.03 },
  measure: (sample) =>
    householdRatio(sample, (household) => (isMeant(household) ? [household.members.length, 1] : [0, 0])),
});

export const households: CheckFamily = {
  id: 'households',
  checks: [
    size('household-size', 'people in a household', 2.51, () => true),
    size('family-household-size', 'people in a family household', 3.15, isFamily),
    size(
      'family-household-size-hispanic',
      'people in a Hispanic family household',
      3.66,
      (household) => isHispanic(household) && isFamily(household),
    ),
  ],
};
