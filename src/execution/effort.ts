/** What a run did, in four counts that say the same on every machine. */

import type { EstimationInput } from '../estimation/estimate.ts';
import { type CountPlan, cellIndex, cells, halvesOf, settingOf } from '../linkage/counts.ts';
import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import type { Layout } from '../population/layout.ts';

export interface Effort {
  /** Of the taxpayer file, in the simulated ZIP areas. */
  readonly people: number;
  /** Recorded there and linked; under wider place scopes, all on the list. */
  readonly requests: number;
  /**
   * Pairs of a request and a person that the answer covers: within ZIP areas, the sum over these of requests times people;
   * under wider place scopes, people looked up times the whole list. Each matcher looks at all of them; nearly all are
   * settled without being scored.
   */
  readonly pairsCompared: number;
  /**
   * Pairs at or above the lowest threshold that pass every gate, in the widest place scope within ZIP areas and the widest
   * beyond, once for each matcher that keeps them; procedures are not counted. `undefined` without the rule `all`.
   */
  readonly pairsKept: number | undefined;
}

/** From wide to narrow, within ZIP areas and beyond. */
const WIDEST_FIRST = ['nation', 'state', 'zip', 'address'];

/**
 * The effort of a run, from its plan and its merged tallies.
 * @param listed requests of the whole list
 */
export function effortOf(
  layout: Pick<Layout, 'area'>,
  listed: number,
  shards: readonly Shard[],
  { starts }: RecordedRequests,
  { plan, strata }: Pick<EstimationInput, 'plan' | 'strata'>,
): Effort {
  const { narrow, wide } = halvesOf(plan);
  const total = (of: (tally: EstimationInput['strata'][number]['tally']) => number) =>
    strata.reduce((sum, { tally }) => sum + of(tally), 0);
  const inZipAreas = shards
    .flatMap(({ zipAreas }) => zipAreas)
    .reduce((sum, zip) => sum + (starts[zip + 1]! - starts[zip]!) * layout.area(zip).people, 0);
  const keptBy = (half: CountPlan) =>
    keptSettings(plan, half).reduce(
      (pairs, setting) =>
        pairs +
        total(({ sum }) => sum[setting * cells.length + wrong]! + sum[setting * cells.length + right]!),
      0,
    );
  return {
    people: total(({ taxpayers }) => taxpayers),
    requests: wide === undefined ? total(({ requests }) => requests) : listed,
    pairsCompared:
      (narrow === undefined ? 0 : inZipAreas) +
      (wide === undefined ? 0 : total(({ lookedUp }) => lookedUp) * listed),
    pairsKept: plan.rules.includes('all')
      ? [narrow, wide].reduce((sum, half) => sum + (half === undefined ? 0 : keptBy(half)), 0)
      : undefined,
  };
}

const wrong = cellIndex('pairs-wrongly-matched', 'all');
const right = cellIndex('requests-correctly-matched', 'all');

/** For each matcher, the setting at the lowest threshold of the rule `all` in the widest place scope of a half. */
function keptSettings(plan: CountPlan, { places }: CountPlan): readonly number[] {
  const place = plan.places.indexOf(WIDEST_FIRST.find((id) => places.includes(id))!);
  return plan.matchers.flatMap((id, matcher) =>
    id.startsWith('procedure:') ? [] : [settingOf(plan, matcher, place, plan.rules.indexOf('all'))],
  );
}
