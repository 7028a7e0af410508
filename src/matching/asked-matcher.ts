/** A matcher as somebody asks for it: by id, or by the path of a module of their own. Plain data, so that a thread can be told. */

import { chooseMatcher } from './choose-matcher.ts';
import { type IdentifierOptions, withIdentifiers } from './identifiers.ts';
import type { Matcher } from './matcher.ts';
import { loadMatcher } from './own-matcher.ts';

export interface AskedMatcher {
  /** An id, or the path of an ES module. */
  readonly wanted: string;
  readonly identifiers: IdentifierOptions;
}

const MODULE = /[/\\]|\.[mc]?[jt]s$/;

/** Whether the text after `--matcher` is the path of a module and no id. */
export const isModulePath = (wanted: string): boolean => MODULE.test(wanted);

/**
 * The matcher that was asked for. An unknown id is a RangeError, a module that cannot be used an InputError.
 * @param now a clock in milliseconds, by which a user's module is timed
 */
export async function askedMatcher(
  { wanted, identifiers }: AskedMatcher,
  now: () => number,
): Promise<Matcher> {
  if (!isModulePath(wanted)) return chooseMatcher(wanted, identifiers);
  return withIdentifiers(await loadMatcher(wanted, now), identifiers);
}
