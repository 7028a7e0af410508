/**
 * Triangular: the density rises in a straight line from low to the mode and falls in one to high. The usual choice
 * where only three numbers are known.
 * Reference: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, vol. 2 (1995), 26.9.
 */

import type { Distribution } from '../distribution.ts';

export const triangular: Distribution = {
  id: 'triangular',
  describe: 'straight up from low to the mode, straight down to high',
  needsRange: true,
  quantile({ low, mode, high }, probability) {
    const width = high - low;
    if (width === 0) return mode;
    return probability * width <= mode - low
      ? low + Math.sqrt(probability * width * (mode - low))
      : high - Math.sqrt((1 - probability) * width * (high - mode));
  },
};
