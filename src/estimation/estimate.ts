/**
 * From tallies to national numbers: every count weighted up by the ZIP areas it stands for, with its interval.
 *
 * A count has two sources of chance, and its interval covers both: other ZIP areas might have been drawn
 * (the stratified variance over ZIP areas, with finite population correction), and in the same ZIP areas
 * other people might have had other names (approximated as a compound Poisson count over requests: the
 * sum over requests of squares). Counts get Fay-Feuer gamma intervals, so that a count of nothing still has an
 * upper end; shares get Korn-Graubard intervals.
 *
 * Under a place scope wider than a ZIP area the unit is the person, and a share f of the people of a stratum's sampled
 * ZIP areas is looked up: counts of people and of their pairs are divided by f. With y the part of a person and Y of a ZIP area,
 * another draw of people has the variance (1 - f) / f^2 times the sum of y^2 (Cochran, Sampling Techniques, 3rd ed.,
 * section 11.8), another roll of the dice 1 / f times it; together 1 / f^2: the sampled counts and their variances are
 * divided by f and f^2, and that is all. Requests about the people of a ZIP area are all taken. How many requests
 * match somebody wrong cannot be told from a part of the people (see held-requests.ts).
 */

import { type CountPlan, cellIndex, cells, isWide, settings } from '../linkage/counts.ts';
import type { Tally } from '../linkage/tally.ts';
import { weightedCountInterval } from '../statistics/count-interval.ts';
import { shareInterval } from '../statistics/share-interval.ts';
import { stratifiedRatio, stratifiedTotal } from '../statistics/stratified-total.ts';
import {
  type HeldNumber,
  heldCount,
  heldEverywhere,
  heldShareWrong,
  needsEverybody,
  totalsUnder,
} from './held-requests.ts';
import { peopleShareOf } from './sample.ts';
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
  /** Share of the people of the country who were looked up under wide place scopes (`peopleShareOf`), in (0, 1]. */
  readonly peopleShare: number;
  /** People in the file whose request names no ZIP area: missed under every rule, and known without simulation. */
  readonly unplacedInFile: number;
  readonly level: number;
  /** The matchers under which somebody may be matched by number (`matchersByNumber`); any unless given. */
  readonly matchersByNumber?: readonly string[];
}

/** Every count of the plan, then the ratios made from them, setting by setting. */
export function estimates(input: EstimationInput): readonly Estimate[] {
  const { plan, strata, level } = input;
  const held = heldEverywhere(strata);
  const all: Estimate[] = [];
  let setting = 0;
  for (const matcher of plan.matchers) {
    for (const place of plan.places) {
      for (const rule of plan.rules) {
        const totals = held && isWide(place) ? totalsUnder(held, plan, matcher, place, rule) : undefined;
        plan.thresholds.forEach((threshold, t) => {
          const under = { matcher, place, rule, threshold };
          cells.forEach((cell, c) => {
            const at = setting * cells.length + c;
            // Most counts are those of the threshold before, and the same counts give the same numbers.
            const before =
              t > 0 && sameCounts(strata, at, at - cells.length) ? all.at(-PER_SETTING)! : undefined;
            const numbers = () =>
              canOccur(input, matcher, cell.group)
                ? countEstimate(input, at, cell.measure, place)
                : ruledOut(level);
            if (needsEverybody(place, rule, cell.measure)) {
              const count = totals && heldCount(held!, totals[t]!, cell.measure, cell.group, level);
              all.push(told(under, cell, fromSample(count, level)));
            } else all.push(told(under, cell, before ?? numbers()));
          });
          const share = needsEverybody(place, rule, 'share-of-matches-wrong')
            ? fromSample(totals && heldShareWrong(totals[t]!, level), level)
            : shareWrong(input, setting, place);
          all.push(told(under, { measure: 'share-of-matches-wrong', group: 'all' }, share));
          all.push(told(under, { measure: 'wrong-per-correct', group: 'all' }, odds(share)));
          setting++;
        });
      }
    }
  }
  if (setting !== settings(plan))
    throw new Error(`estimates do not fit the plan: ${setting} of ${settings(plan)}`);
  return all;
}

