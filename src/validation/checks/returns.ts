/**
 * Returns and who is on them. A return is a primary filer with or without a spouse; everybody in the file who is not
 * a spouse has one.
 */

import type { Check, CheckFamily, NotModelled } from '../check.ts';
import { householdRatio, type Measured, times } from '../estimate.ts';
import type { Sample } from '../sample.ts';

/** Taxpayer exemptions over returns, tax year 2013. */
const PEOPLE_PER_RETURN = 192_237_646 / 147_351_299;

const tolerance = { relative: 0.03 };
const oneStatus: NotModelled = {
  notModelled: 'returns in the file are joint or not joint, and no more is known of them',
};
const statusShare = (
  id: string,
  words: string,
  share: number,
  measure: (sample: Sample) => Measured | NotModelled,
): Check => ({
  id: `filing-status-${id}`,
  fact: `returns ${words}`,
  source: { evidence: 'filing-status-2017' },
  unit: 'share',
  target: share,
  tolerance,
  measure,
});

export const returns: CheckFamily = {
  id: 'returns',
  checks: [
    {
      id: 'returns',
      fact: 'returns',
      source: { evidence: 'returns-2024' },
      unit: 'count',
      target: 163_473_000,
      tolerance,
      measure: (sample) => times(filers(sample, 'returns', 'people'), sample.population.size),
    },
    {
      id: 'people-per-return',
      fact: 'people on a return',
      source: { evidence: 'persons-on-returns-2013' },
      unit: 'mean',
      target: PEOPLE_PER_RETURN,
      tolerance,
      measure: (sample) => filers(sample, 'people', 'returns'),
    },
    statusShare('joint', 'filed jointly', 0.36, (sample) => filers(sample, 'spouses', 'returns')),
    statusShare('single', 'filed as single', 0.48, () => oneStatus),
    statusShare('head-of-household', 'filed as head of household', 0.14, () => oneStatus),
    statusShare('separate', 'filed separately by the married', 0.02, () => oneStatus),
  ],
};

type Counted = 'people' | 'returns' | 'spouses';

function filers(sample: Sample, asked: Counted, of: Counted): Measured {
  return householdRatio(sample, (people) => {
    const spouses = people.filter(({ role }) => role === 'spouse').length;
    const counts = { people: people.length, returns: people.length - spouses, spouses };
    return [counts[asked], counts[of]];
  });
}
