/**
 * Quantiles of a sample. Definition 8 of Hyndman & Fan, Sample quantiles in statistical packages, The American
 * Statistician 50 (1996): nearly median-unbiased whatever the distribution, and the one that they recommend.
 */

/** The value below which a share `probability`, in [0, 1], of what was sampled lies; NaN of an empty sample. */
export function sampleQuantile(values: readonly number[], probability: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length + 1 / 3) * probability + 1 / 3;
  const whole = Math.floor(place);
  const at = (rank: number) => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? Number.NaN;
  const [below, above] = [at(whole), at(whole + 1)];
  return below + (place - whole) * (above - below);
}