/** Estimates of a setting: a count for each cell, and two ratios. */
const PER_SETTING = cells.length + 2;

/** Whether two places of the tallies hold the same counts. */
function sameCounts(strata: readonly TalliedStratum[], a: number, b: number): boolean {
  return strata.every(
    ({ tally: { sum, squares, requestSquares } }) =>
      sum[a] === sum[b] && squares[a] === squares[b] && requestSquares[a] === requestSquares[b],
  );
}

/** An estimate, its parts named one by one: there are many, and to spread objects is slow. */
function told(
  { matcher, place, rule, threshold }: Pick<Estimate, 'matcher' | 'place' | 'rule' | 'threshold'>,
  { measure, group }: Pick<Estimate, 'measure' | 'group'>,
  { estimate, low, high, level, events }: Numbers,
): Estimate {
  return { matcher, place, rule, threshold, measure, group, estimate, low, high, level, events };
}

type Numbers = Pick<Estimate, 'estimate' | 'low' | 'high' | 'level' | 'events'>;

/** What cannot be told. */
const unknown = (level: number): Numbers => ({ estimate: null, low: null, high: null, level, events: 0 });

/** What the rule itself rules out: none, for certain, and not for want of events. */
const ruledOut = (level: number): Numbers => ({ estimate: 0, low: 0, high: 0, level, events: 0 });

/** A number from the requests held against everybody, if they tell it. */
function fromSample(number: HeldNumber | undefined, level: number): Numbers {
  if (number === undefined) return unknown(level);
  const { estimate, low, high, events } = number;
  return { estimate: rounded(estimate), low: rounded(low), high: rounded(high), level, events };
}

const BY_NUMBER = 'cause:number';

/** Whether there can be people of a group at all: nobody is matched by number where names alone are compared. */
function canOccur(
  { plan, matchersByNumber = plan.matchers }: EstimationInput,
  matcher: string,
  group: string,
) {
  return group !== BY_NUMBER || matchersByNumber.includes(matcher);
}

const countedByPerson: readonly string[] = ['people-wrongly-matched', 'pairs-wrongly-matched'];

/** By stratum: the share of what a count counts, within the sampled ZIP areas, that wide place scopes look at. */
function sharesLookedAt({ strata, peopleShare }: EstimationInput, measure: string): readonly number[] {
  return strata.map(({ zipAreas, tally }) =>
    countedByPerson.includes(measure) ? peopleShareOf(peopleShare, zipAreas, tally.zipAreas) : 1,
  );
}

/** A number from the strata and its variances: of another sample of ZIP areas, of another roll of the dice. */
export interface Spread {
  readonly estimate: number;
  readonly sampling: number;
  /** By stratum. */
  readonly dice: readonly number[];
}

const varianceOf = ({ sampling, dice }: Spread) => dice.reduce((sum, part) => sum + part, sampling);

/**
 * The total of a count, by its place in the tallies, over the country, before `requestShare`.
 * @param shares by stratum: the share that was looked at of what there is to count; all unless given
 */
export function countSpread(
  strata: readonly TalliedStratum[],
  at: number,
  shares: readonly number[] = strata.map(() => 1),
): Spread {
  const { total, variance } = stratifiedTotal(
    strata.map(({ zipAreas, tally }, h) => ({
      clusters: zipAreas,
      sampled: tally.zipAreas,
      sum: tally.sum[at]! / shares[h]!,
      sumOfSquares: tally.squares[at]! / shares[h]! ** 2,
    })),
  );
  const dice = strata.map(
    ({ zipAreas, tally }, h) => (zipAreas / tally.zipAreas) * (tally.requestSquares[at]! / shares[h]! ** 2),
  );
  return { estimate: total, sampling: variance, dice };
}

