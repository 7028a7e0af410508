/** The generated taxpayer file held against public facts: draws a sample of it and judges every check. */

import type { Population } from '../population/population.ts';
import { type CheckFamily, judge, type Result, type Verdict } from './check.ts';
import { drawSample } from './sample.ts';

export interface Validation {
  readonly seed: number;
  readonly people: number;
  readonly zipAreas: number;
  /** In the order of the families and their checks. */
  readonly verdicts: readonly Verdict[];
  readonly counts: Readonly<Record<Result, number>>;
}

/**
 * Judges the checks on about `people` people of the file, a whole number above 0.
 * @param population made under the seed that also draws the sample
 */
export function validate(
  population: Population,
  people: number,
  families: readonly CheckFamily[],
): Validation {
  const sample = drawSample(population, people, population.seed);
  const verdicts = families.flatMap(({ checks }) => checks.map((check) => judge(check, sample)));
  const count = (result: Result) => verdicts.filter((verdict) => verdict.result === result).length;
  return {
    seed: population.seed,
    people: sample.people,
    zipAreas: sample.areas.length,
    verdicts,
    counts: {
      pass: count('pass'),
      'cannot tell': count('cannot tell'),
      fail: count('fail'),
      'not modelled': count('not modelled'),
    },
  };
}
