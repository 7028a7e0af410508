/** Cumulative counts: dealing out whole numbers in proportion, and finding the interval that a number falls in. */

/** Cumulative whole counts that deal `total` out in proportion to `weights`; the last is `total`. */
export function shareOut(total: number, weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  const cumulative = new Float64Array(weights.length + 1);
  let running = 0;
  for (let i = 0; i < weights.length; i++) {
    running += weights[i]!;
    cumulative[i + 1] = i === weights.length - 1 ? total : Math.round((total * running) / sum);
  }
  return cumulative;
}

/** The interval of ascending `bounds` that holds `value`: the last i with bounds[i] <= value. */
export function placeOf(bounds: Float64Array | Int32Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
