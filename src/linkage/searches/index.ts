/** How each matcher finds its candidates: one line for those that have a way of their own. */

import type { Search, SearchOptions } from '../search.ts';
import { everyPair } from './every-pair.ts';
import { fellegiSunter } from './fellegi-sunter.ts';
import { nameControl } from './name-control.ts';
import { screening } from './screening.ts';
import { tinName } from './tin-name.ts';
import { tokenSet } from './token-set.ts';
import { weakerName } from './weaker-name.ts';

const searches: Readonly<Record<string, (options: SearchOptions) => Search>> = {
  'name-control': nameControl,
  'token-set': tokenSet,
  screening,
  'fellegi-sunter': fellegiSunter,
  'tin-name': tinName,
};

/** The quickest search there is for a matcher. */
export function searchOf(options: SearchOptions): Search {
  const { matcher, floor } = options;
  if (floor <= 0) return everyPair(options);
  if (matcher.comparator !== undefined) return weakerName(matcher.comparator, options);
  return (searches[matcher.id] ?? everyPair)(options);
}
