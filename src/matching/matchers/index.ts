/** The matchers, in the order of charts and tables: by characters and sound, then those with a logic of their own. */

import type { Matcher } from '../matcher.ts';
import type { NameMatcher } from '../name-matcher.ts';
import { doubleMetaphone } from './double-metaphone.ts';
import { exact } from './exact.ts';
import { fellegiSunter } from './fellegi-sunter.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { levenshtein } from './levenshtein.ts';
import { nameControl } from './name-control.ts';
import { screening } from './screening.ts';
import { tinName } from './tin-name.ts';
import { tokenSet } from './token-set.ts';

/** Those that are the weaker of two names by a comparator. */
export const nameMatchers: readonly NameMatcher[] = [exact, levenshtein, jaroWinkler, doubleMetaphone];

export const matchers: readonly Matcher[] = [
  exact,
  nameControl,
  levenshtein,
  jaroWinkler,
  doubleMetaphone,
  tokenSet,
  screening,
  fellegiSunter,
  tinName,
];
