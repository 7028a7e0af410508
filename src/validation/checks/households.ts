/** How many people live together, children and those who do not file among them. */

import type { CheckFamily, NotModelled } from '../check.ts';

const filersOnly: NotModelled = {
  notModelled: 'the file holds filers: no children, no adults who do not file',
};

const facts = [
  { id: 'household-size', fact: 'people in a household', people: 2.51 },
  { id: 'family-household-size', fact: 'people in a family household', people: 3.15 },
  { id: 'family-household-size-hispanic', fact: 'people in a Hispanic family household', people: 3.66 },
] as const;

export const households: CheckFamily = {
  id: 'households',
  checks: facts.map(({ id, fact, people }) => ({
    id,
    fact,
    source: { evidence: 'household-size' },
    unit: 'mean',
    target: people,
    tolerance: { relative: 0.03 },
    measure: () => filersOnly,
  })),
};
