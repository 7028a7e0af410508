/** Matcher `exact`: same surname and same given name; the weaker of the two is the score. */

import { exact as comparator } from '../comparators/exact.ts';
import { nameMatcher } from '../name-matcher.ts';

export const exact = nameMatcher(comparator, 'same surname and same given name');
