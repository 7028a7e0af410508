/**
 * Links two files of people by a matcher: reads them into columns, brings together those of one place, and scores the
 * pairs. Neither file is ever in memory as objects. What it will cost is known before the first comparison.
 */

import { setImmediate as turn } from 'node:timers/promises';
import type { ColumnMap } from '../../files/column-map.ts';
import { openRecords, type RecordColumn, type Reject, recordColumns } from '../../files/read-records.ts';
import type { Comparator } from '../../matching/comparator.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { type Blocks, blocksOf } from './blocks.ts';
import { type FoundLinks, foundLinks } from './found-links.ts';
import { nameLinker } from './link-names.ts';
import { pairLinker } from './link-pairs.ts';
import { type RecordColumns, readColumns, type SharedCodes, sharedCodes } from './record-columns.ts';
import type { FileScope } from './scope.ts';

/** A matcher; one that is the weaker of two names by a comparator says by which, and is then much faster. */
export type FileMatcher = Pick<Matcher, 'score'> & { readonly comparator?: Comparator };

export interface FileSource {
  readonly path: string;
  readonly map: ColumnMap;
}

export interface AskedLinkage {
  readonly requests: FileSource;
  readonly taxpayers: FileSource;
  readonly matcher: FileMatcher;
  readonly scope: FileScope;
  readonly signal?: AbortSignal;
  /** Told of each row that is not used. */
  readonly onReject?: (side: Side, reject: Reject) => void;
}

export type Side = 'requests' | 'taxpayers';

/** Two files read and brought together. */
export interface ReadFiles {
  readonly requests: RecordColumns;
  readonly taxpayers: RecordColumns;
  readonly codes: SharedCodes;
  readonly blocks: Blocks;
  /** Whether the places of two rows agree. */
  readonly agree: (request: number, taxpayer: number) => boolean;
}

/** Columns by which the places of two records are confirmed. */
const PLACE_COLUMNS: readonly RecordColumn[] = ['house_number', 'street', 'unit', 'city', 'state', 'zip'];

/** Reads both files; an InputError with a line for each mistake where one cannot be used. */
export async function readFiles({
  requests,
  taxpayers,
  matcher,
  scope,
  signal,
  onReject,
}: AskedLinkage): Promise<ReadFiles> {
  const codes = sharedCodes();
  const confirming = scope.confirms === undefined ? [] : PLACE_COLUMNS;
  const keeps = matcher.comparator === undefined ? recordColumns : confirming;
  const required: readonly RecordColumn[] = ['given_name', 'surname', ...scope.columns];
  const [requestRows, taxpayerRows] = [
    await openRecords(requests.path, requests.map, required),
    await openRecords(taxpayers.path, taxpayers.map, required),
  ];
  const read = (side: Side, rows: typeof requestRows) =>
    readColumns(rows, codes, side === 'requests', {
      scope,
      keeps,
      signal,
      onReject: (reject) => onReject?.(side, reject),
    });
  const readRequests = await read('requests', requestRows);
  const readTaxpayers = await read('taxpayers', taxpayerRows);
  const { confirms } = scope;
  return {
    requests: readRequests,
    taxpayers: readTaxpayers,
    codes,
    blocks: blocksOf(readRequests, readTaxpayers, codes.places.size),
    agree: (request, taxpayer) => {
      const place = readRequests.places[request]!;
      if (place < 0 || place !== readTaxpayers.places[taxpayer]) return false;
      return confirms?.(readRequests.record(request), readTaxpayers.record(taxpayer)) ?? true;
    },
  };
}

export interface LinkOptions {
  readonly matcher: FileMatcher;
  /** Pairs at or above it are found; above 0, up to 1. */
  readonly threshold: number;
  /** Whether equal keys of places leave it open that they agree. */
  readonly confirms: boolean;
  readonly signal?: AbortSignal;
  /** Told after each place how many pairs have met. */
  readonly onProgress?: (pairs: number) => void;
}

/** All pairs of the two files that agree on the place and score at least the threshold. */
export async function linkFiles(
  { requests, taxpayers, codes, blocks, agree }: ReadFiles,
  { matcher, threshold, confirms, signal, onProgress }: LinkOptions,
): Promise<FoundLinks> {
  const { comparator } = matcher;
  const shared = { requests, taxpayers, threshold, confirms: confirms ? agree : () => true };
  const link =
    comparator === undefined
      ? pairLinker({ ...shared, matcher })
      : nameLinker({ ...shared, codes, comparator });
  const found = foundLinks(requests.size);
  let pairs = 0;
  let sinceBreath = 0;
  for (const block of blocks.each()) {
    for (const _ of link(block, found)) await breath(signal);
    const here = block.requests.length * block.taxpayers.length;
    pairs += here;
    sinceBreath += here;
    onProgress?.(pairs);
    if (sinceBreath < PAIRS_A_BREATH) continue;
    sinceBreath = 0;
    await breath(signal);
  }
  return found;
}

const PAIRS_A_BREATH = 100_000;

async function breath(signal: AbortSignal | undefined): Promise<void> {
  await turn();
  signal?.throwIfAborted();
}
