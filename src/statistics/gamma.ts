/**
 * The gamma function's logarithm, the gamma distribution (scale 1) and its quantiles, and those of
 * chi-square, which is twice a gamma of half its degrees.
 *
 * References: NIST Digital Library of Mathematical Functions, 5.11.1 (Stirling), 8.7.1 (series) and 8.9.2
 * (continued fraction, by Lentz's method); Wilson & Hilferty (1931) for the first guess of a quantile.
 */

import { normalQuantile } from './normal.ts';
import { increasingRoot } from './root.ts';

const STIRLING_FROM = 12;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const EPSILON = 2 ** -53;
const TINY = 1e-300;
const SMALLEST_LOG = -740;

/**
 * What Stirling's formula leaves out: log gamma(x) - ((x - 1/2) log x - x + log(2 pi)/2), for x > 0. Kept
 * apart because in beta and gamma densities the large parts cancel, and this is what remains.
 */
export function stirlingRemainder(x: number): number {
  if (x < STIRLING_FROM) return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
  const y = 1 / (x * x);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))));
  return series / x;
}

/** Natural logarithm of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid argument of log gamma; not positive: ${x}`);
  let shifted = x;
  let product = 1;
  while (shifted < STIRLING_FROM) product *= shifted++;
  const large = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRemainder(shifted);
  return large - Math.log(product);
}

/** x^shape e^-x / gamma(shape): the density times x. */
function densityTimesX(shape: number, x: number): number {
  if (shape < STIRLING_FROM) return Math.exp(shape * Math.log(x) - x - logGamma(shape));
  const excess = (x - shape) / shape;
  const logRatio = excess > -0.5 ? Math.log1p(excess) : Math.log(x / shape);
  const exponent = shape * (logRatio - excess) - stirlingRemainder(shape);
  return Math.exp(exponent) * Math.sqrt(shape / (2 * Math.PI));
}

/** Probability below x by the series, good for x < shape + 1. */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = shape + 1; term > sum * EPSILON; k++) {
    term *= x / k;
    sum += term;
  }
  return sum * densityTimesX(shape, x);
}

/** Probability above x by the continued fraction, good for x >= shape + 1. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  let change = 0;
  for (let i = 1; Math.abs(change - 1) > 2 * EPSILON; i++) {
    const numerator = -i * (i - shape);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    change = c * d;
    fraction *= change;
  }
  return fraction * densityTimesX(shape, x);
}

function checkShape(shape: number): void {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid gamma shape; not a positive finite number: ${shape}`);
  }
}

/** P(shape, x): the probability that a gamma variable of this shape and scale 1 is below x; 0 for x <= 0. */
export function gammaBelow(shape: number, x: number): number {
  checkShape(shape);
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x);
}

/** Q(shape, x) = 1 - P(shape, x), accurate in the far upper tail too. */
export function gammaAbove(shape: number, x: number): number {
  checkShape(shape);
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
}

/** The x with P(shape, x) = probability. Solved in log x, so that tiny quantiles keep their digits. */
export function gammaQuantile(probability: number, shape: number): number {
  checkShape(shape);
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`invalid probability; not in [0, 1]: ${probability}`);
  }
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  const upper = 1 - probability;
  const distance = (x: number) =>
    probability <= 0.5 ? gammaBelow(shape, x) - probability : upper - gammaAbove(shape, x);
  const cube = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  const guess =
    cube > 0.3 ? Math.log(shape * cube ** 3) : (Math.log(probability) + logGamma(shape + 1)) / shape;
  const logX = increasingRoot(
    (t) => ({ value: distance(Math.exp(t)), slope: densityTimesX(shape, Math.exp(t)) }),
    SMALLEST_LOG,
    Math.log(4 * shape + 1000),
    guess,
  );
  return Math.exp(logX);
}

/** The value that chi-square with `degrees` > 0 (not necessarily whole) stays below with the probability. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  return 2 * gammaQuantile(probability, degrees / 2);
}
