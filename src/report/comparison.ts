/**
 * Two runs side by side in words for a terminal: what the second spares and what it costs, at the headline rule
 * of each and at the thresholds that they share.
 */

import type { Comparison, Difference } from '../estimation/compare.ts';
import type { Estimate } from '../estimation/summary.ts';
import { sameThreshold } from './estimate-grid.ts';
import { amount, bare, level, range } from './number.ts';
import { type Column, table } from './table.ts';
import { groupName, standingCaution, thresholdName } from './words.ts';
import { wrap } from './wrap.ts';

const width = 80;
/** Lines of the table by threshold: enough to see the curve. */
const everyThreshold = 0.05;

/** The comparison as text, with a line break at its end. */
export function plainComparison(comparison: Comparison): string {
  const { first, second, headline, paired } = comparison;
  const stated = [first, second].map((side, i) => {
    const { scenario, statedRule } = side;
    const place = i === 0 ? 'First ' : 'Second';
    return wrap(`${place}  ${scenario.title} (${scenario.id}). ${statedRule}`, width - 8).join(
      `\n${' '.repeat(8)}`,
    );
  });
  const basis = paired
    ? 'Both runs are of the same ZIP areas under the same seed; the intervals of the differences use that.'
    : 'The runs are not paired: the intervals of the differences are those of two independent runs.';
  const parts = [
    stated.join('\n'),
    'EACH AT ITS HEADLINE RULE',
    differenceTable(headline, 'Measure', ({ first: of }) => rowName(of)),
    wrap(verdict(headline), width).join('\n'),
    ...thresholdTables(comparison),
    'WHAT THIS IS, AND WHAT IT IS NOT',
    ['A difference is the second less the first.', basis, standingCaution]
      .map((text) => `- ${wrap(text, width - 2).join('\n  ')}`)
      .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the second run spares and what it costs, in a sentence or two. */
export function verdict(headline: readonly Difference[]): string {
  const of = (measure: Estimate['measure'], group: string) =>
    headline.find(({ first }) => first.measure === measure && first.group === group);
  const [people, citizens, correct] = [
    of('people-wrongly-matched', 'all'),
    of('people-wrongly-matched', 'citizens'),
    of('requests-correctly-matched', 'all'),
  ];
  if (people === undefined || citizens === undefined || correct === undefined) return '';
  return (
    `The second wrongly matches ${moreOrFewer(people, 'people')}, ` +
    `among them ${moreOrFewer(citizens, 'citizens')}; ` +
    `it matches ${moreOrFewer(correct, 'requests')} to the right person.`
  );
}

function moreOrFewer({ first, difference, low, high }: Difference, what: string): string {
  if (difference === null || low === null || high === null) return `an unknown number of other ${what}`;
  if (low <= 0 && high >= 0) return `no clearly different number of ${what}`;
  const [least, most] = difference < 0 ? [-high, -low] : [low, high];
  const many = amount(first.measure, Math.abs(difference));
  return `${many} ${difference < 0 ? 'fewer' : 'more'} ${what} (${level(first)} interval ${amount(first.measure, least)} to ${amount(first.measure, most)})`;
}

/** People wrongly matched and correct matches, each run under its own headline rule, down the thresholds. */
function thresholdTables({ first: { headline }, byThreshold }: Comparison): readonly string[] {
  const shown = byThreshold.filter(({ first: { threshold } }) => {
    const steps = threshold / everyThreshold;
    return Math.abs(steps - Math.round(steps)) < 1e-6 || sameThreshold(threshold, headline.threshold);
  });
  if (shown.length === 0) return [];
  return [
    'EACH AT THE RULE OF ITS HEADLINE, BY THRESHOLD',
    ...(['people-wrongly-matched', 'requests-correctly-matched'] as const).flatMap((measure) => {
      const group =
        measure === 'people-wrongly-matched' && headline.group === 'citizens' ? 'citizens' : 'all';
      const rows = shown.filter(({ first }) => first.measure === measure && first.group === group);
      const [row] = rows;
      if (row === undefined) return [];
      const numbers = differenceTable(rows, 'Threshold', ({ first }) => thresholdName(first.threshold));
      return [`${rowName(row.first)}\n\n${numbers}`];
    }),
  ];
}

function differenceTable(
  rows: readonly Difference[],
  title: string,
  name: (row: Difference) => string,
): string {
  const columns: readonly Column<Difference>[] = [
    { title, cell: name },
    { title: 'First', align: 'right', cell: ({ first }) => bare(first) },
    { title: 'Second', align: 'right', cell: ({ second }) => bare(second) },
    { title: 'Difference', align: 'right', cell: differenceWords },
    {
      title: rows[0] === undefined ? 'Interval' : `${level(rows[0].first)} interval`,
      align: 'right',
      cell: around,
    },
  ];
  return table(rows, columns);
}

function differenceWords({ first, difference }: Difference): string {
  return difference === null ? 'not defined' : signed(first, difference);
}

function around({ first, low, high }: Difference): string {
  return low === null || high === null ? range(first) : `${signed(first, low)} to ${signed(first, high)}`;
}

/** With its sign; a difference of shares in percentage points. */
function signed({ measure }: Estimate, value: number): string {
  if (value === 0) return '0';
  const size = amount(measure, Math.abs(value));
  return `${value < 0 ? '-' : '+'}${measure === 'share-of-matches-wrong' ? size.replace('%', ' pt') : size}`;
}

function rowName({ measure, group }: Estimate): string {
  if (measure === 'requests-correctly-matched') return 'Requests matched correctly';
  if (measure === 'share-of-matches-wrong') return 'Matches that are wrong';
  return group === 'all' ? 'People wrongly matched' : `${groupName(group)} wrongly matched`;
}
