/** The library: what other programs may import. The command line is built from the same parts. */

import { comparators } from './matching/comparators/index.ts';
import type { Household } from './population/household.ts';
import { population as populationOf, type Taxpayer } from './population/population.ts';
import { loadTables } from './population/tables.ts';
import { loadScenario } from './scenario/load.ts';
import type { Scenario } from './scenario/schema.ts';
import { doubleMetaphoneKeys } from './text/double-metaphone.ts';
import { nysiisKeys } from './text/nysiis.ts';
import { soundexKeys } from './text/soundex.ts';

export { type EvaluateOptions, evaluateLinks, type GroupOf } from './estimation/evaluate-links.ts';
export type { Evaluation, Measures, Rate, RequestCount } from './estimation/evaluation.ts';
export type { Link, TrueLink } from './estimation/link-table.ts';
export type { Estimate, Measure, Summary } from './estimation/summary.ts';
export type { Run } from './execution/simulate.ts';
export { type SimulateAndDrawOptions as SimulateOptions, simulate } from './execution/simulate-draws.ts';
export type { ColumnMap } from './files/column-map.ts';
export { type ReadOptions, type RecordColumn, type Reject, readRecords } from './files/read-records.ts';
export { nationalFrequency } from './linkage/national-frequency.ts';
export { chooseMatcher as matcher, type MatcherOptions } from './matching/choose-matcher.ts';
export { comparisonLevels } from './matching/fellegi-sunter/fields.ts';
export {
  type AgreementPattern,
  type FellegiSunterFit,
  type FitOptions,
  fitFellegiSunter,
} from './matching/fellegi-sunter/fit.ts';
export { type FellegiSunterModel, statedModel } from './matching/fellegi-sunter/model.ts';
export type { Explanation, Matcher, WaterfallStep } from './matching/matcher.ts';
export { loadMatcher } from './matching/own-matcher.ts';
export type { Household, HouseholdMember } from './population/household.ts';
export type { Taxpayer } from './population/population.ts';
export type { PersonRecord } from './population/record.ts';
export { InputError } from './scenario/input-error.ts';
export { loadScenario } from './scenario/load.ts';
export type { Scenario } from './scenario/schema.ts';

/** The similarity of two normalised values, in [0, 1]; an unknown id is a RangeError that lists the known ones. */
export function comparator(id: string): (a: string, b: string) => number {
  return known('comparator', comparators, id).compare;
}

const phoneticCodes = [
  { id: 'soundex', keys: soundexKeys },
  { id: 'nysiis', keys: nysiisKeys },
  { id: 'double-metaphone', keys: doubleMetaphoneKeys },
];

/** Phonetic keys of a value, primary first, none when nothing is sounded; an unknown id is a RangeError that lists the known ones. */
export function phoneticKeys(id: string): (value: string) => readonly string[] {
  return known('phonetic key', phoneticCodes, id).keys;
}

/**
 * The taxpayer file of a scenario, given whole or by its id or path: person `index` of the file, and household
 * `index` of the country with everyone in it, as pure functions. A RangeError for an index outside.
 */
export function population(
  scenario: Scenario | string,
  seed: number,
): {
  readonly size: number;
  readonly households: number;
  person(index: number): Taxpayer;
  household(index: number): Household;
} {
  const { size, households, person, household } = populationOf(
    typeof scenario === 'string' ? loadScenario(scenario) : scenario,
    seed,
    loadTables(),
  );
  return { size, households, person, household };
}

function known<T extends { readonly id: string }>(kind: string, registry: readonly T[], id: string): T {
  const found = registry.find((entry) => entry.id === id);
  if (found === undefined) {
    throw new RangeError(`unknown ${kind}; one of ${registry.map((entry) => entry.id).join(', ')}: ${id}`);
  }
  return found;
}
