/**
 * What is counted, and where each count stands. A run counts the same list of things (cells) for every rule
 * (matcher, place scope, decision rule) at every threshold; a count is found by arithmetic in one long array.
 */

import { origins } from '../population/origins.ts';
import { statuses } from '../population/statuses.ts';
import { widePlaceIds } from '../scenario/ids.ts';
import { causes } from './causes.ts';

/** Groups of people, in their order; every wrongly matched person is in several. */
const groups: readonly string[] = [
  'all',
  'citizens',
  ...statuses.map(({ group }) => group),
  ...origins.map(({ id }) => `origin:${id}`),
  ...causes.map(({ id }) => `cause:${id}`),
];
export const groupIndex = {
  all: 0,
  citizens: 1,
  status: 2,
  origin: 2 + statuses.length,
  cause: 2 + statuses.length + origins.length,
} as const;

/** How many groups of people there are. */
export const groupsOfPeople = groups.length;

/** A thing counted: a measure, for a group of the people matched. */
export interface Cell {
  readonly measure:
    | 'people-wrongly-matched'
    | 'requests-wrongly-matched'
    | 'pairs-wrongly-matched'
    | 'requests-correctly-matched'
    | 'requests-missed';
  readonly group: string;
}

export const cells: readonly Cell[] = [
  ...groups.map((group) => ({ measure: 'people-wrongly-matched', group }) as const),
  { measure: 'requests-wrongly-matched', group: 'all' },
  { measure: 'requests-wrongly-matched', group: 'citizens' },
  { measure: 'pairs-wrongly-matched', group: 'all' },
  { measure: 'pairs-wrongly-matched', group: 'citizens' },
  { measure: 'requests-correctly-matched', group: 'all' },
  { measure: 'requests-missed', group: 'all' },
];

/** Place of a cell; -1 if the measure is not counted for the group. */
export function cellIndex(measure: string, group: string): number {
  return cells.findIndex((cell) => cell.measure === measure && cell.group === group);
}

/** The counts of a run: every rule at every threshold, in this order. */
export interface CountPlan {
  readonly matchers: readonly string[];
  readonly places: readonly string[];
  readonly rules: readonly string[];
  readonly thresholds: readonly number[];
}

/** Whether a place scope is wider than a ZIP area. */
export const isWide = (place: string): boolean => (widePlaceIds as readonly string[]).includes(place);

/** A plan as two: the place scopes within a ZIP area, and those wider, which are counted in another way. */
export function halvesOf(plan: CountPlan): {
  readonly narrow: CountPlan | undefined;
  readonly wide: CountPlan | undefined;
} {
  const half = (places: readonly string[]) => (places.length === 0 ? undefined : { ...plan, places });
  return {
    narrow: half(plan.places.filter((place) => !isWide(place))),
    wide: half(plan.places.filter(isWide)),
  };
}

/** How many (matcher, place, rule, threshold) there are. */
export function settings({ matchers, places, rules, thresholds }: CountPlan): number {
  return matchers.length * places.length * rules.length * thresholds.length;
}

/** The place of threshold 0 of a rule among the settings. */
export function settingOf(plan: CountPlan, matcher: number, place: number, rule: number): number {
  return ((matcher * plan.places.length + place) * plan.rules.length + rule) * plan.thresholds.length;
}
