/**
 * PERT: a beta distribution stretched from low to high, with its peak at the mode and the mean
 * (low + 4 mode + high) / 6: more weight near the mode, less near the ends, than the triangular one.
 * Reference: Malcolm, Roseboom, Clark & Fazar, Operations Research 7 (1959); the beta form with shapes that sum to 6
 * is that of Vose, Risk Analysis, 3rd ed. (2008).
 */

import { betaQuantile } from '../../statistics/beta.ts';
import type { Distribution } from '../distribution.ts';

/** How many times the mode weighs against an end. */
const WEIGHT_OF_MODE = 4;

export const pert: Distribution = {
  id: 'pert',
  describe: 'a smooth hill from low to high with its top at the mode',
  needsRange: true,
  quantile({ low, mode, high }, probability) {
    const width = high - low;
    if (width === 0) return mode;
    const a = 1 + (WEIGHT_OF_MODE * (mode - low)) / width;
    const b = 1 + (WEIGHT_OF_MODE * (high - mode)) / width;
    return low + width * betaQuantile(probability, a, b);
  },
};
