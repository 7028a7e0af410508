/** What linking files asks of a matcher. */

import { type AskedMatcher, isModulePath } from '../../matching/asked-matcher.ts';
import type { Matcher } from '../../matching/matcher.ts';

export interface FileMatcher extends Pick<Matcher, 'score' | 'needs' | 'judgement'> {
  /**
   * The built-in matcher of names that it is, or that it judges on top of: its search finds the pairs. Left out for a
   * matcher of somebody's own, whatever that is called: it scores pair by pair.
   */
  readonly searched?: Matcher;
}

/** A matcher as it was asked for. */
export const fileMatcher = (matcher: Matcher, { wanted }: AskedMatcher): FileMatcher =>
  isModulePath(wanted) ? matcher : builtInMatcher(matcher);

/** A built-in matcher, with identifiers or without. */
export const builtInMatcher = (matcher: Matcher): FileMatcher => ({
  ...matcher,
  searched: matcher.judgement?.names ?? matcher,
});
