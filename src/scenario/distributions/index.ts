/** The distributions that an uncertain number may be drawn from. */

import type { Distribution } from '../distribution.ts';
import { beta } from './beta.ts';
import { fixed } from './fixed.ts';
import { pert } from './pert.ts';
import { triangular } from './triangular.ts';
import { uniform } from './uniform.ts';

export const distributions: readonly Distribution[] = [triangular, uniform, pert, beta, fixed];
