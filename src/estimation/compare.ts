/**
 * Two runs set side by side: how many people the second matches wrongly more or fewer than the first, and what it
 * gains or loses in correct matches. Two runs under one seed and the same ZIP areas share all chance that they do not
 * set differently; the interval of a difference takes from that what the counts of the shards show of it, and is
 * never wider than that of two independent runs.
 */

import { cellIndex, cells, isWide, settingOf } from '../linkage/counts.ts';
import type { Tally } from '../linkage/tally.ts';
import { independentDifference, pairedDifference } from '../statistics/difference-interval.ts';
import { countSpread, type EstimationInput, estimates, rounded, shareSpread } from './estimate.ts';
import {
  type DifferenceSpread,
  type Estimated,
  followedAs,
  pairedMoments,
  type SettingPair,
  sharedSettings,
} from './paired-moments.ts';
import type { Estimate, Measure, Summary } from './summary.ts';

/** One number in both runs, and the second less the first. */
export interface Difference {
  readonly first: Estimate;
  readonly second: Estimate;
  /** `null` where one of them does not exist. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  /** How far the two estimates move together from sample to sample, in [-1, 1]; 0 where the runs are not paired. */
  readonly correlation: number;
}

/** Where the headline of a run stands. */
export type HeadlineRule = Pick<Estimate, 'matcher' | 'place' | 'rule' | 'threshold' | 'group'>;

/** One of the two runs: its estimates' input and its headline. */
export interface ComparedRun {
  readonly input: EstimationInput;
  readonly headline: HeadlineRule;
}

/** A shard of ZIP areas linked in both runs. */
export interface PairedShard {
  readonly stratum: number;
  readonly first: Tally;
  readonly second: Tally;
}

export interface Comparison {
  readonly schemaVersion: 1;
  readonly tool: string;
  readonly first: ComparedSummary;
  readonly second: ComparedSummary;
  /** Whether both runs are of the same ZIP areas under the same seed, so that intervals use the pairing. */
  readonly paired: boolean;
  /** Each run at its own headline rule. */
  readonly headline: readonly Difference[];
  /** The same at every threshold that both try. */
  readonly byThreshold: readonly Difference[];
  /** At every setting that both runs have. */
  readonly shared: readonly Difference[];
}

/** What a comparison says about a run. */
export type ComparedSummary = Pick<Summary, 'scenario' | 'seed' | 'command'> & {
  readonly headline: HeadlineRule;
  /** The rule that the headline holds under, in words. */
  readonly statedRule: string;
  /** The curve that a chart draws: people wrongly matched and requests matched correctly, at each threshold. */
  readonly curve: readonly Estimate[];
};

/** What is compared at each setting. */
const compared: readonly { readonly measure: Measure; readonly group: string }[] = [
  { measure: 'people-wrongly-matched', group: 'all' },
  { measure: 'people-wrongly-matched', group: 'citizens' },
  { measure: 'requests-correctly-matched', group: 'all' },
  { measure: 'share-of-matches-wrong', group: 'all' },
];

/** How two runs share their chance. */
export interface Pairing {
  /** All shards, in both runs. */
  readonly shards: Iterable<PairedShard>;
  /** Whether both runs assume the same of people, requests, errors and gates: the same setting makes the same matches. */
  readonly sameMatches: boolean;
}

/**
 * The differences of two runs. With a pairing the intervals use it; without, the runs are taken as independent. Both
 * are at the level of the first run.
 */
export function compareRuns(
  first: ComparedRun,
  second: ComparedRun,
  pairing?: Pairing,
): Pick<Comparison, 'headline' | 'byThreshold' | 'shared'> {
  const shared = sharedSettings(first.input.plan, second.input.plan);
  const curve = sharedThresholds(first, second);
  const pairs = [
    {
      first: settingAt(first, first.headline.threshold),
      second: settingAt(second, second.headline.threshold),
    },
    ...curve,
    ...shared,
  ];
  const moments = pairing === undefined ? undefined : pairedMoments(pairs, zipAreasOf(first));
  for (const { stratum, first: a, second: b } of pairing?.shards ?? []) moments?.add(stratum, a, b);

  const tables = [first, second].map(({ input }) => bySetting({ ...input, level: first.input.level }));
  const differences = pairs.map((pair, p) =>
    compared.map(({ measure, group }): Difference => {
      const key = `${measure} ${group}`;
      const a = tables[0]![pair.first]!.get(key)!;
      const b = tables[1]![pair.second]!.get(key)!;
      if (pairing?.sameMatches && isSameSetting(a, b)) return sameNumber(a, b);
      const ofFirst = estimated(first.input, pair.first, measure, group);
      const ofSecond = estimated(second.input, pair.second, measure, group);
      // Tallies of wide place scopes are of people, of whom two runs may look up different shares.
      const apart = isWide(a.place) || isWide(b.place);
      const spread =
        apart || ofFirst === undefined || ofSecond === undefined
          ? undefined
          : moments?.difference(p, ofFirst, ofSecond);
      return difference(a, b, spread, measure === 'share-of-matches-wrong' ? 1 : first.input.requestShare);
    }),
  );
  return {
    headline: differences[0]!,
    byThreshold: differences.slice(1, 1 + curve.length).flat(),
    shared: differences.slice(1 + curve.length).flat(),
  };
}

