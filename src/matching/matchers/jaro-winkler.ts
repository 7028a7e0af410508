/** Matcher `jaro-winkler`: surname and given name each alike by Jaro-Winkler; the weaker of the two is the score. */

import { jaroWinkler as comparator } from '../comparators/jaro-winkler.ts';
import { nameMatcher } from '../name-matcher.ts';

export const jaroWinkler = nameMatcher(comparator, 'surname and given name each alike by Jaro-Winkler');
