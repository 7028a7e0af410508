/**
 * Rule `review`: a person looks at everybody at or above the threshold and accepts or refuses each. The reviewer accepts
 * a correct pair with the stated sensitivity and a wrong one with one less the specificity; the same pair is
 * judged alike at every threshold.
 */

import type { DecisionRule } from '../rule.ts';

export const review: DecisionRule = {
  id: 'review',
  label: 'after review by a person',
  describe: 'a person looks at each taxpayer at or above the threshold, and accepts some',
  describeUnscored: 'a person looks at each such taxpayer, and accepts some',
  onlyBest: false,
  matchedAt: (passed, _isBest, _passedByRunnerUp, isAccepted) => (isAccepted?.() ? passed : 0),
};
