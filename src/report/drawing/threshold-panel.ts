/**
 * One panel of a chart of people against threshold, layer by layer from the back to the front: bands, lines, names at
 * the loose end of the lines, and a ring around the headline.
 *
 * Convention: a log scale has no zero, and an outcome that the simulation never
 * produced is not known to be zero: there the upper bound is drawn, dashed, with hollow triangles that point down to
 * where the truth lies. A band that reaches below the scale is cut at its foot.
 */

import type { LayerSpec } from 'vega-lite/types_unstable/spec/layer.js';
import type { UnitSpec } from 'vega-lite/types_unstable/spec/unit.js';
import type { Estimate } from '../../estimation/summary.ts';
import { interval, neverSeen, point } from '../number.ts';
import { matcherName, thresholdName } from '../words.ts';
import { spreadLabels } from './spread-labels.ts';
import { ink } from './theme.ts';
import { across, type Frame, height, panelSize, upwards } from './threshold-frame.ts';

type Layer = LayerSpec<string> | UnitSpec<string>;

/** Least distance between two labels, in pixels. */
const labelGap = 17;
const labelText = {
  type: 'text',
  align: 'right',
  baseline: 'middle',
  fontSize: 12.5,
  fontWeight: 600,
  limit: 0,
} as const;

/** One line of the chart: estimates that can be drawn, from the loosest threshold to the strictest. */
interface Curve {
  readonly matcher: string;
  readonly color: string;
  readonly estimates: readonly Estimate[];
}

export interface Panel {
  readonly place: string;
  readonly curves: readonly Curve[];
}

/** Everything in the panel, with a ring around the headline where it is given. */
export function panelLayers(panel: Panel, frame: Frame, headline?: Estimate): readonly Layer[] {
  return [
    ...bands(panel, frame),
    ...lines(panel, frame),
    ...labels(panel, frame),
    ...(headline === undefined ? [] : [ring(headline, frame)]),
  ];
}

function bands({ curves }: Panel, scales: Frame): readonly Layer[] {
  return curves.map(
    (curve): Layer => ({
      data: {
        values: stretches(curve)
          .filter((stretch) => stretch.seen)
          .flatMap((stretch) => stretch.points)
          .filter((each) => each.low !== null && each.high !== null)
          .map((each) => ({ ...each, low: Math.max(each.low ?? 0, scales.people[0]) })),
      },
      mark: { type: 'area', color: curve.color, opacity: 0.14, aria: false },
      encoding: {
        x: across(scales),
        y: upwards(scales, 'low'),
        y2: { field: 'high' },
        detail: { field: 'stretch' },
      },
    }),
  );
}

function lines({ curves }: Panel, scales: Frame): readonly Layer[] {
  const place = { x: across(scales), y: upwards(scales, 'people') };
  return curves.flatMap((curve) =>
    [true, false].flatMap((seen): Layer[] => {
      const values = stretches(curve)
        .filter((stretch) => stretch.seen === seen)
        .flatMap((stretch) => stretch.points);
      if (values.length === 0) return [];
      const stroke = seen ? { strokeWidth: 2 } : { strokeWidth: 1.25, strokeDash: [4, 4] };
      const symbol = seen
        ? ({ shape: 'circle', size: 9, fill: curve.color, stroke: null } as const)
        : ({ shape: 'triangle-down', size: 26, fill: '#fff', stroke: curve.color } as const);
      return [
        {
          data: { values },
          layer: [
            {
              mark: { type: 'line', color: curve.color, aria: false, ...stroke },
              encoding: { ...place, detail: { field: 'stretch' } },
            },
            {
              mark: { type: 'point', opacity: 1, ...symbol },
              encoding: { ...place, description: { field: 'words' } },
            },
          ],
        },
      ];
    }),
  );
}

/** The curve in runs of thresholds that were seen, or never seen, so that no line joins an estimate to a bound. */
function stretches(curve: Curve) {
  const runs: { seen: boolean; points: Estimate[] }[] = [];
  for (const estimate of curve.estimates) {
    const seen = !neverSeen(estimate);
    const last = runs.at(-1);
    if (last?.seen === seen) last.points.push(estimate);
    else runs.push({ seen, points: [estimate] });
  }
  return runs.map(({ seen, points }, stretch) => ({
    seen,
    points: points.map((each) => ({
      threshold: each.threshold,
      people: height(each),
      low: each.low,
      high: each.high,
      stretch,
      words: `${matcherName(curve.matcher)}, threshold ${thresholdName(each.threshold)}: ${interval(each)}`,
    })),
  }));
}

/** The name of each matcher at the loose end of its line, with a thin leader where it had to move. */
function labels({ curves }: Panel, scales: Frame): readonly Layer[] {
  const [lowest, highest] = scales.people.map(Math.log10) as [number, number];
  const gap = (labelGap / panelSize.height) * (highest - lowest);
  const ends = curves.flatMap((curve) => curve.estimates.slice(0, 1));
  const heights = spreadLabels(
    ends.map((end) => Math.log10(height(end))),
    gap,
    lowest + gap / 2,
    highest - gap / 2,
  );
  const perPixel = (scales.thresholds[1] - scales.left) / panelSize.width;
  return curves.map((curve, index): Layer => {
    const end = curve.estimates[0];
    const threshold = end?.threshold ?? 0;
    const from = { threshold: threshold - 4 * perPixel, people: end === undefined ? 0 : height(end) };
    const to = { threshold: threshold - 14 * perPixel, people: 10 ** (heights[index] ?? 0) };
    const place = { x: across(scales), y: upwards(scales, 'people') };
    const named = { ...place, text: { field: 'name' } };
    return {
      layer: [
        {
          data: { values: [from, to] },
          mark: { type: 'line', color: curve.color, strokeWidth: 0.75, opacity: 0.7, aria: false },
          encoding: place,
        },
        {
          data: { values: [{ ...to, name: matcherName(curve.matcher) }] },
          layer: [
            { mark: { ...labelText, dx: -4, stroke: '#fff', strokeWidth: 5, aria: false }, encoding: named },
            { mark: { ...labelText, dx: -4, color: curve.color }, encoding: named },
          ],
        },
      ],
    };
  });
}

function ring(headline: Estimate, scales: Frame): Layer {
  const values = [
    {
      threshold: headline.threshold,
      people: height(headline),
      words: interval(headline),
      short: point(headline),
    },
  ];
  const place = { x: across(scales), y: upwards(scales, 'people') };
  return {
    data: { values },
    layer: [
      {
        mark: {
          type: 'point',
          shape: 'circle',
          size: 150,
          filled: false,
          stroke: ink,
          strokeWidth: 1.75,
          opacity: 1,
        },
        encoding: { ...place, description: { field: 'words' } },
      },
      {
        mark: {
          type: 'text',
          align: 'left',
          dx: 9,
          dy: -13,
          fontSize: 12.5,
          fontWeight: 600,
          color: ink,
          limit: 0,
        },
        encoding: { ...place, text: { field: 'short' } },
      },
    ],
  };
}
