/**
 * Beta: over the whole of [0, 1], with its peak at the mode, and nine draws in ten between low and high. For shares
 * whose range is likely and not certain. The shapes are 1 + c m and 1 + c (1 - m); the concentration c >= 0 is the one
 * that puts 0.9 between low and high, or 0 (every share alike) where that range is so wide that even this puts more.
 */

import { betaBelow, betaQuantile } from '../../statistics/beta.ts';
import { increasingRoot } from '../../statistics/root.ts';
import type { Distribution, Range } from '../distribution.ts';

const WITHIN = 0.9;
const LOWEST_CONCENTRATION = 1e-6;
const HIGHEST_CONCENTRATION = 1e8;

const shapes = (mode: number, concentration: number) =>
  [1 + concentration * mode, 1 + concentration * (1 - mode)] as const;

function within({ low, mode, high }: Range, concentration: number): number {
  const [a, b] = shapes(mode, concentration);
  return betaBelow(a, b, high) - betaBelow(a, b, low);
}

/** The concentration that puts nine draws in ten between low and high. */
function concentrationOf(range: Range): number {
  if (range.high - range.low >= WITHIN) return 0;
  const missing = (log: number) => ({ value: within(range, Math.exp(log)) - WITHIN, slope: 0 });
  const [narrow, wide] = [Math.log(HIGHEST_CONCENTRATION), Math.log(LOWEST_CONCENTRATION)];
  return Math.exp(increasingRoot(missing, wide, narrow, 0));
}

export const beta: Distribution = {
  id: 'beta',
  describe: 'of shares: a smooth hill over 0 to 1, nine in ten between low and high',
  needsRange: true,
  refuses({ low, mode, high }, isShare) {
    if (!isShare) return { allowed: 'only for shares', found: 'a number that is no share' };
    const isInside = (low < mode || mode === 0) && (mode < high || mode === 1) && low < high;
    if (isInside) return undefined;
    return {
      allowed: 'low < mode < high, or a mode of 0 or 1 at an end',
      found: `low ${low}, mode ${mode}, high ${high}`,
    };
  },
  quantile(range, probability) {
    const [a, b] = shapes(range.mode, concentrationOf(range));
    return betaQuantile(probability, a, b);
  },
};
