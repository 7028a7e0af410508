/**
 * Two kinds of doubt in words and numbers: what chance in the simulation leaves open, what the assumptions leave open, and
 * both together. A sentence for the headline, and a row for each main estimate.
 */

import type { Doubt, Draws, Summary } from '../estimation/summary.ts';
import { amount, bare, exactCount, percentage, range } from './number.ts';
import { groupName, matcherName, measureName } from './words.ts';

export const doubtHeading = 'How sure: chance, assumptions, both';

/** One row of the table: what is estimated, the estimate, and the three ranges. */
interface DoubtRow {
  readonly title: string;
  readonly estimate: string;
  readonly chance: string;
  readonly assumptions: string;
  readonly both: string;
  /** Whether it belongs into a short table: of the headline's rule, and of everyone or of the headline's people. */
  readonly isShort: boolean;
}

/** The doubt about the headline, as a few sentences. */
export function doubtSentences({ draws, headline }: Summary & { readonly draws: Draws }): string {
  const { matcher, group, measure, level } = headline.estimate;
  const main = draws.estimates.find(
    (each) => each.matcher === matcher && each.group === group && each.measure === measure,
  );
  const drawn =
    `${exactCount(draws.parameters)} parameters were drawn over their ranges ${exactCount(draws.count)} times, ` +
    'independently of one another.';
  if (main === undefined || main.ignorance === null || main.both === null) {
    return `${drawn} The headline was seen too seldom for its spread to be told.`;
  }
  const { low, high } = main.chance;
  return (
    `Of ${percentage(level)} ranges: chance in the simulation alone gives ${between(measure, low, high)}; ` +
    `what is assumed alone gives ${between(measure, main.ignorance.low, main.ignorance.high)}, half of the draws ` +
    `below ${amount(measure, main.ignorance.median)}; both together give ` +
    `${between(measure, main.both.low, main.both.high)}. ${drawn} ${fewDraws(draws.count)}`.trimEnd()
  );
}

/** Said where the ends of the ranges are those of one or two draws. */
const fewDraws = (count: number) =>
  count < ENOUGH_DRAWS ? `So few draws show the size of the doubt, not its exact ends.` : '';
const ENOUGH_DRAWS = 100;

/** What the ranges are, and what they are not. */
export const doubtNotes: readonly string[] = [
  'Chance: other ZIP areas might have been drawn and other people met; at central values. Assumptions: the spread over the draws.',
  'Each draw is simulated in a sample of ZIP areas and compared with the central values in the same ones. What chance leaves in that comparison widens the second range a little.',
  'The ranges are those stated in the scenario. Draws that do not reproduce the public counts are not left out.',
];

/** The rows of the table. */
export function doubtRows(
  { estimates }: Draws,
  { matcher, group }: Summary['headline']['estimate'],
): readonly DoubtRow[] {
  return estimates.map((each) => ({
    title: titleOf(each, matcher),
    estimate: bare({ ...each, ...each.chance }),
    chance: range({ ...each, ...each.chance }) || 'not told',
    assumptions:
      each.ignorance === null ? 'not told' : between(each.measure, each.ignorance.low, each.ignorance.high),
    both: each.both === null ? 'not told' : between(each.measure, each.both.low, each.both.high),
    isShort: each.matcher === matcher && ['all', group].includes(each.group),
  }));
}

function titleOf({ matcher, measure, group }: Doubt, headlineMatcher: string): string {
  const what =
    measure === 'people-wrongly-matched' && group !== 'all'
      ? `Wrongly matched: ${groupName(group)}`
      : measureName(measure);
  return matcher === headlineMatcher ? what : `${matcherName(matcher)}: ${what}`;
}

function between(measure: Doubt['measure'], low: number | null, high: number | null): string {
  return low === null || high === null ? 'not told' : `${amount(measure, low)} to ${amount(measure, high)}`;
}