const zipAreasOf = ({ input }: ComparedRun) => input.strata.map(({ zipAreas }) => zipAreas);

/** Each run under its own headline rule, at the thresholds that both try. */
function sharedThresholds(first: ComparedRun, second: ComparedRun): readonly SettingPair[] {
  return first.input.plan.thresholds.flatMap((threshold) => {
    const there = second.input.plan.thresholds.some((one) => Math.abs(one - threshold) < 1e-9);
    return there ? [{ first: settingAt(first, threshold), second: settingAt(second, threshold) }] : [];
  });
}

/** The estimates of each setting, by measure and group. */
function bySetting(input: EstimationInput): readonly ReadonlyMap<string, Estimate>[] {
  const tables: Map<string, Estimate>[] = [];
  let last = '';
  for (const estimate of estimates(input)) {
    const { matcher, place, rule, threshold, measure, group } = estimate;
    const setting = `${matcher} ${place} ${rule} ${threshold}`;
    if (setting !== last) tables.push(new Map());
    last = setting;
    tables.at(-1)!.set(`${measure} ${group}`, estimate);
  }
  return tables;
}

function isSameSetting(a: Estimate, b: Estimate): boolean {
  return a.matcher === b.matcher && a.place === b.place && a.rule === b.rule && a.threshold === b.threshold;
}

/** The same matches in both runs: no difference, whatever the dice. */
function sameNumber(first: Estimate, second: Estimate): Difference {
  const none = first.estimate === null ? null : 0;
  return { first, second, difference: none, low: none, high: none, level: first.level, correlation: 1 };
}

function difference(
  first: Estimate,
  second: Estimate,
  spread: DifferenceSpread | undefined,
  requestShare: number,
): Difference {
  const [a, b] = [ends(first), ends(second)];
  const { level } = first;
  if (a === undefined || b === undefined)
    return { first, second, difference: null, low: null, high: null, level, correlation: 0 };
  const change = b.estimate - a.estimate;
  const apart = independentDifference(a, b);
  const together =
    spread === undefined
      ? apart
      : pairedDifference({
          difference: change,
          variance: spread.variance / requestShare ** 2,
          degrees: spread.degrees,
          eventWeight: spread.eventWeight / requestShare,
          level,
        });
  return {
    first,
    second,
    difference: rounded(change),
    low: rounded(Math.max(apart.low, together.low)),
    high: rounded(Math.min(apart.high, together.high)),
    level,
    correlation: Number((spread?.correlation ?? 0).toFixed(4)),
  };
}

/** The estimate with its interval; an estimate just outside its own interval, by rounding, is taken as its end. */
function ends({ estimate, low, high }: Estimate) {
  return estimate === null || low === null || high === null
    ? undefined
    : { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) };
}

/** One number of a run as paired moments take it; `undefined` where it does not exist. */
function estimated(
  { strata }: EstimationInput,
  setting: number,
  measure: Measure,
  group: string,
): Estimated | undefined {
  if (measure === 'share-of-matches-wrong') {
    const share = shareSpread(strata, setting);
    if (share === undefined) return undefined;
    const { estimate, matched, dice } = share;
    return {
      counts: followedAs({ wrongPairs: (1 - estimate) / matched, correct: -estimate / matched }),
      dice,
    };
  }
  const { dice } = countSpread(strata, setting * cells.length + cellIndex(measure, group));
  if (measure === 'requests-correctly-matched') return { counts: followedAs({ correct: 1 }), dice };
  return { counts: followedAs(group === 'citizens' ? { citizens: 1 } : { people: 1 }), dice };
}

/** Place in the plan of a run of its headline rule, at a threshold. */
function settingAt({ input: { plan }, headline }: ComparedRun, threshold: number): number {
  const { matcher, place, rule } = headline;
  return (
    settingOf(plan, plan.matchers.indexOf(matcher), plan.places.indexOf(place), plan.rules.indexOf(rule)) +
    plan.thresholds.findIndex((one) => Math.abs(one - threshold) < 1e-9)
  );
}

/** The curve through the headline of a run: what a comparison draws. */
export function headlineCurve(all: readonly Estimate[], headline: HeadlineRule): readonly Estimate[] {
  const { matcher, place, rule, group } = headline;
  return all.filter(
    (each) =>
      each.matcher === matcher &&
      each.place === place &&
      each.rule === rule &&
      ((each.measure === 'people-wrongly-matched' && each.group === group) ||
        each.measure === 'requests-correctly-matched'),
  );
}
