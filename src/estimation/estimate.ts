/**
 * From tallies to national numbers: every count weighted up by the ZIP areas it stands for, with its interval.
 *
 * A count has two sources of chance, and its interval covers both: other ZIP areas might have been drawn
 * (the stratified variance over ZIP areas, with finite population correction), and in the same ZIP areas
 * other people might have had other names (approximated as a compound Poisson count over requests: the
 * sum over requests of squares). Counts get Fay-Feuer gamma intervals, so that a count of nothing still has an
 * upper end; shares get Korn-Graubard intervals.
 */

import { type CountPlan, cellIndex, cells, settings } from '../linkage/counts.ts';
import type { Tally } from '../linkage/tally.ts';
import { weightedCountInterval } from '../statistics/count-interval.ts';
import { shareInterval } from '../statistics/share-interval.ts';
import { stratifiedRatio, stratifiedTotal } from '../statistics/stratified-total.ts';
import type { Estimate } from './summary.ts';

/** A stratum of ZIP areas and the merged tally of those simulated. */
export interface TalliedStratum {
  readonly zipAreas: number;
  readonly tally: Tally;
}

export interface EstimationInput {
  readonly plan: CountPlan;
  readonly strata: readonly TalliedStratum[];
  /** Share of the requests in the simulated ZIP areas that were linked, in (0, 1]. */
  readonly requestShare: number;
  /** People in the file whose request names no ZIP area: missed under every rule, and known without simulation. */
  readonly unplacedInFile: number;
  readonly level: number;
}

/** Every count of the plan, then the ratios made from them, setting by setting. */
export function estimates(input: EstimationInput): readonly Estimate[] {
  const { plan } = input;
  const all: Estimate[] = [];
  let setting = 0;
  for (const matcher of plan.matchers) {
    for (const place of plan.places) {
      for (const rule of plan.rules) {
        for (const threshold of plan.thresholds) {
          const under = { matcher, place, rule, threshold };
          cells.forEach(({ measure, group }, cell) => {
            all.push({
              ...under,
              measure,
              group,
              ...countEstimate(input, setting * cells.length + cell, measure),
            });
          });
          const share = shareWrong(input, setting);
          all.push({ ...under, measure: 'share-of-matches-wrong', group: 'all', ...share });
          all.push({ ...under, measure: 'wrong-per-correct', group: 'all', ...odds(share) });
          setting++;
        }
      }
    }
  }
  if (setting !== settings(plan))
    throw new Error(`estimates do not fit the plan: ${setting} of ${settings(plan)}`);
  return all;
}

type Numbers = Pick<Estimate, 'estimate' | 'low' | 'high' | 'level' | 'events'>;

function countEstimate(
  { strata, requestShare, unplacedInFile, level }: EstimationInput,
  at: number,
  measure: string,
): Numbers {
  const sampled = stratifiedTotal(
    strata.map(({ zipAreas, tally }) => ({
      clusters: zipAreas,
      sampled: tally.zipAreas,
      sum: tally.sum[at]!,
      sumOfSquares: tally.squares[at]!,
    })),
  );
  let events = 0;
  let diceVariance = 0;
  let largestWeight = 0;
  for (const { zipAreas, tally } of strata) {
    const weight = zipAreas / tally.zipAreas;
    events += tally.sum[at]!;
    diceVariance += weight * tally.requestSquares[at]!;
    largestWeight = Math.max(largestWeight, weight);
  }
  const interval = weightedCountInterval({
    estimate: sampled.total / requestShare,
    variance: (sampled.variance + diceVariance) / requestShare ** 2,
    largestWeight: largestWeight / requestShare,
    level,
  });
  const certain = measure === 'requests-missed' ? unplacedInFile : 0;
  return {
    estimate: rounded(sampled.total / requestShare + certain),
    low: rounded(interval.low + certain),
    high: rounded(interval.high + certain),
    level,
    events: events + certain,
  };
}

const wrongCell = cellIndex('pairs-wrongly-matched', 'all');
const correctCell = cellIndex('requests-correctly-matched', 'all');

/** Of all pairs matched, the share that is wrong; not defined where nothing was matched. */
function shareWrong({ strata, level }: EstimationInput, setting: number): Numbers {
  const wrongAt = setting * cells.length + wrongCell;
  const correctAt = setting * cells.length + correctCell;
  const sums = strata.map(({ zipAreas, tally }) => {
    const [w, c] = [tally.sum[wrongAt]!, tally.sum[correctAt]!];
    const [ww, cc] = [tally.squares[wrongAt]!, tally.squares[correctAt]!];
    const wc = tally.wrongTimesCorrect[setting]!;
    return {
      clusters: zipAreas,
      sampled: tally.zipAreas,
      sumX: w + c,
      sumY: w,
      sumXX: ww + 2 * wc + cc,
      sumYY: ww,
      sumXY: ww + wc,
    };
  });
  const events = sums.reduce((sum, { sumY }) => sum + sumY, 0);
  const trials = sums.reduce((sum, { sumX }) => sum + sumX, 0);
  const { ratio, variance } = stratifiedRatio(sums);
  if (trials === 0) return { estimate: null, low: null, high: null, level, events: 0 };

  // The dice: a request adds its wrong pairs times (1 - p) less its correct pair times p; the product of the
  // two has a negative sign and is left out, which widens the interval.
  let dice = 0;
  let matched = 0;
  for (const { zipAreas, tally } of strata) {
    const weight = zipAreas / tally.zipAreas;
    dice +=
      weight *
      ((1 - ratio) ** 2 * tally.requestSquares[wrongAt]! + ratio ** 2 * tally.requestSquares[correctAt]!);
    matched += weight * (tally.sum[wrongAt]! + tally.sum[correctAt]!);
  }
  const share = Math.min(1, Math.max(0, ratio));
  const interval = shareInterval({ share, variance: variance + dice / matched ** 2, trials, level });
  return {
    estimate: rounded(share),
    low: rounded(interval.low),
    high: rounded(interval.high),
    level,
    events,
  };
}

/** Wrong matches per correct one, from the share that is wrong. */
function odds({ estimate, low, high, level, events }: Numbers): Numbers {
  const of = (share: number | null) => (share === null || share >= 1 ? null : rounded(share / (1 - share)));
  return { estimate: of(estimate), low: of(low), high: of(high), level, events };
}

/** Six significant digits: more would only be noise, and longer files. */
const rounded = (value: number) => Number(value.toPrecision(6));
