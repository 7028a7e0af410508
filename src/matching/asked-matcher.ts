/** A matcher as somebody asks for it: by id, or by the path of a module of their own. Plain data, so that a thread can be told. */

import { chooseMatcher, informedMatcher } from './choose-matcher.ts';
import type { Frequency } from './fellegi-sunter/weighing.ts';
import { type IdentifierOptions, withIdentifiers } from './identifiers.ts';
import type { Matcher } from './matcher.ts';
import { loadMatcher } from './own-matcher.ts';

/** What may be said of how common names are; the first is usual. */
export const frequencyChoices = [
  {
    id: 'national',
    describe:
      'a rare name weighs more: by the shares of names in the simulated taxpayer file of irs-ice-2025',
  },
  { id: 'none', describe: 'every name weighs the same' },
] as const;
export type FrequencyChoice = (typeof frequencyChoices)[number]['id'];

export interface AskedMatcher {
  /** An id, or the path of an ES module. */
  readonly wanted: string;
  readonly identifiers: IdentifierOptions;
  /** What a matcher that can make use of it is told of how common names are; `national` if not given. */
  readonly frequencies?: FrequencyChoice;
}

const MODULE = /[/\\]|\.[mc]?[jt]s$/;

/** Whether the text after `--matcher` is the path of a module and no id. */
export const isModulePath = (wanted: string): boolean => MODULE.test(wanted);

/**
 * The matcher that was asked for. An unknown id is a RangeError, a module that cannot be used an InputError.
 * @param now a clock in milliseconds, by which a user's module is timed
 * @param national makes the frequencies of that name; asked for only where they are made use of
 */
export async function askedMatcher(
  { wanted, identifiers, frequencies = 'national' }: AskedMatcher,
  now: () => number,
  national: () => Frequency,
): Promise<Matcher> {
  if (!isModulePath(wanted)) {
    return frequencies === 'none'
      ? chooseMatcher(wanted, identifiers)
      : informedMatcher(wanted, national, identifiers);
  }
  return withIdentifiers(await loadMatcher(wanted, now), identifiers);
}
