/**
 * What blocking loses, where the truth is known: true pairs that are in both files and whose places do not agree. No
 * matcher ever sees them. Here truth meets the records, after the links are found and without a way back to them.
 */

import type { ColumnMap } from '../../files/column-map.ts';
import { columnsOf } from '../../files/column-map.ts';
import { openTable } from '../../files/open-table.ts';
import { InputError } from '../../scenario/input-error.ts';
import type { ReadFiles } from './read-files.ts';

/** True pairs, counted. */
export interface BlockingLoss {
  readonly truePairs: number;
  /** Those of which both records are in the files. */
  readonly inFiles: number;
  /** Those of them whose places do not agree. */
  readonly lost: number;
}

export const truthColumns = ['request_id', 'taxpayer_id'] as const;

/** Reads the true pairs of a file and looks where their records are; an InputError where a row cannot be read. */
export async function blockingLoss(
  path: string,
  map: ColumnMap,
  { requests, taxpayers, agree }: ReadFiles,
): Promise<BlockingLoss> {
  const table = await openTable(path);
  let [truePairs, inFiles, lost] = [0, 0, 0];
  for await (const rows of table.rows(columnsOf(table, truthColumns, truthColumns, map))) {
    for (const { line, cells, problem } of rows) {
      if (problem !== undefined) throw new InputError([`${path}:${line}: ${problem}`]);
      const [requestId = '', taxpayerId = ''] = cells;
      if (taxpayerId === '') continue;
      truePairs++;
      const [request, taxpayer] = [requests.ids.find(requestId), taxpayers.ids.find(taxpayerId)];
      if (request < 0 || taxpayer < 0) continue;
      inFiles++;
      if (!agree(request, taxpayer)) lost++;
    }
  }
  return { truePairs, inFiles, lost };
}
