/**
 * Continuous distributions, drawn from addressed words. Each function says which words it reads.
 *
 * References: Box & Muller (1958) for the normal; Marsaglia & Tsang, "A simple method for generating gamma
 * variables", ACM TOMS 26 (2000), with their boost for shapes below 1.
 */

import { block, type Stream, uniform, uniform53 } from './stream.ts';

/** How many draws `gammaDraw` may read, from `firstDraw` on. */
const GAMMA_DRAWS = 64;

/** A standard normal value from three words: two for the radius, one for the angle. */
export function normal(word0: number, word1: number, word2: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform53(word0, word1)));
  return radius * Math.cos(2 * Math.PI * uniform(word2));
}

/** An exponential waiting time with the given mean, from one word; at most 22.9 means long. */
export function exponential(word: number, mean: number): number {
  return -mean * Math.log(uniform(word));
}

/**
 * A gamma value of the given shape and scale 1 (mean and variance both `shape`), for shape > 0; else a
 * RangeError. Reads at most 64 draws of the entity, `firstDraw` to `firstDraw + 63`: reserve them. The first
 * serves the boost, each later one an attempt; an attempt fails with probability below 0.05, so that all 63
 * fail less than once in 10^81, and then the value is the shape itself.
 * For shapes below about 0.01 most of the distribution lies under the smallest double and draws may be 0.
 * @param words four words of scratch, for who draws very many
 */
export function gammaDraw(
  stream: Stream,
  entity: number,
  firstDraw: number,
  shape: number,
  words = new Uint32Array(4),
): number {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid gamma shape; not a positive finite number: ${shape}`);
  }
  if (shape < 1) {
    block(stream, entity, firstDraw, words);
    const boost = (1 - uniform53(words[0]!, words[1]!)) ** (1 / shape);
    return boost * attempts(stream, entity, firstDraw, shape + 1, words);
  }
  return attempts(stream, entity, firstDraw, shape, words);
}

function attempts(
  stream: Stream,
  entity: number,
  firstDraw: number,
  shape: number,
  words: Uint32Array,
): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let draw = 1; draw < GAMMA_DRAWS; draw++) {
    block(stream, entity, firstDraw + draw, words);
    const x = normal(words[0]!, words[1]!, words[2]!);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform(words[3]!)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
  return shape;
}
