/**
 * Which requests are recorded in the sampled ZIP areas, sorted by these. The whole list has to be asked, request by
 * request; it is done part by part, wherever there are hands, and the parts are put together in the order of the list: the
 * same arrays however it was cut.
 */

import type { RecordedRequests } from '../linkage/shard.ts';
import { block, stream, uniform } from '../random/stream.ts';
import { elsewhere, type RequestList } from '../requests/request-list.ts';

/** Requests of the list, from `first` to before `end`, and which of them are wanted. */
export interface WantedRequests {
  readonly seed: number;
  /** By ZIP area, 1 where it is sampled. */
  readonly isSampled: Uint8Array;
  /** Share of the requests that are linked, in (0, 1]. */
  readonly requestShare: number;
  readonly first: number;
  readonly end: number;
}

/** The wanted ones among consecutive requests, in the order of the list; plain data. */
export interface RecordedPart {
  readonly numbers: Int32Array;
  /** The ZIP area of each. */
  readonly zips: Int32Array;
  /** People in the file whose request names no ZIP area. */
  readonly unplacedInFile: number;
}

/**
 * Asks some of the requests where they are recorded.
 * @param recordedZip made for the sampled ZIP areas, where several parts are to be asked
 */
export function recordedPart(
  requests: Pick<RequestList, 'recordedZipIn' | 'isInFile'>,
  { seed, isSampled, requestShare, first, end }: WantedRequests,
  recordedZip = requests.recordedZipIn(isSampled),
): RecordedPart {
  const lots = stream(seed, 'execution/request-sample');
  const words = new Uint32Array(4);
  const numbers: number[] = [];
  const zips: number[] = [];
  let unplacedInFile = 0;
  for (let j = first; j < end; j++) {
    const zip = recordedZip(j);
    if (zip === elsewhere) continue;
    if (zip < 0) {
      if (requests.isInFile(j)) unplacedInFile++;
      continue;
    }
    if (requestShare < 1) {
      block(lots, j, 0, words);
      if (uniform(words[0]!) >= requestShare) continue;
    }
    numbers.push(j);
    zips.push(zip);
  }
  return { numbers: Int32Array.from(numbers), zips: Int32Array.from(zips), unplacedInFile };
}

/** Parts, in the order of their requests, sorted by ZIP area, in memory that threads can share. */
export function joinedRequests(
  zipAreas: number,
  parts: readonly RecordedPart[],
): { readonly recorded: RecordedRequests; readonly unplacedInFile: number } {
  const starts = new Int32Array(new SharedArrayBuffer(4 * (zipAreas + 1)));
  for (const { zips } of parts) for (const zip of zips) starts[zip + 1]! += 1;
  for (let zip = 0; zip < zipAreas; zip++) starts[zip + 1]! += starts[zip]!;
  const numbers = new Int32Array(new SharedArrayBuffer(4 * starts[zipAreas]!));
  const next = starts.slice();
  for (const part of parts) {
    for (let i = 0; i < part.zips.length; i++) {
      const zip = part.zips[i]!;
      numbers[next[zip]!] = part.numbers[i]!;
      next[zip]! += 1;
    }
  }
  return {
    recorded: { numbers, starts },
    unplacedInFile: parts.reduce((sum, part) => sum + part.unplacedInFile, 0),
  };
}
