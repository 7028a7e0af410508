/** Uniform: every value from low to high is as likely as any other; the mode says only what a run uses undrawn. */

import type { Distribution } from '../distribution.ts';

export const uniform: Distribution = {
  id: 'uniform',
  describe: 'every value from low to high alike',
  needsRange: true,
  quantile: ({ low, high }, probability) => low + (high - low) * probability,
};
