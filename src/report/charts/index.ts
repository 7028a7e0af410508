/** The charts of a report, in the order in which it shows them, and those of a comparison. A new chart is one file here and one line below. */

import type { Chart, ComparisonChart } from '../drawing/chart.ts';
import { peopleByThreshold } from './people-by-threshold.ts';
import { twoRuns } from './two-runs.ts';

export const charts: readonly Chart[] = [peopleByThreshold];

export const comparisonCharts: readonly ComparisonChart[] = [twoRuns];
