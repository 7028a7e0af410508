/**
 * How often each corruption really acted, beside the rate that was asked for. Request numbers are a keyed
 * shuffle of the list, so the first so many of them are a random sample of it.
 */

import { corruptions } from '../corruption/corruptions/index.ts';
import { clopperPearson } from '../statistics/share-interval.ts';
import type { RequestList } from './request-list.ts';

export interface CorruptionCount {
  readonly id: string;
  /** Mean of the rates asked for at these records: that of the profile, and more where something aggravates it. */
  readonly asked: number;
  /** Records on which it could act. */
  readonly records: number;
  /** Records on which it acted. */
  readonly applied: number;
}

export interface RealisedRates {
  /** For each corruption of the registry, in its order. */
  readonly counts: readonly CorruptionCount[];
  /** One sentence for each rate that was asked for and is not met. */
  readonly warnings: readonly string[];
}

/** A right rate is called unmet at most once in a million. */
const LEVEL = 1 - 1e-6;

/** Counts over the first `count` requests, or over all if there are fewer. */
export function realisedRates(requests: RequestList, count: number): RealisedRates {
  const steps = realisedRatesByRequest(requests, count);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, stopping after every request, for whoever has other things to do as well. */
export function* realisedRatesByRequest(
  requests: RequestList,
  count: number,
): Generator<undefined, RealisedRates> {
  const looked = Math.min(count, requests.size);
  const sums = corruptions.map(({ id }) => ({ id, askedOfAll: 0, asked: 0, records: 0, applied: 0 }));
  for (let j = 0; j < looked; j++) {
    requests
      .record(j, requests.truth(j))
      .outcomes()
      .forEach(({ couldAct, asked, acted }, i) => {
        const sum = sums[i]!;
        sum.askedOfAll += asked;
        if (couldAct) {
          sum.asked += asked;
          sum.records += 1;
        }
        if (acted) sum.applied += 1;
      });
    yield;
  }
  const counts = sums.map(({ id, askedOfAll, asked, records, applied }) => {
    const mean = records > 0 ? asked / records : looked > 0 ? askedOfAll / looked : 0;
    return { id, asked: Number(mean.toPrecision(6)), records, applied };
  });
  return { counts, warnings: counts.flatMap((sum) => warningOf(sum, looked)) };
}

function warningOf({ id, asked, records, applied }: CorruptionCount, looked: number): readonly string[] {
  if (asked === 0 || looked === 0) return [];
  if (records === 0)
    return [`${id}: a rate of ${asked} cannot be met; none of ${looked} records has anything to act on`];
  const { low, high } = clopperPearson(applied, records, LEVEL);
  if (asked >= low && asked <= high) return [];
  return [
    `${id}: a rate of ${asked} is not met; it acted on ${applied} of the ${records} records where it could`,
  ];
}
