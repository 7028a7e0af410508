/**
 * Which rows meet: those of one place on both sides. What a linkage will cost is known from this before anything is
 * compared, and it is cut into shares by it. The shares follow from the files alone, never from who does them.
 */

import type { RecordColumns } from './record-columns.ts';

/** Rows of one side by place: those of place p are `rows[starts[p]..starts[p + 1])`, ascending. In shared memory. */
export interface RowsByPlace {
  readonly starts: Uint32Array;
  readonly rows: Int32Array;
}

/** Rows that meet, all with all. */
export interface Block {
  readonly place: number;
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
  readonly requests: RowsByPlace;
  readonly taxpayers: RowsByPlace;
}

/** Some places with all that meets there, or one place with a part of its requests. */
export interface Share {
  readonly id: string;
  /** Places from `from` up to, without, `to`. */
  readonly from: number;
  readonly to: number;
  /** The requests whose surname has a code that leaves `part` when divided by `parts`: bearers of a name stay together. */
  readonly part: number;
  readonly parts: number;
  /** Pairs that meet, about. */
  readonly pairs: number;
}

/** Brings the rows of both sides together by place; `places` is how many there are. */
export function blocksOf(requests: RecordColumns, taxpayers: RecordColumns, places: number): Blocks {
  const rows = { requests: byPlace(requests.places, places), taxpayers: byPlace(taxpayers.places, places) };
  let [count, pairs] = [0, 0];
  for (let place = 0; place < places; place++) {
    const here = pairsAt(rows, place);
    if (here === 0) continue;
    count++;
    pairs += here;
  }
  return { ...rows, count, pairs, allPairs: requests.size * taxpayers.size };
}

/** Enough for any number of hands to end at about the same time. */
const SHARES = 32;

/**
 * Cuts a linkage into shares of about the same number of pairs.
 * @param least pairs of a share, or everything: fewer are not worth a share of their own
 */
export function sharesOf(blocks: Blocks, least: number): readonly Share[] {
  const wanted = Math.max(least, blocks.pairs / SHARES);
  const places = blocks.requests.starts.length - 1;
  const shares: Share[] = [];
  const add = (share: Omit<Share, 'id'>) => shares.push({ id: `share ${shares.length + 1}`, ...share });
  let from = 0;
  let pairs = 0;
  const close = (to: number) => {
    if (pairs > 0) add({ from, to, part: 0, parts: 1, pairs });
    from = to;
    pairs = 0;
  };
  for (let place = 0; place < places; place++) {
    const here = pairsAt(blocks, place);
    const parts = Math.ceil(here / wanted);
    if (parts > 1) {
      close(place);
      for (let part = 0; part < parts; part++) {
        add({ from: place, to: place + 1, part, parts, pairs: here / parts });
      }
      from = place + 1;
      continue;
    }
    if (pairs + here > wanted) close(place);
    pairs += here;
  }
  close(places);
  return shares;
}

/**
 * What meets in a share, place by place.
 * @param surnames codes of the surnames of the requests, by row
 */
export function* blocksIn(
  rows: Pick<Blocks, Side>,
  { from, to, part, parts }: Share,
  surnames: Int32Array,
): Generator<Block> {
  for (let place = from; place < to; place++) {
    const all = rowsAt(rows.requests, place);
    const requests = parts === 1 ? all : all.filter((row) => surnames[row]! % parts === part);
    const taxpayers = rowsAt(rows.taxpayers, place);
    if (requests.length > 0 && taxpayers.length > 0) yield { place, requests, taxpayers };
  }
}

type Side = 'requests' | 'taxpayers';

const rowsAt = ({ starts, rows }: RowsByPlace, place: number) =>
  rows.subarray(starts[place], starts[place + 1]);

const countAt = ({ starts }: RowsByPlace, place: number) => starts[place + 1]! - starts[place]!;

const pairsAt = ({ requests, taxpayers }: Pick<Blocks, Side>, place: number) =>
  countAt(requests, place) * countAt(taxpayers, place);

/** A stable counting sort of rows by place; rows without one are left out. */
function byPlace(placeOf: Int32Array, places: number): RowsByPlace {
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (places + 1)));
  for (const place of placeOf) if (place >= 0) starts[place + 1] = starts[place + 1]! + 1;
  for (let place = 0; place < places; place++) starts[place + 1] = starts[place + 1]! + starts[place]!;
  const next = starts.slice();
  const rows = new Int32Array(new SharedArrayBuffer(4 * starts[places]!));
  placeOf.forEach((place, row) => {
    if (place < 0) return;
    const at = next[place]!;
    rows[at] = row;
    next[place] = at + 1;
  });
  return { starts, rows };
}
