/**
 * Totals and ratios of a population from whole clusters (ZIP areas), sampled at random without replacement
 * within strata, from sums that can be added up in any order.
 *
 * Reference: Cochran, "Sampling Techniques", 3rd ed. (1977), sections 5.3 to 5.5 (stratified totals with the
 * finite population correction) and 6.10 to 6.12 (combined ratio, linearised).
 * Convention: a stratum sampled whole adds no variance. A stratum with one sampled cluster of several tells
 * nothing about its spread; its variance is taken as N^2 y^2, whose expectation, N^2 times the mean square, is
 * never less than the true variance: too wide rather than too narrow.
 */

/** A stratum: how many clusters it has, how many were sampled, and the sample's sum and sum of squares. */
export interface Stratum {
  readonly clusters: number;
  readonly sampled: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** A stratum with two measurements of each cluster: y over x is the ratio. */
export interface PairedStratum {
  readonly clusters: number;
  readonly sampled: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly sumXX: number;
  readonly sumYY: number;
  readonly sumXY: number;
}

/** The population total and the variance of its estimate, unbiased where every stratum has two clusters or all. */
export function stratifiedTotal(strata: readonly Stratum[]): { total: number; variance: number } {
  let total = 0;
  let variance = 0;
  for (const stratum of strata) {
    if (stratum.clusters === 0) continue;
    checkSampled(stratum);
    total += (stratum.clusters / stratum.sampled) * stratum.sum;
    variance += totalVariance(stratum);
  }
  return { total, variance };
}

/**
 * The ratio of the totals of y and x and its linearised variance, that of the total of y - ratio x over the
 * squared total of x. Both NaN when the total of x is 0: there is no ratio.
 */
export function stratifiedRatio(strata: readonly PairedStratum[]): { ratio: number; variance: number } {
  const only = (side: 'sumX' | 'sumY') =>
    strata.map((s) => ({ clusters: s.clusters, sampled: s.sampled, sum: s[side], sumOfSquares: 0 }));
  const { total: totalX } = stratifiedTotal(only('sumX'));
  const { total: totalY } = stratifiedTotal(only('sumY'));
  if (totalX === 0) return { ratio: Number.NaN, variance: Number.NaN };
  const ratio = totalY / totalX;
  const residuals = strata.map((s) => ({
    clusters: s.clusters,
    sampled: s.sampled,
    sum: s.sumY - ratio * s.sumX,
    sumOfSquares: s.sumYY - 2 * ratio * s.sumXY + ratio ** 2 * s.sumXX,
  }));
  return { ratio, variance: stratifiedTotal(residuals).variance / totalX ** 2 };
}

function checkSampled({ clusters, sampled }: Stratum): void {
  if (!(sampled >= 1 && sampled <= clusters)) {
    throw new RangeError(`invalid sample of a stratum; not in [1, ${clusters}] clusters: ${sampled}`);
  }
}

function totalVariance({ clusters, sampled, sum, sumOfSquares }: Stratum): number {
  if (sampled === clusters) return 0;
  if (sampled === 1) return clusters ** 2 * Math.max(sumOfSquares, 0);
  const spread = Math.max(sumOfSquares - sum ** 2 / sampled, 0) / (sampled - 1);
  return ((clusters * (clusters - sampled)) / sampled) * spread;
}
