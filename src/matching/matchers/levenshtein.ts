/** Matcher `levenshtein`: surname and given name each within few edits; the weaker of the two is the score. */

import { levenshtein as comparator } from '../comparators/levenshtein.ts';
import { nameMatcher } from '../name-matcher.ts';

export const levenshtein = nameMatcher(comparator, 'surname and given name each within few edits');
