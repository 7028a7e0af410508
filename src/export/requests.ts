/**
 * The requests of the exported ZIP areas: those whose record names one of them, right or wrong, as an agency
 * would pull them from its list. Records without a ZIP area belong to none and are not exported.
 */

import type { ZipArea } from '../population/layout.ts';
import type { PersonRecord } from '../population/record.ts';
import type { RequestList } from '../requests/request-list.ts';
import { requestId } from './taxpayers.ts';

/** Numbers of the requests recorded in each chosen ZIP area, ascending. */
export type RequestsByZip = ReadonlyMap<number, readonly number[]>;

/**
 * Finds the requests recorded in the chosen ZIP areas, at most `most` of them. Requests are numbered in random
 * order, so the first so many are a random sample.
 */
export function requestsRecordedIn(
  requests: RequestList,
  chosen: readonly number[],
  most: number,
): RequestsByZip {
  const byZip = new Map<number, number[]>(chosen.map((zip) => [zip, []]));
  let found = 0;
  for (let j = 0; j < requests.size && found < most; j++) {
    const members = byZip.get(requests.recordedZip(j));
    if (members === undefined) continue;
    members.push(j);
    found++;
  }
  return byZip;
}

/** A request as it is exported, and beside it the truth. */
export interface ExportedRequest {
  readonly record: PersonRecord;
  /** The day on which the information was taken, YYYY-MM-DD. */
  readonly informationDate: string;
  /** Index of the requested person in the taxpayer file, or -1. */
  readonly taxpayer: number;
  /** The ZIP area where that person lives. */
  readonly home: ZipArea;
}

/** Request `j` with its errors, under its exported id. */
export function exportedRequest(requests: RequestList, j: number): ExportedRequest {
  const truth = requests.truth(j);
  const { record } = requests.record(j, truth);
  return {
    record: { ...record, recordId: requestId(j) },
    informationDate: requests.informationDate(j),
    taxpayer: truth.taxpayer,
    home: truth.area,
  };
}
