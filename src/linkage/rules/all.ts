/** Rule `all`: every candidate at or above the threshold is matched. */

import type { DecisionRule } from '../rule.ts';

export const all: DecisionRule = {
  id: 'all',
  label: 'everybody who passes',
  describe: 'every taxpayer at or above the threshold counts as matched',
  describeUnscored: 'every such taxpayer counts as matched',
  onlyBest: false,
  matchedAt: (passed) => passed,
};
