/**
 * Intervals for a share: exact for independent trials, and widened to match an estimated variance for a
 * share that comes from clusters or weights.
 *
 * References: Clopper & Pearson (Biometrika 26, 1934), with beta quantiles, so that successes and trials need
 * not be whole; Korn & Graubard, "Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data", Survey Methodology 24 (1998).
 * Convention: effective trials are share (1 - share) / variance, never more than the trials; without their
 * correction for few degrees of freedom of the design.
 */

import { betaQuantile } from './beta.ts';
import { checkLevel, type Interval } from './interval.ts';

/** An estimated share, its variance under the design, and how many trials stand behind it. */
export interface EstimatedShare {
  readonly share: number;
  readonly variance: number;
  readonly trials: number;
  readonly level: number;
}

/** The exact interval of `successes` in `trials`, 0 <= successes <= trials and trials > 0; neither need be whole. */
export function clopperPearson(successes: number, trials: number, level: number): Interval {
  checkLevel(level);
  if (!(successes >= 0 && successes <= trials && trials > 0)) {
    throw new RangeError(`invalid successes; not in [0, trials], or no trials: ${successes} of ${trials}`);
  }
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  };
}

/** The interval of an estimated share in [0, 1]; a variance of 0, or a share of 0 or 1, keeps all the trials. */
export function shareInterval({ share, variance, trials, level }: EstimatedShare): Interval {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`invalid share; not in [0, 1]: ${share}`);
  if (!(variance >= 0)) throw new RangeError(`invalid variance of a share; not 0 or more: ${variance}`);
  const spread = share * (1 - share);
  const effective = variance > 0 && spread > 0 ? Math.min(spread / variance, trials) : trials;
  return clopperPearson(share * effective, effective, level);
}
