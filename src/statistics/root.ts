/**
 * A root of an increasing function by Newton's method inside a bracket, bisecting whenever a Newton step
 * leaves the bracket or gains too little, so that it always arrives.
 *
 * Reference: Press et al., "Numerical Recipes", 3rd ed. (2007), section 9.4, `rtsafe`.
 */

const STEPS = 400;
const TOLERANCE = 1e-15;

/** A function's value and slope at one place. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/** The place in [low, high] where the increasing function `at` crosses 0, to about 15 digits (or 1e-15). */
export function increasingRoot(
  at: (x: number) => ValueAndSlope,
  low: number,
  high: number,
  start: number,
): number {
  let from = low;
  let to = high;
  let x = Math.min(Math.max(start, low), high);
  let lastStep = to - from;
  for (let i = 0; i < STEPS; i++) {
    const { value, slope } = at(x);
    if (value === 0) return x;
    if (value < 0) from = x;
    else to = x;
    let next = x - value / slope;
    if (!(next > from && next < to) || Math.abs(2 * value) > Math.abs(lastStep * slope))
      next = (from + to) / 2;
    lastStep = next - x;
    if (Math.abs(lastStep) <= TOLERANCE * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return x;
}
