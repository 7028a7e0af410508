/**
 * Reads two files of people into columns and brings together those of one place. Neither file is ever in memory as
 * objects, and what linking them will cost is known before the first comparison.
 */

import type { ColumnMap } from '../../files/column-map.ts';
import {
  columnOf,
  openRecords,
  type RecordColumn,
  type Reject,
  recordColumns,
} from '../../files/read-records.ts';
import { type Blocks, blocksOf } from './blocks.ts';
import type { FileMatcher } from './file-matcher.ts';
import { isByNames } from './link-by-search.ts';
import {
  type ComparedColumns,
  type RecordColumns,
  readColumns,
  recordReader,
  type SharedCodes,
  sharedCodes,
} from './record-columns.ts';
import type { FileScope } from './scope.ts';

export interface FileSource {
  readonly path: string;
  readonly map: ColumnMap;
}

export interface AskedFiles {
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

/** The columns that are needed after names and places are coded. */
function columnsLookedAt({ searched, needs = [] }: FileMatcher): readonly RecordColumn[] {
  if (searched === undefined) return recordColumns;
  const names = isByNames(searched) ? [] : (['given_name', 'middle_name', 'surname'] as const);
  return [...names, ...needs.map(columnOf)];
}

/** Reads both files; an InputError with a line for each mistake where one cannot be used. */
export async function readFiles({
  requests,
  taxpayers,
  matcher,
  scope,
  signal,
  onReject,
}: AskedFiles): Promise<ReadFiles> {
  const codes = sharedCodes();
  const needed = (matcher.needs ?? []).map(columnOf);
  const confirming = scope.confirms === undefined ? [] : PLACE_COLUMNS;
  const keeps = [...columnsLookedAt(matcher), ...confirming];
  const required: readonly RecordColumn[] = ['given_name', 'surname', ...needed, ...scope.columns];
  const wanted = [...required, ...keeps];
  const [requestRows, taxpayerRows] = [
    await openRecords(requests.path, requests.map, required, wanted),
    await openRecords(taxpayers.path, taxpayers.map, required, wanted),
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
  const confirmed = confirmedBy(scope, readRequests, readTaxpayers);
  return {
    requests: readRequests,
    taxpayers: readTaxpayers,
    codes,
    blocks: blocksOf(readRequests, readTaxpayers, codes.places.size),
    agree: (request, taxpayer) => {
      const place = readRequests.places[request]!;
      return place >= 0 && place === readTaxpayers.places[taxpayer] && confirmed(request, taxpayer);
    },
  };
}

/** Whether the places of two rows with the same key agree. */
export function confirmedBy(
  { confirms }: FileScope,
  requests: ComparedColumns,
  taxpayers: ComparedColumns,
): (request: number, taxpayer: number) => boolean {
  if (confirms === undefined) return () => true;
  const [request, taxpayer] = [recordReader(requests), recordReader(taxpayers)];
  return (a, b) => confirms(request(a), taxpayer(b));
}
