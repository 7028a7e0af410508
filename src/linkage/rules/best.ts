/** Rule `best`: only the highest-scoring candidate at or above the threshold is matched; ties are drawn by lot. */

import type { DecisionRule } from '../rule.ts';

export const best: DecisionRule = {
  id: 'best',
  label: 'only the best',
  describe: 'only the taxpayer with the highest score counts as matched, if at or above the threshold',
  describeUnscored: 'only one such taxpayer, drawn by lot, counts as matched',
  onlyBest: true,
  matchedAt: (passed, isBest) => (isBest ? passed : 0),
};
