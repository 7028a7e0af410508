/** The matchers, from strict to lenient: the order of charts and tables. */

import type { Matcher } from '../matcher.ts';
import { doubleMetaphone } from './double-metaphone.ts';
import { exact } from './exact.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { levenshtein } from './levenshtein.ts';

export const matchers: readonly Matcher[] = [exact, levenshtein, jaroWinkler, doubleMetaphone];
