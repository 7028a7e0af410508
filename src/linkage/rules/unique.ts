/** Rule `unique`: a candidate is matched only if it alone is at or above the threshold. */

import type { DecisionRule } from '../rule.ts';

export const unique: DecisionRule = {
  id: 'unique',
  label: 'only if alone',
  describe: 'a taxpayer counts as matched only if nobody else is at or above the threshold',
  describeUnscored: 'such a taxpayer counts as matched only if there is no other',
  onlyBest: true,
  matchedAt: (passed, isBest, passedByRunnerUp) => (isBest ? passed & ~passedByRunnerUp : 0),
};
