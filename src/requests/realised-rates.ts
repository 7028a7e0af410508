/**
 * How often each corruption really acted, beside the rate that was asked for. Request numbers are a keyed
 * shuffle of the list, so the first so many of them are a random sample of it.
 */

import { corruptions } from '../corruption/corruptions/index.ts';
import type { RequestList } from './request-list.ts';

export interface CorruptionCount {
  readonly id: string;
  /** Records on which it could act. */
  readonly records: number;
  /** Records on which it acted. */
  readonly applied: number;
}

/** Counts over the first `count` requests, or over all if there are fewer. */
export function realisedRates(requests: RequestList, count: number): readonly CorruptionCount[] {
  const records = corruptions.map(() => 0);
  const acted = corruptions.map(() => 0);
  for (let j = 0; j < Math.min(count, requests.size); j++) {
    const { applicable, applied } = requests.record(j, requests.truth(j));
    applicable.forEach((could, i) => {
      if (could) records[i]! += 1;
      if (applied[i]) acted[i]! += 1;
    });
  }
  return corruptions.map(({ id }, i) => ({ id, records: records[i]!, applied: acted[i]! }));
}
