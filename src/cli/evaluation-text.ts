/** What `mismatch evaluate` prints: the measures with their intervals, and what the files hold beside them. */

import type { EvaluateOptions } from '../estimation/evaluate-links.ts';
import type { Evaluation, Measures, Rate, RequestCount } from '../estimation/evaluation.ts';
import { exactCount, percentage } from '../report/number.ts';
import { type Column, table } from '../report/table.ts';
import type { LeastRates } from './settle-evaluation.ts';

interface Row {
  readonly measure: string;
  readonly oneToMany: string;
  readonly oneToOne: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Measure', cell: ({ measure }) => measure },
  { title: 'All links', cell: ({ oneToMany }) => oneToMany, align: 'right' },
  { title: 'One to one', cell: ({ oneToOne }) => oneToOne, align: 'right' },
];

/** Tables and notes, without a line break at the end. */
export function evaluationText(
  evaluation: Evaluation,
  about: { readonly knowsTaxpayers: boolean; readonly unlisted: EvaluateOptions['unlisted'] },
): string {
  const { oneToMany, oneToOne, thresholds, groups, level } = evaluation;
  const rows: readonly Row[] = lines(oneToMany).map(([measure, value], i) => ({
    measure,
    oneToMany: value,
    oneToOne: lines(oneToOne)[i]![1],
  }));
  return [
    table(rows, columns),
    `In brackets: ${percentage(level)} intervals. One to one: at most one link a request and a taxpayer, best scores first.`,
    ...(thresholds.length > 0 ? ['', series('Threshold', thresholds, (row) => `${row.threshold}`)] : []),
    ...(groups.length > 0 ? ['', series('Group', groups, (row) => row.group)] : []),
    ...notes(evaluation, about).map((note, i) => (i === 0 ? `\n${note}` : note)),
  ].join('\n');
}

/** A line for each rate that stays below what was asked for. */
export function failures(measures: Measures, least: LeastRates): readonly string[] {
  return [...least].flatMap(([name, allowed]) => {
    const { estimate } = measures[name];
    if (estimate !== null && estimate >= allowed) return [];
    const found = estimate === null ? 'not defined' : digits(estimate);
    return [`check failed: ${name}; allowed: ${allowed} or more; found: ${found}`];
  });
}

function lines(measures: Measures): readonly (readonly [string, string])[] {
  return [
    ['links', exactCount(measures.links)],
    ['correct links', exactCount(measures.correct)],
    ['wrong links', exactCount(measures.wrong)],
    ['true pairs', exactCount(measures.truePairs)],
    ['missed pairs', exactCount(measures.missed)],
    ['precision', rate(measures.precision)],
    ['recall', rate(measures.recall)],
    ['F1', rate(measures.f1)],
    ['wrong per correct', rate(measures.wrongPerCorrect)],
    ['requests with any wrong link', requestCount(measures.requestsWithAnyWrong)],
    ['requests missed', requestCount(measures.requestsMissed)],
  ];
}

function series<Row extends Measures>(
  title: string,
  rows: readonly Row[],
  name: (row: Row) => string,
): string {
  const right = (heading: string, cell: (row: Row) => string): Column<Row> => ({
    title: heading,
    cell,
    align: 'right',
  });
  return table(rows, [
    { title, cell: name },
    right('Links', ({ links }) => exactCount(links)),
    right('Wrong', ({ wrong }) => exactCount(wrong)),
    right('Precision', ({ precision }) => rate(precision)),
    right('Recall', ({ recall }) => rate(recall)),
    right('F1', ({ f1 }) => rate(f1)),
    right('Wrong per correct', ({ wrongPerCorrect }) => rate(wrongPerCorrect)),
  ]);
}

function rate({ estimate, low, high }: Rate): string {
  if (estimate === null && low === null && high === null) return 'not defined';
  const point = estimate === null ? 'no limit' : digits(estimate);
  return `${point} (${low === null ? '0' : digits(low)} to ${high === null ? 'no limit' : digits(high)})`;
}

function requestCount({ count, outOf, low, high }: RequestCount): string {
  if (low === null || high === null) return `${exactCount(count)} of ${exactCount(outOf)}`;
  return `${exactCount(count)} of ${exactCount(outOf)} (${percentage(low)} to ${percentage(high)})`;
}

const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** Three digits; nearly one is never rounded to one. */
const digits = (value: number) =>
  value < 1 && value > 0.9985 ? `${Math.floor(value * 1e5) / 1e5}` : threeDigits.format(value);

function notes(
  { input }: Evaluation,
  {
    knowsTaxpayers,
    unlisted,
  }: { readonly knowsTaxpayers: boolean; readonly unlisted: EvaluateOptions['unlisted'] },
): readonly string[] {
  const fate = unlisted === 'wrong' ? 'counted as wrong' : 'left out';
  const about: readonly (readonly [number, string])[] = [
    [input.unknownRequests, `links of requests that the truth does not have, ${fate}`],
    [input.unknownTaxpayers, 'links to taxpayers that --taxpayers does not have, all wrong'],
    [input.duplicateLinks, 'links given again, left out: each pair counts once, with its highest score'],
    [input.duplicateTruth, 'rows of the truth given again, left out'],
    [input.requestsWithSeveralLinks, 'requests with several links'],
    [input.taxpayersWithSeveralLinks, 'taxpayers with several links'],
  ];
  const unchecked = knowsTaxpayers
    ? []
    : ['taxpayer ids are not checked: --taxpayers <file> says which there are'];
  return [
    ...about.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${exactCount(count)}`),
    ...unchecked,
  ];
}
