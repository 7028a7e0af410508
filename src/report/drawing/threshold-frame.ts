/**
 * The scales of a chart of people against threshold. The vertical one is logarithmic and spans whole decades; the
 * horizontal one leaves room for the names of the lines on its loose side.
 */

import type { PositionDef } from 'vega-lite/types_unstable/channeldef.js';
import type { Estimate } from '../../estimation/summary.ts';
import { neverSeen } from '../number.ts';

/** Of the plot area, in pixels. */
export const panelSize = { width: 450, height: 380 };
/** Room left of a panel for its vertical axis with labels and title, in pixels. */
export const axisRoom = 94;
/** Room for the labels left of the lines, as a share of the swept thresholds: the longest name fits. */
const labelRoom = 0.54;

/** The scales, in data units. */
export interface Frame {
  readonly thresholds: readonly [number, number];
  readonly left: number;
  readonly people: readonly [number, number];
  /** Only the first panel carries the title of the vertical axis. */
  readonly first: boolean;
  /** What the vertical axis counts; `People wrongly matched` unless given. */
  readonly counted?: string;
}

/** Where an estimate is drawn: at the estimate, or at the upper bound of what was never seen. */
export function height(estimate: Estimate): number {
  return (neverSeen(estimate) ? estimate.high : estimate.estimate) ?? 0;
}

/** Scales that hold all of `estimates`, for panels to share. */
export function commonFrame(estimates: readonly Estimate[]): Omit<Frame, 'first'> {
  const thresholds = estimates.map((each) => each.threshold);
  const [loosest, strictest] = [Math.min(...thresholds), Math.max(...thresholds)];
  const heights = estimates.map(height);
  const tops = estimates.map((each) => each.high ?? height(each));
  return {
    thresholds: [loosest, strictest],
    left: loosest - Math.max(strictest - loosest, 0.05) * labelRoom,
    people: [
      10 ** Math.floor(Math.log10(Math.min(...heights) * 0.9)),
      10 ** Math.ceil(Math.log10(Math.max(...tops))),
    ],
  };
}

/** The horizontal position: a threshold. */
export function across({ left, thresholds: [loosest, strictest] }: Frame): PositionDef<string> {
  const perUnit = strictest - loosest > 0.5 ? 10 : 20;
  const first = Math.ceil(loosest * perUnit - 1e-6);
  const last = Math.floor(strictest * perUnit + 1e-6);
  return {
    field: 'threshold',
    type: 'quantitative',
    title: 'Threshold: least name score for a match',
    scale: { domain: [left, strictest], zero: false, nice: false },
    axis: {
      values: Array.from({ length: last - first + 1 }, (_, index) => (first + index) / perUnit),
      format: '.2f',
      grid: false,
      labelOverlap: false,
      labelFlush: false,
    },
  };
}

/** The vertical position: a number of people, found in `field`. */
export function upwards(
  { people, first, counted = 'People wrongly matched' }: Frame,
  field: string,
): PositionDef<string> {
  return {
    field,
    type: 'quantitative',
    title: first ? `${counted} (log scale)` : '',
    scale: { type: 'log', domain: [...people], nice: false, clamp: true },
    axis: {
      values: powersOfTen(people),
      labelExpr:
        "datum.value >= 1e6 ? format(datum.value / 1e6, ',') + ' million' : format(datum.value, ',')",
      domain: false,
      ticks: false,
      titleX: -axisRoom + 22,
    },
  };
}

function powersOfTen([lowest, highest]: readonly [number, number]): number[] {
  const first = Math.round(Math.log10(lowest));
  const last = Math.round(Math.log10(highest));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
}
