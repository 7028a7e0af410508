/**
 * Two runs side by side: people wrongly matched and requests matched correctly as the name threshold moves, one line
 * a run, each under the matcher, place scope and decision rule of its own headline.
 */

import type { Comparison } from '../../estimation/compare.ts';
import type { Estimate } from '../../estimation/summary.ts';
import type { ComparisonChart, VegaLiteSpec } from '../drawing/chart.ts';
import { color, theme } from '../drawing/theme.ts';
import { commonFrame, height, panelSize } from '../drawing/threshold-frame.ts';
import { panelLayers } from '../drawing/threshold-panel.ts';
import { capital, groupName, matcherName, placeName } from '../words.ts';
import { wrap } from '../wrap.ts';

/** Lines of text are broken early, since their width is only estimated where no canvas is present. */
const charactersAcross = 150;

export const twoRuns: ComparisonChart = {
  id: 'two-runs',
  title: 'Two runs side by side, by threshold',
  describe:
    'People wrongly matched, and requests matched to the right person, against the least name score that counts as ' +
    'a match: one line for each of two runs, with intervals.',
  spec,
};

function spec(comparison: Comparison): VegaLiteSpec {
  const { first, second, tool } = comparison;
  const drawable = (estimates: readonly Estimate[]) => estimates.filter((each) => height(each) > 0);
  const frame = commonFrame(drawable([...first.curve, ...second.curve]));
  const names = namesOf(comparison);
  const panels = [
    {
      title: `${capital(groupName(first.headline.group))} wrongly matched`,
      measure: 'people-wrongly-matched',
    },
    { title: 'Requests matched to the right person', measure: 'requests-correctly-matched' },
  ] as const;
  const rules = [first, second].map(
    ({ headline: { matcher, place, rule } }, i) =>
      `${names[i]}: ${matcherName(matcher)}, ${placeName(place)}, rule “${rule}”.`,
  );
  const notes = wrap(
    `${rules.join(' ')} Bands: intervals of each run alone. Model estimates for invented people, not counts of events. ` +
      `Source: ${tool}, ${seedsOf(comparison)}.`,
    charactersAcross,
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    name: twoRuns.id,
    description: twoRuns.describe,
    title: { text: `${names[0]} and ${names[1]}, by how alike two names must be`, subtitle: [...notes] },
    config: theme,
    spacing: 24,
    hconcat: panels.map(({ title, measure }, index) => {
      const curves = [first, second]
        .map(({ curve }, i) => ({
          matcher: names[i]!,
          color: color(i + 1),
          estimates: drawable(curve.filter((each) => each.measure === measure)).toSorted(
            (a, b) => a.threshold - b.threshold,
          ),
        }))
        .filter(({ estimates }) => estimates.length > 0);
      return {
        ...panelSize,
        title: { text: title, fontSize: 14, offset: 12, frame: 'group' as const },
        layer: [
          ...panelLayers(
            { place: measure, curves },
            { ...frame, first: index === 0, counted: 'People or requests' },
          ),
        ],
      };
    }),
  };
}

/** The scenarios by id, or told apart by seed, or by order, where the ids are the same. */
function namesOf({ first, second }: Comparison): readonly [string, string] {
  const [a, b] = [first.scenario.id, second.scenario.id];
  if (a !== b) return [a, b];
  return first.seed === second.seed ? ['first', 'second'] : [`seed ${first.seed}`, `seed ${second.seed}`];
}

function seedsOf({ first, second }: Comparison): string {
  return first.seed === second.seed ? `seed ${first.seed}` : `seeds ${first.seed} and ${second.seed}`;
}
