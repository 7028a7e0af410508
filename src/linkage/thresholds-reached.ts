/** The thresholds that a score reaches, as the low bits of a word, lowest threshold first. */

/** Scores are compared to 1e-9, so that a threshold of 0.85 means what it says in binary. */
export const SCORE_TOLERANCE = 1e-9;

/** @param thresholds ascending, at most 31 */
export function reachedBy(thresholds: readonly number[], score: number): number {
  let [count, end] = [0, thresholds.length];
  while (count < end) {
    const middle = (count + end) >>> 1;
    if (score + SCORE_TOLERANCE >= thresholds[middle]!) count = middle + 1;
    else end = middle;
  }
  return ~(-1 << count);
}
