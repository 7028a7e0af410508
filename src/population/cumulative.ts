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

/** Most entries of the table of `placeFinder`. */
const GUIDES = 8192;

/**
 * Finds the interval of ascending whole `bounds`, from 0 on, that holds a value of 0 or more: the last i with
 * bounds[i] <= value, the last bound aside. A table of the places of equally spaced values leaves few to search.
 */
export function placeFinder(bounds: Float64Array): (value: number) => number {
  const total = bounds[bounds.length - 1]!;
  // A power of two divides without rounding.
  const step = 2 ** Math.ceil(Math.log2(Math.max(1, total / (GUIDES - 2))));
  const guides = new Int32Array(Math.floor(total / step) + 2);
  for (let guide = 0, place = 0; guide < guides.length; guide++) {
    while (place + 2 < bounds.length && bounds[place + 1]! <= guide * step) place++;
    guides[guide] = place;
  }
  return (value) => {
    const guide = Math.floor(value / step);
    let low = guides[guide]!;
    let high = guides[guide + 1]! + 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (bounds[middle]! <= value) low = middle;
      else high = middle;
    }
    return low;
  };
}
