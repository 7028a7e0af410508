/** The decision rules, from the widest to the most careful. */

import type { DecisionRule } from '../rule.ts';
import { all } from './all.ts';
import { best } from './best.ts';
import { review } from './review.ts';
import { unique } from './unique.ts';

export const rules: readonly DecisionRule[] = [all, best, unique, review];

/** Those that need no reviewer, who is simulated from the truth: the ones for files of anybody's. */
export const fileRules: readonly DecisionRule[] = [all, best, unique];
