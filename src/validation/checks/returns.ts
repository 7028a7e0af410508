/**
 * Returns and who is on them: primary filers, spouses, and dependants who file. A dependant holds no exemption of
 * their own, so the published people on a return do not count them.
 */

import type { Filing } from '../../population/household-members.ts';
import type { Check, CheckFamily } from '../check.ts';
import { householdRatio, type Measured, times } from '../estimate.ts';
import type { Sample } from '../sample.ts';

/** Tax year 2013: taxpayer exemptions over returns, and the returns that dependants filed. */
const RETURNS_2013 = 147_351_299;
const EXEMPTIONS_2013 = 192_237_646;
const BY_DEPENDANTS_2013 = 9_038_144;

const tolerance = { relative: 0.03 };
const statusShare = (id: string, words: string, share: number, filings: readonly Filing[]): Check => ({
  id: `filing-status-${id}`,
  fact: `returns ${words}`,
  source: { evidence: 'filing-status-2017' },
  unit: 'share',
  target: share,
  tolerance,
  measure: (sample) => filers(sample, filings, returnsOf),
});

/** The filings that have a return of their own: all but the second name on a joint one. */
const returnsOf: readonly Filing[] = [
  'joint-primary',
  'single',
  'head-of-household',
  'separate',
  'dependant-who-files',
];

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
      measure: (sample) =>
        times(filers(sample, returnsOf, [...returnsOf, 'joint-spouse']), sample.represented),
    },
    {
      id: 'people-per-return',
      fact: 'people on a return, dependants who file left out',
      source: { evidence: 'persons-on-returns-2013' },
      unit: 'mean',
      target: EXEMPTIONS_2013 / RETURNS_2013,
      tolerance,
      measure: (sample) =>
        filers(
          sample,
          ['joint-primary', 'joint-spouse', 'single', 'head-of-household', 'separate'],
          returnsOf,
        ),
    },
    statusShare('joint', 'filed jointly', 0.36, ['joint-primary']),
    statusShare('single', 'filed as single', 0.48, ['single', 'dependant-who-files']),
    statusShare('head-of-household', 'filed as head of household', 0.14, ['head-of-household']),
    statusShare('separate', 'filed separately by the married', 0.02, ['separate']),
    {
      id: 'returns-by-dependants',
      fact: 'returns filed by dependants',
      source: { evidence: 'persons-on-returns-2013' },
      unit: 'share',
      target: BY_DEPENDANTS_2013 / RETURNS_2013,
      tolerance: { relative: 0.1 },
      measure: (sample) => filers(sample, ['dependant-who-files'], returnsOf),
    },
  ],
};

/** People who file one way over people who file another. */
function filers(sample: Sample, asked: readonly Filing[], of: readonly Filing[]): Measured {
  return householdRatio(sample, ({ members }) => {
    const count = (filings: readonly Filing[]) =>
      members.filter(({ filing }) => filings.includes(filing)).length;
    return [count(asked), count(of)];
  });
}
