/** The library: what other programs may import. The command line is built from the same parts. */

import { comparators } from './matching/comparators/index.ts';
import type { Matcher } from './matching/matcher.ts';
import { matchers } from './matching/matchers/index.ts';
import { population as populationOf, type Taxpayer } from './population/population.ts';
import { loadTables } from './population/tables.ts';
import { loadScenario } from './scenario/load.ts';
import type { Scenario } from './scenario/schema.ts';
import { doubleMetaphoneKeys } from './text/double-metaphone.ts';

export type { Estimate, Measure, Summary } from './estimation/summary.ts';
export { type Run, type SimulateOptions, simulate } from './execution/simulate.ts';
export type { Explanation, Matcher } from './matching/matcher.ts';
export type { Taxpayer } from './population/population.ts';
export type { PersonRecord } from './population/record.ts';
export { InputError } from './scenario/input-error.ts';
export { loadScenario } from './scenario/load.ts';
export type { Scenario } from './scenario/schema.ts';

/** The similarity of two normalised values, in [0, 1]; an unknown id is a RangeError that lists the known ones. */
export function comparator(id: string): (a: string, b: string) => number {
  return known('comparator', comparators, id).compare;
}

/** A matcher of pairs of records; an unknown id is a RangeError that lists the known ones. */
export function matcher(id: string): Matcher {
  return known('matcher', matchers, id);
}

/** Phonetic keys of a value, primary first; `double-metaphone` is the one kind there is so far. */
export function phoneticKeys(id: string): (value: string) => readonly string[] {
  return known('phonetic key', [{ id: 'double-metaphone', keys: doubleMetaphoneKeys }], id).keys;
}

/** The taxpayer file of a scenario, given whole or by its id or path: person `index` as a pure function. */
export function population(
  scenario: Scenario | string,
  seed: number,
): { readonly size: number; person(index: number): Taxpayer } {
  const { size, person } = populationOf(
    typeof scenario === 'string' ? loadScenario(scenario) : scenario,
    seed,
    loadTables(),
  );
  return { size, person };
}

function known<T extends { readonly id: string }>(kind: string, registry: readonly T[], id: string): T {
  const found = registry.find((entry) => entry.id === id);
  if (found === undefined) {
    throw new RangeError(`unknown ${kind}; one of ${registry.map((entry) => entry.id).join(', ')}: ${id}`);
  }
  return found;
}
