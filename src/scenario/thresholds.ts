/**
 * The thresholds at which a run decides. They are an even grid, written as its two ends and its step; each is
 * rounded to six decimals, so that 0.7 + 22 x 0.01 is the 0.92 that a reader types.
 */

interface ThresholdGrid {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The thresholds from `from` up to and including `to`, ascending. The last is below `to` when no step lands on it. */
export function thresholdsOf(grid: ThresholdGrid): readonly number[] {
  return Array.from(
    { length: thresholdCount(grid) },
    (_, i) => Math.round((grid.from + i * grid.step) * 1e6) / 1e6,
  );
}

/** How many thresholds a grid has, without listing them. */
export function thresholdCount(grid: ThresholdGrid): number {
  return Math.floor((grid.to - grid.from) / grid.step + 1e-9) + 1;
}
