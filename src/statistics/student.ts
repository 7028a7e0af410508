/**
 * Quantiles of Student's t: what stands in for the normal quantile where a variance is itself estimated from few
 * groups.
 *
 * Reference: NIST Digital Library of Mathematical Functions, 8.17; with n degrees of freedom, n / (n + t^2) has a beta
 * distribution of shapes n / 2 and 1 / 2.
 */

import { betaQuantile } from './beta.ts';

/** The t with `degrees` > 0 of freedom that is exceeded with probability `tail` in (0, 0.5]. */
export function studentQuantile(tail: number, degrees: number): number {
  if (!(tail > 0 && tail <= 0.5)) throw new RangeError(`invalid tail; not in (0, 0.5]: ${tail}`);
  const x = betaQuantile(2 * tail, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
