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

/** What happened on some consecutive requests: plain data, that adds up to that of more of them. */
export interface CorruptionSums {
  readonly requests: number;
  /** For each corruption of the registry, in its order. */
  readonly sums: readonly {
    /** Sum of the rates asked for, over all requests and over those where it could act. */
    readonly askedOfAll: number;
    readonly asked: number;
    readonly records: number;
    readonly applied: number;
  }[];
}

/** Counts over the requests from `first` to before `end`, as far as there are so many. */
export function corruptionSums(requests: RequestList, first: number, end: number): CorruptionSums {
  const last = Math.min(end, requests.size);
  const sums = corruptions.map(() => ({ askedOfAll: 0, asked: 0, records: 0, applied: 0 }));
  for (let j = first; j < last; j++) {
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
  }
  return { requests: Math.max(0, last - first), sums };
}

/** The rates of all requests counted, from sums over parts of them in the order of the list. */
export function realisedRates(parts: readonly CorruptionSums[]): RealisedRates {
  const looked = parts.reduce((all, { requests }) => all + requests, 0);
  const sums = corruptions.map(({ id }, i) => {
    const total = { id, askedOfAll: 0, asked: 0, records: 0, applied: 0 };
    for (const part of parts) {
      const sum = part.sums[i]!;
      total.askedOfAll += sum.askedOfAll;
      total.asked += sum.asked;
      total.records += sum.records;
      total.applied += sum.applied;
    }
    return total;
  });
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
