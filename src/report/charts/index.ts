/** The charts of a report, in the order in which it shows them. A new chart is one file here and one line below. */

import type { Chart } from '../drawing/chart.ts';
import { peopleByThreshold } from './people-by-threshold.ts';

export const charts: readonly Chart[] = [peopleByThreshold];
