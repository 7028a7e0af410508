/**
 * Whether an error happens, from its random word: the comparison
 *
 *     own * quantile(word) < quantile(chance) + shared
 *
 * of the copula (corruptor.ts), whose quantiles are dear. A table of the normal quantile at equally spaced probabilities
 * bounds both sides, and nearly always the bounds decide. Where they do not, the quantiles themselves do, so that the
 * answer is always that of the comparison as it stands.
 */

import { uniform } from '../random/stream.ts';
import { normalQuantile } from '../statistics/normal.ts';

/** Bits of a word that choose its cell of the table. */
const CELL_BITS = 12;
const CELLS = 2 ** CELL_BITS;
/** Far above the rounding errors of the quantile, far below the steps of the table. */
const MARGIN = 1e-9;

/** Quantiles where cells begin; one more at the end, above a probability of 1. */
const quantileAt = Float64Array.from({ length: CELLS + 2 }, (_, cell) =>
  normalQuantile(Math.min(1, cell / CELLS)),
);

/**
 * Whether an error of probability `chance` happens by the random `word`.
 * @param own weight of the error's own part, in [0, 1]; 1 where it stands alone
 * @param shared the part that it shares with other errors of the record; 0 where it stands alone
 */
export function happensBy(word: number, chance: number, own: number, shared: number): boolean {
  const drawn = word >>> (32 - CELL_BITS);
  const asked = Math.floor(chance * CELLS);
  if (own * quantileAt[drawn]! > quantileAt[asked + 1]! + shared + MARGIN) return false;
  if (own * quantileAt[drawn + 1]! < quantileAt[asked]! + shared - MARGIN) return true;
  return own * normalQuantile(uniform(word)) < normalQuantile(chance) + shared;
}
