/**
 * A Fellegi-Sunter model: how likely each level of agreement is among true matches (m) and among other pairs (u),
 * and how likely a pair is a match before anything is compared (the prior). Fields are taken to be independent
 * given which of the two a pair is.
 *
 * Reference: Fellegi and Sunter, "A theory for record linkage" (JASA 64, 1969); match weights as log2(m / u).
 */

import { comparisonField } from './fields.ts';

export interface FellegiSunterModel {
  /** Share of the compared pairs that are matches, between 0 and 1. */
  readonly prior: number;
  readonly fields: readonly FieldModel[];
  /** No value counts as borne by a smaller share of people than this, however rare it is; 0 if not given. */
  readonly leastShare?: number;
}

export interface FieldModel {
  /** A field of fields.ts. */
  readonly id: string;
  /** By level, from 0 up; each sums to 1 and none is 0. */
  readonly m: readonly number[];
  readonly u: readonly number[];
}

const rest = (shares: readonly number[]) => [1 - shares.reduce((sum, share) => sum + share, 0), ...shares];

/**
 * The stated model of the built-in matcher.
 *
 * Prior: an assumption, 1 in 10,000: about one true partner among the adults of a ZIP area. u of names: measured on
 * 3 million random pairs of simulated taxpayers of the whole country (same surname 1 in 1,860, same given name 1 in
 * 470); within a ZIP code more strangers agree, which the frequency adjustment or a fit on one's own pairs corrects.
 * u of a surname in common, of initials and of middle names, and every m: assumptions. Date of birth and number: u
 * by counting (same day 1 in 23,000 adults; one person in 200 million has a number), m assumptions.
 *
 * Least share: an assumption, that of the prior. Among the adults of a ZIP area, whom the prior reckons with, hardly
 * anybody is alone with a surname: relatives live there. And a name that is rare in the country may be at home in the
 * place. So agreement on one name, however rare, can do no more than make up for the prior; it takes two.
 */
export const statedModel: FellegiSunterModel = {
  prior: 1e-4,
  leastShare: 1e-4,
  fields: [
    { id: 'surname', m: rest([0.02, 0.05, 0.08, 0.82]), u: rest([6.5e-4, 1.9e-4, 1e-3, 5.4e-4]) },
    { id: 'givenName', m: rest([0.01, 0.05, 0.05, 0.85]), u: rest([1e-3, 7.9e-4, 1.1e-3, 2.1e-3]) },
    { id: 'middleName', m: rest([0.34, 0.6]), u: rest([0.04, 0.005]) },
    { id: 'dateOfBirth', m: rest([0.02, 0.04, 0.92]), u: rest([0.015, 9e-4, 4.3e-5]) },
    { id: 'tin', m: rest([0.02, 0.96]), u: rest([9e-8, 5e-9]) },
  ],
};

/** Holds a model to its definition; a RangeError says in one line what is wrong. */
export function checkedModel(model: FellegiSunterModel): FellegiSunterModel {
  if (!(model.prior > 0 && model.prior < 1)) {
    throw new RangeError(`prior must lie between 0 and 1, both excluded: ${model.prior}`);
  }
  const { leastShare = 0 } = model;
  if (!(leastShare >= 0 && leastShare < 1)) {
    throw new RangeError(`leastShare must lie between 0 and 1, 1 excluded: ${leastShare}`);
  }
  for (const { id, m, u } of model.fields) {
    const { levels } = comparisonField(id);
    for (const [name, shares] of [['m', m] as const, ['u', u] as const]) {
      const sum = shares.reduce((total, share) => total + share, 0);
      const sound = shares.length === levels.length && shares.every((share) => share > 0 && share <= 1);
      if (!sound || Math.abs(sum - 1) > 1e-6) {
        throw new RangeError(
          `${name} of ${id} must be ${levels.length} numbers above 0 that sum to 1: ${shares.join(', ')}`,
        );
      }
    }
  }
  return model;
}
