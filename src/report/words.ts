/**
 * The ids of a summary in words: one name for each thing, the same in charts, tables and sentences. The names are
 * those of the registries. An id that is in none, for instance a user's own matcher, is shown as it is.
 */

import type { Estimate, Measure } from '../estimation/summary.ts';
import { causes as allCauses } from '../linkage/causes.ts';
import { rules } from '../linkage/rules/index.ts';
import { matchers } from '../matching/matchers/index.ts';
import { places } from '../matching/places/index.ts';
import { origins } from '../population/origins.ts';
import { statuses as allStatuses } from '../population/statuses.ts';
import { exactCount, isRuledOut, percentage } from './number.ts';

const matcherNames = new Map(matchers.map(({ id, label }) => [id, label]));
const placeNames = new Map(places.map(({ id, label }) => [id, label]));
const ruleNames = new Map(rules.map(({ id, describe }) => [id, describe]));

/** Statuses, in the order of the published tables. Together they are everybody. */
export const statuses: readonly string[] = allStatuses.map(({ group }) => group);

/** How each kind of wrong match comes about. */
export const causes: Readonly<Record<string, string>> = Object.fromEntries(
  allCauses.map(({ id, describe }) => [`cause:${id}`, describe]),
);

const groupNames = new Map<string, string>([
  ['all', 'people'],
  ['citizens', 'US citizens'],
  ...allStatuses.map(({ group, label }) => [group, capital(label)] as const),
  ...origins.map(({ id, label }) => [`origin:${id}`, label] as const),
  ...allCauses.map(({ id }) => [`cause:${id}`, capital(id)] as const),
]);

const measureNames: Readonly<Record<Measure, string>> = {
  'people-wrongly-matched': 'People wrongly matched',
  'requests-wrongly-matched': 'Requests matched to a wrong person',
  'requests-correctly-matched': 'Requests matched to the right person',
  'requests-missed': 'Requests missed (person is on file)',
  'share-of-matches-wrong': 'Share of matches that are wrong',
  'wrong-per-correct': 'Wrong matches for each correct one',
  'pairs-wrongly-matched': 'Wrong pairs',
};

export const matcherName = (id: string): string =>
  matcherNames.get(id) ?? id.replace(/^procedure:/, 'Procedure ');
export const placeName = (id: string): string => placeNames.get(id) ?? id;
export const ruleName = (id: string): string => ruleNames.get(id) ?? id;
export const groupName = (id: string): string => groupNames.get(id) ?? id;
export const measureName = (id: Measure): string => measureNames[id];

/** Two decimals, as thresholds are swept: `0.92`. */
export const thresholdName = (threshold: number): string => threshold.toFixed(2);

/** What was simulated out of what it stands for: `12,800 of 1,280,000 (1%)`, or `all 1,280,000`. */
export function sampled(part: { readonly represented: number; readonly simulated: number }): string {
  return part.simulated === part.represented
    ? `all ${exactCount(part.represented)}`
    : `${exactCount(part.simulated)} of ${exactCount(part.represented)} (${percentage(part.simulated / part.represented)})`;
}

/** Said on everything this room writes, whatever the scenario's own cautions are. */
export const standingCaution =
  'These are model estimates for invented people under a stated rule. They are not counts of events, ' +
  'and no threshold shown here is known to be the rule of any agency.';

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How much simulation stands behind an estimate, as a sentence. */
export function support(estimate: Estimate): string {
  const { events } = estimate;
  if (isRuledOut(estimate)) return 'The rule leaves no room for this outcome.';
  if (events === 0) return 'The simulation never produced this outcome: only the upper bound says anything.';
  return events === 1
    ? 'One simulated event stands behind it.'
    : `${exactCount(events)} simulated events stand behind it.`;
}

/** What has to be the same for the command of a summary to make the same numbers again. */
export const reproduction =
  'The same scenario (compare its SHA-256) and seed give the same numbers to the last byte, on any machine. ' +
  'manifest.json beside this report records the whole scenario.';
