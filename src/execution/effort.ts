/** What a run did, in four counts that say the same on every machine. */

import type { EstimationInput } from '../estimation/estimate.ts';
import { cellIndex, cells, settingOf } from '../linkage/counts.ts';
import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import type { Layout } from '../population/layout.ts';

export interface Effort {
  /** Of the taxpayer file, in the simulated ZIP areas. */
  readonly people: number;
  /** Recorded there and linked. */
  readonly requests: number;
  /**
   * Pairs of a request and a person that the answer covers: the sum over ZIP areas of requests times people. Each matcher
   * looks at all of them; nearly all are settled without being scored.
   */
  readonly pairsCompared: number;
  /**
   * Pairs at or above the lowest threshold that pass every gate, in the widest place scope of a ZIP area, once for each matcher
   * that keeps them; procedures are not counted. `undefined` if the run does not ask for the rule `all`.
   */
  readonly pairsKept: number | undefined;
}

/** The effort of a run, from its plan and its merged tallies. */
export function effortOf(
  layout: Pick<Layout, 'area'>,
  shards: readonly Shard[],
  { starts }: RecordedRequests,
  { plan, strata }: Pick<EstimationInput, 'plan' | 'strata'>,
): Effort {
  let pairsCompared = 0;
  for (const { zipAreas } of shards) {
    for (const zip of zipAreas) pairsCompared += (starts[zip + 1]! - starts[zip]!) * layout.area(zip).people;
  }
  const total = (of: (tally: EstimationInput['strata'][number]['tally']) => number) =>
    strata.reduce((sum, { tally }) => sum + of(tally), 0);
  const rule = plan.rules.indexOf('all');
  const place = Math.max(plan.places.indexOf('zip'), 0);
  const wrong = cellIndex('pairs-wrongly-matched', 'all');
  const right = cellIndex('requests-correctly-matched', 'all');
  const kept = plan.matchers.map((matcher, m) => {
    if (matcher.startsWith('procedure:')) return 0;
    const at = settingOf(plan, m, place, rule) * cells.length;
    return total(({ sum }) => sum[at + wrong]! + sum[at + right]!);
  });
  return {
    people: total(({ taxpayers }) => taxpayers),
    requests: total(({ requests }) => requests),
    pairsCompared,
    pairsKept: rule === -1 ? undefined : kept.reduce((sum, pairs) => sum + pairs, 0),
  };
}
