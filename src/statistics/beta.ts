/**
 * The beta distribution and its quantiles: exact intervals of shares rest on them.
 *
 * References: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction, by Lentz's
 * method); Loader, "Fast and accurate computation of binomial probabilities" (2000), for a density whose
 * large parts are cancelled by hand, without which nothing is left of it at sample sizes of 10^8.
 */

import { stirlingRemainder } from './gamma.ts';
import { increasingRoot } from './root.ts';

const EPSILON = 2 ** -53;
const TINY = 1e-300;
const SMALLEST_LOG = -740;

/** x^a (1 - x)^b / B(a, b): the density times x (1 - x). */
function scaledDensity(a: number, b: number, x: number): number {
  const n = a + b;
  const excess = x * n - a;
  const logRatio = (change: number, ratio: number) => (change > -0.5 ? Math.log1p(change) : Math.log(ratio));
  const deviance = a * logRatio(excess / a, (x * n) / a) + b * logRatio(-excess / b, ((1 - x) * n) / b);
  const remainder = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  return Math.exp(deviance + remainder) * Math.sqrt(a / (2 * Math.PI)) * Math.sqrt(b / n);
}

/** The continued fraction of I_x(a, b) / (density times x (1 - x)), good for x below about a / (a + b). */
function lowerFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let fraction = d;
  const advance = (numerator: number): number => {
    d = 1 + numerator * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    fraction *= c * d;
    return c * d;
  };
  for (let m = 1, change = 0; Math.abs(change - 1) > 2 * EPSILON; m++) {
    advance((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    change = advance((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
  }
  return fraction / a;
}

function checkShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid beta shapes; not positive finite numbers: ${a}, ${b}`);
  }
}

/** I_x(a, b): the probability that a beta variable of these shapes is below x. */
export function betaBelow(a: number, b: number, x: number): number {
  checkShapes(a, b);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x < (a + 1) / (a + b + 2)) return scaledDensity(a, b, x) * lowerFraction(a, b, x);
  return 1 - scaledDensity(a, b, x) * lowerFraction(b, a, 1 - x);
}

/** The x with I_x(a, b) = probability, to 8 digits for shapes up to 10^8. */
export function betaQuantile(probability: number, a: number, b: number): number {
  checkShapes(a, b);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`invalid probability; not in [0, 1]: ${probability}`);
  }
  if (probability === 0 || probability === 1) return probability;
  // Solved in the logarithm of x or of 1 - x, whichever is the smaller.
  return betaBelow(a, b, 0.5) >= probability
    ? lowerQuantile(probability, a, b)
    : 1 - lowerQuantile(1 - probability, b, a);
}

function lowerQuantile(probability: number, a: number, b: number): number {
  const logX = increasingRoot(
    (t) => {
      const x = Math.exp(t);
      return { value: betaBelow(a, b, x) - probability, slope: scaledDensity(a, b, x) / (1 - x) };
    },
    SMALLEST_LOG,
    -Math.LN2,
    Math.log(a / (a + b)),
  );
  return Math.exp(logX);
}
