/** What an interval estimate is: two ends and, beside it, the level that they were asked for. */

/** The ends of a central confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Throws a RangeError unless `level` is a confidence level in (0, 1), such as 0.9. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid confidence level; not in (0, 1): ${level}`);
}
