/**
 * National numbers of requests under place scopes wider than a ZIP area, from a sample of requests that was held against
 * everybody in the country. They exist where every ZIP area was simulated: whether a request matches somebody wrong, and
 * whom the rules `best` and `unique` leave, takes everybody to tell.
 *
 * With k of n requests, the share is k/n, and its exact interval (Clopper & Pearson) covers both chances: another sample
 * of the list, and another roll of the dice for each request. There is no finite population correction, because the
 * dice remain when every request is taken.
 *
 * How many different people the requests lead to is not told under `best` and `unique`: two requests may lead to one
 * person, which a sample hardly sees. There are at most as many people as pairs.
 */

import { type CountPlan, isWide } from '../linkage/counts.ts';
import { addHeldTally, emptyHeldTally, type HeldTally } from '../linkage/wide/held/held-tally.ts';
import { type HeldTotals, heldTotals } from '../linkage/wide/held/held-totals.ts';
import { weightedCountInterval } from '../statistics/count-interval.ts';
import type { Interval } from '../statistics/interval.ts';
import { shareInterval } from '../statistics/share-interval.ts';
import type { TalliedStratum } from './estimate.ts';

/** A number with its interval, not yet rounded; the events behind it. */
export interface HeldNumber extends Interval {
  readonly estimate: number;
  readonly events: number;
}

/** Whether a count under a wide place scope is one of requests, which needs everybody in the country. */
export function needsEverybody(place: string, rule: string, measure: string): boolean {
  return isWide(place) && (rule !== 'all' || measure === 'requests-wrongly-matched');
}

/** The tally of the sample over the whole country; `undefined` where not all of it was simulated, or none was held. */
export function heldEverywhere(strata: readonly TalliedStratum[]): HeldTally | undefined {
  const parts = strata.flatMap(({ zipAreas, tally }) =>
    tally.held !== undefined && tally.zipAreas === zipAreas ? [tally.held] : [],
  );
  if (parts.length === 0 || parts.length < strata.length) return undefined;
  const whole = emptyHeldTally(parts[0]!);
  for (const part of parts) addHeldTally(whole, part);
  return whole;
}

/** What became of the requests of the sample under a rule, by threshold. */
export function totalsUnder(
  held: HeldTally,
  { matchers, places, thresholds }: CountPlan,
  matcher: string,
  place: string,
  rule: string,
): readonly HeldTotals[] {
  const wide = places.filter(isWide);
  return heldTotals(held, thresholds, matchers.indexOf(matcher) * wide.length + wide.indexOf(place), rule);
}

/** A count of the country; `undefined` for what is not told: numbers of people, and groups of them. */
export function heldCount(
  { listed, requests }: HeldTally,
  totals: HeldTotals,
  measure: string,
  group: string,
  level: number,
): HeldNumber | undefined {
  const events = countedRequests(totals, measure, group);
  if (events === undefined) return undefined;
  const share = events / requests;
  const interval = shareInterval({
    share,
    variance: (share * (1 - share)) / requests,
    trials: requests,
    level,
  });
  return { estimate: share * listed, low: interval.low * listed, high: interval.high * listed, events };
}

/** Under a rule that leaves a request one person at most, pairs are counted in requests. */
function countedRequests(totals: HeldTotals, measure: string, group: string): number | undefined {
  const isCitizens = group === 'citizens';
  if (measure === 'requests-wrongly-matched') return isCitizens ? totals.wrongCitizens : totals.wrong;
  if (measure === 'pairs-wrongly-matched') return isCitizens ? totals.pairsOfCitizens : totals.pairs;
  if (measure === 'requests-correctly-matched') return totals.correct;
  return measure === 'requests-missed' ? totals.missed : undefined;
}

/** Of the requests matched to one person, the share matched to a wrong one; `undefined` where none is matched. */
export function heldShareWrong({ correct, pairs }: HeldTotals, level: number): HeldNumber | undefined {
  const trials = correct + pairs;
  if (trials === 0) return undefined;
  const share = pairs / trials;
  const interval = shareInterval({ share, variance: (share * (1 - share)) / trials, trials, level });
  return { estimate: share, ...interval, events: pairs };
}

/**
 * Wrong pairs of the country under the rule `all`, from the sample of requests: a second way to a number that is
 * estimated from the people looked up. The gamma interval, for a total of counts that are mostly small and sometimes large.
 */
export function heldPairs(
  { listed, requests }: HeldTally,
  { pairs, squaredPairs }: HeldTotals,
  level: number,
): HeldNumber {
  const weight = listed / requests;
  const variance = weight ** 2 * squaredPairs;
  const interval = weightedCountInterval({
    estimate: weight * pairs,
    variance,
    largestWeight: weight,
    level,
  });
  return { estimate: weight * pairs, ...interval, events: pairs };
}
