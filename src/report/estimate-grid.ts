/**
 * Tables of estimates: rows and columns with titles, and an estimate (with its interval) in each cell. One shape
 * for the report, the terminal and the file beside a chart, so that all three show the same numbers.
 */

import type { Estimate, Measure, Summary } from '../estimation/summary.ts';
import { causes, groupName, matcherName, measureName, placeName, ruleName, statuses } from './words.ts';

export interface EstimateGrid {
  readonly caption: string;
  /** What the rows are: `Matcher`. */
  readonly rowTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly EstimateRow[];
}

export interface EstimateRow {
  readonly title: string;
  /** A few more words on the row. */
  readonly note?: string;
  /** One for each column; `undefined` where the run made no such estimate. */
  readonly cells: readonly (Estimate | undefined)[];
}

/** The coordinates of an estimate. */
type Coordinates = Pick<Estimate, 'matcher' | 'place' | 'rule' | 'threshold' | 'measure' | 'group'>;

/** The estimates that agree with every coordinate given, in the order of the summary. */
export function select(estimates: readonly Estimate[], where: Partial<Coordinates>): readonly Estimate[] {
  return estimates.filter(
    (each) =>
      (where.matcher === undefined || each.matcher === where.matcher) &&
      (where.place === undefined || each.place === where.place) &&
      (where.rule === undefined || each.rule === where.rule) &&
      (where.measure === undefined || each.measure === where.measure) &&
      (where.group === undefined || each.group === where.group) &&
      (where.threshold === undefined || sameThreshold(each.threshold, where.threshold)),
  );
}

/** Thresholds a rounding error apart are the same threshold. */
export function sameThreshold(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** Distinct values, in order of first appearance. */
export function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** How many people are wrongly matched, by status, under the headline's rule. */
export function statusGrid(summary: Summary): EstimateGrid {
  return groupGrid(summary, 'People wrongly matched, by status', 'Status', ['citizens', ...statuses]);
}

/** How many people are wrongly matched, by cause, under the headline's rule. */
export function causeGrid(summary: Summary): EstimateGrid {
  return groupGrid(summary, 'People wrongly matched, by cause', 'Cause', Object.keys(causes));
}

/** How many people are wrongly matched, by origin, under the headline's rule. */
export function originGrid(summary: Summary): EstimateGrid {
  const groups = distinct(underHeadlineRule(summary).map((each) => each.group));
  return groupGrid(
    summary,
    'People wrongly matched, by the origin of their names',
    'Origin',
    groups.filter((group) => group.startsWith('origin:')),
  );
}

/** Right, wrong and missed under the headline's rule. */
export function outcomeGrid(summary: Summary): EstimateGrid {
  const inAll = select(underHeadlineRule(summary), { group: 'all' });
  const shown: readonly Measure[] = [
    'requests-correctly-matched',
    'requests-missed',
    'requests-wrongly-matched',
    'people-wrongly-matched',
    'share-of-matches-wrong',
    'wrong-per-correct',
  ];
  return {
    caption: 'Right, wrong and missed',
    rowTitle: 'Outcome',
    columns: ['Estimate'],
    rows: withEstimates(
      shown.map((measure) => {
        const row = { title: measureName(measure), cells: [only(inAll, { measure })] };
        const isLeftOut = measure === 'requests-wrongly-matched' && row.cells[0]?.estimate === null;
        return isLeftOut ? { ...row, note: 'cannot be told from a part of the people' } : row;
      }),
    ),
  };
}

/** Every matcher and place scope at the threshold and decision rule of the headline. */
export function matcherGrid(summary: Summary): EstimateGrid {
  const { rule, threshold } = summary.headline.estimate;
  const under = select(summary.estimates, { rule, threshold });
  const rows = distinct(under.map((each) => each.place)).flatMap((place) =>
    distinct(under.map((each) => each.matcher)).map((matcher) => ({
      title: `${matcherName(matcher)}, ${placeName(place)}`,
      cells: comparisonCells(select(under, { matcher, place })),
    })),
  );
  return { caption: 'Other matchers at the same threshold', rowTitle: 'Matcher', columns: comparison, rows };
}

/** The headline's matcher, place scope and threshold under every decision rule. */
export function ruleGrid(summary: Summary): EstimateGrid {
  const { matcher, place, threshold } = summary.headline.estimate;
  const under = select(summary.estimates, { matcher, place, threshold });
  const rows = distinct(under.map((each) => each.rule)).map((rule) => ({
    title: rule,
    note: ruleName(rule),
    cells: comparisonCells(select(under, { rule })),
  }));
  return { caption: 'Other decision rules', rowTitle: 'Decision rule', columns: comparison, rows };
}

const comparison = [
  'People wrongly matched',
  'US citizens among them',
  'Requests matched correctly',
  'Matches that are wrong',
];

function comparisonCells(estimates: readonly Estimate[]): readonly (Estimate | undefined)[] {
  return [
    only(estimates, { measure: 'people-wrongly-matched', group: 'all' }),
    only(estimates, { measure: 'people-wrongly-matched', group: 'citizens' }),
    only(estimates, { measure: 'requests-correctly-matched', group: 'all' }),
    only(estimates, { measure: 'share-of-matches-wrong', group: 'all' }),
  ];
}

function groupGrid(
  summary: Summary,
  caption: string,
  rowTitle: string,
  groups: readonly string[],
): EstimateGrid {
  const counted = select(underHeadlineRule(summary), { measure: 'people-wrongly-matched' });
  const rows = groups.map((group) => {
    const note = causes[group];
    const row = { title: groupName(group), cells: [only(counted, { group })] };
    return note === undefined ? row : { ...row, note };
  });
  const everybody = { title: 'Everyone', cells: [only(counted, { group: 'all' })] };
  return {
    caption,
    rowTitle,
    columns: ['People wrongly matched'],
    rows: withEstimates([everybody, ...rows]),
  };
}

function underHeadlineRule(summary: Summary): readonly Estimate[] {
  const { matcher, place, rule, threshold } = summary.headline.estimate;
  return select(summary.estimates, { matcher, place, rule, threshold });
}

function only(estimates: readonly Estimate[], where: Partial<Coordinates>): Estimate | undefined {
  return select(estimates, where)[0];
}

function withEstimates(rows: readonly EstimateRow[]): readonly EstimateRow[] {
  return rows.filter((row) => row.cells.some((cell) => cell !== undefined));
}
