/**
 * Two kinds of doubt, apart and together. Chance: the interval of the run, at central values. Ignorance: how an estimate
 * spreads over draws of the uncertain parameters. Both: the spread of the draws with chance added to each, as in
 * probabilistic bias analysis (Greenland, Multiple-bias modelling for analysis of observational data, JRSS A 168, 2005;
 * Lash, Fox & Fink, Applying Quantitative Bias Analysis to Epidemiologic Data, 2009), but by the mixture itself, not by
 * random numbers.
 *
 * Draws are simulated in fewer ZIP areas than the run. What a draw says is therefore its ratio to the central values in
 * the same ZIP areas under the same seed, by which the estimate of the run is multiplied: so chance, as far as both
 * share it, falls out. What they do not share stays in the spread, which is a little too wide.
 *
 * Convention: counts are compared as logarithms, shares as logits; an interval of chance is taken as normal there, with a
 * deviation of its own on each side. Quantiles are those of `sampleQuantile`.
 */

import { normalQuantile } from '../statistics/normal.ts';
import { normalBelow } from '../statistics/normal-below.ts';
import { sampleQuantile } from '../statistics/quantile.ts';
import { increasingRoot } from '../statistics/root.ts';
import { rounded } from './estimate.ts';
import type { Doubt, Estimate, Summary } from './summary.ts';

/** The estimates whose doubt is told: the headline's rule in full, and every other matcher at that rule in short. */
export function mainEstimates({ estimates, headline }: Pick<Summary, 'estimates' | 'headline'>): Estimate[] {
  const { matcher, place, rule, threshold } = headline.estimate;
  return estimates.filter((each) => {
    if (each.place !== place || each.rule !== rule || each.threshold !== threshold) return false;
    const wanted = each.matcher === matcher ? inFull : inShort;
    return wanted.some(([measure, group]) => each.measure === measure && group.test(each.group));
  });
}

const inShort: readonly (readonly [measure: Estimate['measure'], group: RegExp])[] = [
  ['people-wrongly-matched', /^(all|citizens)$/],
  ['requests-correctly-matched', /^all$/],
];
const inFull: typeof inShort = [
  ['people-wrongly-matched', /^(?!origin:|state:)/],
  ['requests-correctly-matched', /^all$/],
  ['requests-missed', /^all$/],
  ['share-of-matches-wrong', /^all$/],
];

/**
 * The doubt about an estimate of the run.
 * @param reference the same estimate at central values in the ZIP areas of the draws
 * @param drawn the same estimate in each draw
 */
export function doubtOf(estimate: Estimate, reference: Estimate, drawn: readonly Estimate[]): Doubt {
  const { matcher, place, rule, threshold, measure, group, low, high, level } = estimate;
  const scale = measure === 'share-of-matches-wrong' ? logits : logarithms;
  const on = (number: number | null) => (number === null ? Number.NaN : scale.to(number));
  const [centre, start] = [on(estimate.estimate), on(reference.estimate)];
  const places = drawn.map((each) => centre + on(each.estimate) - start);
  const told = { matcher, place, rule, threshold, measure, group, estimate: estimate.estimate, level };
  const chance = { low, high };
  const isSeen = estimate.events >= FEWEST_EVENTS && reference.events >= FEWEST_EVENTS;
  const isKnown = isSeen && Number.isFinite(centre) && Number.isFinite(start) && !places.some(Number.isNaN);
  if (!isKnown || places.length === 0) return { ...told, chance, ignorance: null, both: null };

  const tails = [(1 - level) / 2, (1 + level) / 2] as const;
  const z = normalQuantile(tails[1]);
  const below = (centre - on(low)) / z;
  const above = (on(high) - centre) / z;
  const numbers = places.map(scale.from);
  const [from, middle, to] = [tails[0], 0.5, tails[1]].map((p) => rounded(sampleQuantile(numbers, p)));
  const back = (x: number) => rounded(scale.from(x));
  const mixed = tails.map((p) => mixtureQuantile(places, below, above, p));
  return {
    ...told,
    chance,
    ignorance: { median: middle!, low: from!, high: to! },
    both: mixed.some(Number.isNaN) ? null : { low: back(mixed[0]!), high: back(mixed[1]!) },
  };
}

const logarithms = { to: Math.log, from: Math.exp };
const logits = {
  to: (share: number) => Math.log(share / (1 - share)),
  from: (x: number) => 1 / (1 + Math.exp(-x)),
};

/** Where a share `p` lies below in the mixture of normals at `places`; NaN where their width is not known. */
function mixtureQuantile(places: readonly number[], below: number, above: number, p: number): number {
  if (!(below > 0 && above > 0 && below < Number.POSITIVE_INFINITY && above < Number.POSITIVE_INFINITY))
    return Number.NaN;
  const share = (x: number) =>
    places.reduce((sum, at) => sum + normalBelow((x - at) / (x < at ? below : above)), 0) / places.length;
  const finite = places.filter(Number.isFinite);
  const low = Math.min(...finite) - FAR * below;
  const high = Math.max(...finite) + FAR * above;
  if (finite.length === 0 || share(low) >= p) return Number.NEGATIVE_INFINITY;
  if (share(high) <= p) return Number.POSITIVE_INFINITY;
  return increasingRoot((x) => ({ value: share(x) - p, slope: 0 }), low, high, low);
}

/** A ratio of numbers with fewer simulated events behind them would be little but chance. */
const FEWEST_EVENTS = 20;

/** So many deviations away nothing is left of a normal. */
const FAR = 9;
