/**
 * The standard normal distribution function, by the incomplete gamma function with shape 1/2.
 *
 * Reference: NIST Digital Library of Mathematical Functions, 7.11.1 and 7.2.
 */

import { gammaAbove } from './gamma.ts';

/** Beyond this many deviations a double holds nothing but 0 and 1. */
const CERTAIN = 38;

/** The probability that a standard normal variable stays below x. */
export function normalBelow(x: number): number {
  if (Math.abs(x) > CERTAIN) return x > 0 ? 1 : 0;
  const tail = gammaAbove(0.5, (x * x) / 2) / 2;
  return x > 0 ? 1 - tail : tail;
}
