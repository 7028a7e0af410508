/**
 * People without lawful status, and the citizens they live with: who is drawn in when a household is matched.
 * Taxpayer numbers are read from the records; as long as all are blank there are none to count.
 */

import type { Taxpayer } from '../../population/population.ts';
import { statuses as statusList } from '../../population/statuses.ts';
import type { Check, CheckFamily, NotModelled } from '../check.ts';
import { householdRatio, type Measured, times } from '../estimate.ts';
import type { Sample } from '../sample.ts';

const filersOnly: NotModelled = {
  notModelled: 'the file holds filers: no children, no adults who do not file',
};
const noNumbers: NotModelled = { notModelled: 'the records have no taxpayer numbers' };

const citizens: ReadonlySet<string> = new Set(
  statusList.filter(({ citizen }) => citizen).map(({ id }) => id),
);

const fact = (
  id: string,
  words: string,
  evidence: string,
  target: number,
  measure: Check['measure'],
): Check => ({
  id,
  fact: words,
  source: { evidence },
  unit: 'count',
  target,
  tolerance: { relative: 0.1 },
  measure,
});

export const statuses: CheckFamily = {
  id: 'statuses',
  checks: [
    fact(
      'mixed-status-households',
      'households with an unauthorized immigrant',
      'undoc-households',
      7_500_000,
      () => filersOnly,
    ),
    fact(
      'mixed-status-people',
      'people in mixed-status households',
      'mixed-status-people',
      22_000_000,
      () => filersOnly,
    ),
    fact(
      'mixed-status-citizens',
      'citizens in mixed-status households',
      'mixed-status-people',
      11_300_000,
      () => filersOnly,
    ),
    fact(
      'citizen-spouses',
      'citizens whose spouse is an unauthorized immigrant',
      'citizen-spouses',
      1_700_000,
      (sample) => peopleInHouseholds(sample, (filers) => (isCitizenWithUnauthorizedSpouse(filers) ? 1 : 0)),
    ),
    fact('itin-holders', 'holders of an ITIN', 'itin-active', 5_800_000, (sample) =>
      hasNumbers(sample)
        ? peopleInHouseholds(
            sample,
            (filers) => filers.filter(({ record }) => record.tin.startsWith('9')).length,
          )
        : noNumbers,
    ),
  ],
};

/** People of the file, estimated from how many there are in each sampled household. */
function peopleInHouseholds(sample: Sample, count: (filers: readonly Taxpayer[]) => number): Measured {
  const share = householdRatio(sample, (filers) => [count(filers), filers.length]);
  return times(share, sample.population.size);
}

function isCitizenWithUnauthorizedSpouse(filers: readonly Taxpayer[]): boolean {
  const couple = filers.filter(({ role }) => role === 'primary' || role === 'spouse');
  return (
    couple.length === 2 &&
    couple.some(({ status }) => citizens.has(status)) &&
    couple.some(({ status }) => status === 'unauthorized')
  );
}

function hasNumbers({ areas }: Sample): boolean {
  return areas.some(({ households }) =>
    households.some(({ filers }) => filers.some(({ record }) => record.tin !== '')),
  );
}