function countEstimate(input: EstimationInput, at: number, measure: string, place: string): Numbers {
  const { strata, unplacedInFile, level } = input;
  const shares = isWide(place) ? sharesLookedAt(input, measure) : strata.map(() => 1);
  const requestShare = isWide(place) ? 1 : input.requestShare;
  const spread = countSpread(strata, at, shares);
  const events = strata.reduce((sum, { tally }) => sum + tally.sum[at]!, 0);
  const weights = strata.map(({ zipAreas, tally }, h) => zipAreas / tally.zipAreas / shares[h]!);
  const interval = weightedCountInterval({
    estimate: spread.estimate / requestShare,
    variance: varianceOf(spread) / requestShare ** 2,
    largestWeight: Math.max(...weights) / requestShare,
    level,
  });
  const certain = measure === 'requests-missed' && !isWide(place) ? unplacedInFile : 0;
  return {
    estimate: rounded(spread.estimate / requestShare + certain),
    low: rounded(interval.low + certain),
    high: rounded(interval.high + certain),
    level,
    events: events + certain,
  };
}

const wrongCell = cellIndex('pairs-wrongly-matched', 'all');
const correctCell = cellIndex('requests-correctly-matched', 'all');

/**
 * Of all pairs matched under a setting (`matched` of them), the share that is wrong; `undefined` where there are none.
 * @param shares by stratum: the share of wrong pairs counted, where all correct ones are; all unless given
 */
export function shareSpread(
  strata: readonly TalliedStratum[],
  setting: number,
  shares: readonly number[] = strata.map(() => 1),
): (Spread & { readonly matched: number }) | undefined {
  const wrongAt = setting * cells.length + wrongCell;
  const correctAt = setting * cells.length + correctCell;
  const { ratio, variance } = stratifiedRatio(
    strata.map(({ zipAreas, tally }, h) => {
      const pairShare = shares[h]!;
      const [w, c] = [tally.sum[wrongAt]! / pairShare, tally.sum[correctAt]!];
      const [ww, cc] = [tally.squares[wrongAt]! / pairShare ** 2, tally.squares[correctAt]!];
      const wc = tally.wrongTimesCorrect[setting]! / pairShare;
      return {
        clusters: zipAreas,
        sampled: tally.zipAreas,
        sumX: w + c,
        sumY: w,
        sumXX: ww + 2 * wc + cc,
        sumYY: ww,
        sumXY: ww + wc,
      };
    }),
  );
  if (Number.isNaN(ratio)) return undefined;

  // The dice: a request adds its wrong pairs times (1 - p) less its correct pair times p; the product of the
  // two has a negative sign and is left out, which widens the interval.
  const matched = strata.reduce(
    (sum, { zipAreas, tally }, h) =>
      sum + (zipAreas / tally.zipAreas) * (tally.sum[wrongAt]! / shares[h]! + tally.sum[correctAt]!),
    0,
  );
  const dice = strata.map(({ zipAreas, tally }, h) => {
    const wrong = tally.requestSquares[wrongAt]! / shares[h]! ** 2;
    const correct = tally.requestSquares[correctAt]!;
    return ((zipAreas / tally.zipAreas) * ((1 - ratio) ** 2 * wrong + ratio ** 2 * correct)) / matched ** 2;
  });
  return { estimate: Math.min(1, Math.max(0, ratio)), matched, sampling: variance, dice };
}

function shareWrong(input: EstimationInput, setting: number, place: string): Numbers {
  const { strata, level } = input;
  const shares = isWide(place) ? sharesLookedAt(input, 'pairs-wrongly-matched') : undefined;
  const spread = shareSpread(strata, setting, shares);
  if (spread === undefined) return unknown(level);
  const of = (cell: number) =>
    strata.reduce((sum, { tally }) => sum + tally.sum[setting * cells.length + cell]!, 0);
  const events = of(wrongCell);
  const { estimate: share } = spread;
  const trials = events + of(correctCell);
  const interval = shareInterval({ share, variance: varianceOf(spread), trials, level });
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
export const rounded = (value: number) => Number(value.toPrecision(6));
