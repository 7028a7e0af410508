/** Matcher `double-metaphone`: surname and given name each alike in sound by Double Metaphone; the weaker of the two is the score. */

import { doubleMetaphone as comparator } from '../comparators/double-metaphone.ts';
import { nameMatcher } from '../name-matcher.ts';

export const doubleMetaphone = nameMatcher(
  comparator,
  'surname and given name each alike in sound by Double Metaphone',
);
