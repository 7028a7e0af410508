/**
 * An interval for a count that was simulated in part and weighted up: a weighted sum of Poisson counts.
 *
 * Reference: Fay & Feuer, "Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution", Statistics in Medicine 16 (1997). Conservative: covers at least the level asked for in all
 * their simulations. With every weight 1 it is the exact interval of Garwood (Biometrika 28, 1936), so that
 * no event at all still has an upper end (3.0 at a one-sided 95%, the "rule of three").
 */

import { chiSquareQuantile } from './gamma.ts';
import { checkLevel, type Interval } from './interval.ts';

/** A weighted count, its estimated variance (sum of squared weights of the events) and its largest weight. */
export interface WeightedCount {
  readonly estimate: number;
  readonly variance: number;
  readonly largestWeight: number;
  readonly level: number;
}

/** The gamma interval; `estimate` and `variance` 0 or more, `largestWeight` > 0, `level` in (0, 1). */
export function weightedCountInterval({ estimate, variance, largestWeight, level }: WeightedCount): Interval {
  checkLevel(level);
  if (!(estimate >= 0 && variance >= 0 && largestWeight > 0)) {
    const found = `${estimate}, ${variance}, ${largestWeight}`;
    throw new RangeError(`invalid weighted count; estimate, variance or largest weight negative: ${found}`);
  }
  const tail = (1 - level) / 2;
  const above = estimate + largestWeight;
  const varianceAbove = variance + largestWeight ** 2;
  return {
    low: gammaEnd(tail, estimate, variance),
    high: gammaEnd(1 - tail, above, varianceAbove),
  };
}

/** Quantile of the gamma distribution with this mean and variance. */
function gammaEnd(probability: number, mean: number, variance: number): number {
  if (mean === 0 || variance === 0) return mean;
  return (variance / (2 * mean)) * chiSquareQuantile(probability, (2 * mean ** 2) / variance);
}
