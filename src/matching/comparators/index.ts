/** The comparators, from strict to lenient. */

import type { Comparator } from '../comparator.ts';
import { doubleMetaphone } from './double-metaphone.ts';
import { exact } from './exact.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { levenshtein } from './levenshtein.ts';

export const comparators: readonly Comparator[] = [exact, levenshtein, jaroWinkler, doubleMetaphone];
