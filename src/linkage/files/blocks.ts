/**
 * Which rows meet: those of one place on both sides. What a linkage will cost is known from this before anything is
 * compared.
 */

import type { RecordColumns } from './record-columns.ts';

/** Rows of one side by place: those of place p are `rows[starts[p]..starts[p + 1])`, ascending. */
interface RowsByPlace {
  readonly starts: Uint32Array;
  readonly rows: Int32Array;
}

export interface Block {
  readonly requests: Int32Array;
  readonly taxpayers: Int32Array;
}

export interface Blocks {
  /** Places where both sides have somebody. */
  readonly count: number;
  /** Pairs of records that meet. */
  readonly pairs: number;
  /** All pairs that there are. */
  readonly allPairs: number;
  each(): Iterable<Block>;
}

/** Brings the rows of both sides together by place; `places` is how many there are. */
export function blocksOf(requests: RecordColumns, taxpayers: RecordColumns, places: number): Blocks {
  const [ofRequests, ofTaxpayers] = [byPlace(requests.places, places), byPlace(taxpayers.places, places)];
  const block = (place: number): Block => ({
    requests: rowsAt(ofRequests, place),
    taxpayers: rowsAt(ofTaxpayers, place),
  });
  let [count, pairs] = [0, 0];
  for (let place = 0; place < places; place++) {
    const met = block(place);
    const here = met.requests.length * met.taxpayers.length;
    if (here === 0) continue;
    count++;
    pairs += here;
  }
  return {
    count,
    pairs,
    allPairs: requests.size * taxpayers.size,
    *each() {
      for (let place = 0; place < places; place++) {
        const met = block(place);
        if (met.requests.length > 0 && met.taxpayers.length > 0) yield met;
      }
    },
  };
}

/** A stable counting sort of rows by place; rows without one are left out. */
function byPlace(placeOf: Int32Array, places: number): RowsByPlace {
  const starts = new Uint32Array(places + 1);
  for (const place of placeOf) if (place >= 0) starts[place + 1] = starts[place + 1]! + 1;
  for (let place = 0; place < places; place++) starts[place + 1] = starts[place + 1]! + starts[place]!;
  const next = starts.slice();
  const rows = new Int32Array(starts[places]!);
  placeOf.forEach((place, row) => {
    if (place < 0) return;
    const at = next[place]!;
    rows[at] = row;
    next[place] = at + 1;
  });
  return { starts, rows };
}

const rowsAt = ({ starts, rows }: RowsByPlace, place: number) =>
  rows.subarray(starts[place], starts[place + 1]);
