/**
 * The main chart: how many people are wrongly matched as the name threshold moves, one line a matcher, one panel a
 * place scope, under the decision rule and for the group of the headline. All panels share their scales.
 */

import type { Estimate, Summary } from '../../estimation/summary.ts';
import type { Chart, VegaLiteSpec } from '../drawing/chart.ts';
import { color, quietInk, theme } from '../drawing/theme.ts';
import { axisRoom, commonFrame, height, panelSize } from '../drawing/threshold-frame.ts';
import { type Panel, panelLayers } from '../drawing/threshold-panel.ts';
import { distinct, type EstimateGrid, sameThreshold, select } from '../estimate-grid.ts';
import { exactCount, level, neverSeen } from '../number.ts';
import { capital, groupName, matcherName, placeName, ruleName, sampled, thresholdName } from '../words.ts';
import { wrap } from '../wrap.ts';

/** Lines of text are broken early, since their width is only estimated where no canvas is present. */
const charactersAcross = 104;

export const peopleByThreshold: Chart = {
  id: 'people-by-threshold',
  title: 'People wrongly matched, by threshold',
  describe:
    'Estimated number of people wrongly matched against the least name score that counts as a match, ' +
    'one line for each matcher and one panel for each place scope, with intervals.',
  spec,
  tables,
};

/** All estimates that the chart shows: drawable ones only. */
function shown(summary: Summary): readonly Estimate[] {
  const { rule, group } = summary.headline.estimate;
  return select(summary.estimates, { rule, group, measure: 'people-wrongly-matched' }).filter(
    (each) => height(each) > 0,
  );
}

function panels(summary: Summary): readonly Panel[] {
  const estimates = shown(summary);
  const matchers = distinct(estimates.map((each) => each.matcher));
  return distinct(estimates.map((each) => each.place)).map((place) => ({
    place,
    curves: matchers
      .map((matcher, index) => ({
        matcher,
        color: color(index),
        estimates: select(estimates, { place, matcher }),
      }))
      .filter((curve) => curve.estimates.length > 0)
      .map((curve) => ({
        ...curve,
        estimates: curve.estimates.toSorted((a, b) => a.threshold - b.threshold),
      })),
  }));
}

function tables(summary: Summary): readonly EstimateGrid[] {
  const group = groupName(summary.headline.estimate.group);
  return panels(summary).map(({ place, curves }) => ({
    caption: `${capital(group)} wrongly matched, name matched ${placeName(place)}`,
    rowTitle: 'Threshold',
    columns: curves.map((curve) => matcherName(curve.matcher)),
    rows: distinct(curves.flatMap((curve) => curve.estimates.map((each) => each.threshold)))
      .toSorted((a, b) => a - b)
      .map((threshold) => ({
        title: thresholdName(threshold),
        cells: curves.map((curve) =>
          curve.estimates.find((each) => sameThreshold(each.threshold, threshold)),
        ),
      })),
  }));
}

function spec(summary: Summary): VegaLiteSpec {
  const drawn = shown(summary);
  const headline = summary.headline.estimate;
  const frame = commonFrame(drawn);
  const scopes = panels(summary);
  const ringed = drawn.find((each) => isHeadline(each, headline));
  const title = `${capital(groupName(headline.group))} wrongly matched, by how alike two names must be`;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    name: peopleByThreshold.id,
    description: `${peopleByThreshold.describe} Model estimates, scenario ${summary.scenario.id}.`,
    title: { text: title, subtitle: [...subtitle(summary, drawn, ringed !== undefined)] },
    config: theme,
    spacing: 14,
    vconcat: [
      {
        bounds: 'flush',
        spacing: axisRoom,
        hconcat: scopes.map((panel, index) => ({
          ...panelSize,
          title: { text: `Name matched ${placeName(panel.place)}`, fontSize: 14, offset: 12, frame: 'group' },
          layer: [
            ...panelLayers(
              panel,
              { ...frame, first: index === 0 },
              panel.place === ringed?.place ? ringed : undefined,
            ),
          ],
        })),
      },
      footer(summary),
    ],
  };
}

/** The chart shows one rule, group and measure: the rest of the coordinates tells its estimates apart. */
function isHeadline(drawn: Estimate, { measure, matcher, place, threshold }: Estimate): boolean {
  return (
    drawn.measure === measure &&
    drawn.matcher === matcher &&
    drawn.place === place &&
    sameThreshold(drawn.threshold, threshold)
  );
}

function subtitle(summary: Summary, drawn: readonly Estimate[], ringed: boolean): readonly string[] {
  const headline = summary.headline.estimate;
  const sentences = [
    `Model estimates for ${exactCount(summary.requests.represented)} requests, not counts of events.`,
    `Rule “${headline.rule}”: ${ruleName(headline.rule)}.`,
    `Bands: ${level(headline)} intervals.`,
    ...(drawn.some(neverSeen) ? ['Dashed with ▽: none seen; the true number lies below the line.'] : []),
    ...(ringed ? ['Ring: the headline.'] : []),
  ];
  return wrap(sentences.join(' '), charactersAcross);
}

function footer(summary: Summary) {
  const { scenario, seed, tool } = summary;
  const text =
    `Source: ${tool}, scenario ${scenario.id} (${scenario.sha256.slice(0, 12)}), seed ${seed}. ` +
    `Requests simulated: ${sampled(summary.requests)}; ZIP areas: ${sampled(summary.zipAreas)}. ` +
    'All people are invented.';
  const rows = wrap(text, charactersAcross + 18);
  return {
    width: panelSize.width,
    height: rows.length * 15,
    data: { values: [{ text: rows }] },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      fontSize: 11,
      lineHeight: 15,
      color: quietInk,
      limit: 0,
      x: -axisRoom,
      y: 0,
    },
    encoding: { text: { field: 'text' } },
  } as const;
}
