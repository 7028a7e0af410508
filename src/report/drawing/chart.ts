/** What a chart is: data in, a Vega-Lite specification and the same numbers as tables out. No drawing happens here. */

import type { TopLevelSpec } from 'vega-lite';
import type { Comparison } from '../../estimation/compare.ts';
import type { Summary } from '../../estimation/summary.ts';
import type { EstimateGrid } from '../estimate-grid.ts';

export type VegaLiteSpec = TopLevelSpec;

export interface Chart {
  /** Names the files: `charts/<id>.svg`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the chart shows. */
  readonly describe: string;
  readonly spec: (summary: Summary) => VegaLiteSpec;
  /** The numbers that the chart draws, all of them and no others. */
  readonly tables: (summary: Summary) => readonly EstimateGrid[];
}

/** A chart of two runs side by side. Its numbers are those of the comparison's own files. */
export type ComparisonChart = Pick<Chart, 'id' | 'title' | 'describe'> & {
  readonly spec: (comparison: Comparison) => VegaLiteSpec;
};
