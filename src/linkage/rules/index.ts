/** The decision rules, from the widest to the most careful. */

import type { DecisionRule } from '../rule.ts';
import { all } from './all.ts';
import { best } from './best.ts';
import { unique } from './unique.ts';

export const rules: readonly DecisionRule[] = [all, best, unique];
