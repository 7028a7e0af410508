/** Choosing among weights. */

/** Places of the weights that are `least` or more, in their order. */
export function atLeast(weights: Float64Array, least: number): Uint32Array {
  const places = new Uint32Array(weights.length);
  let count = 0;
  for (let place = 0; place < weights.length; place++) {
    if (weights[place]! >= least) places[count++] = place;
  }
  return places.slice(0, count);
}
