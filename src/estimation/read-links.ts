/**
 * Links and truth from files, for being evaluated. Every row counts: one that cannot be used is a mistake in the
 * input and is told with its line, because an evaluation of the other rows would be a wrong number.
 */

import { type ColumnMap, columnsOf } from '../files/column-map.ts';
import { type IdIndex, idIndex } from '../files/id-index.ts';
import { openTable } from '../files/open-table.ts';
import type { Table } from '../files/table.ts';
import { InputError } from '../scenario/input-error.ts';
import { didYouMean } from '../scenario/suggest.ts';
import type { EvaluateOptions, GroupOf } from './evaluate-links.ts';
import { type LinkTable, linkTable } from './link-table.ts';

export const linkColumns = ['request_id', 'taxpayer_id', 'score'] as const;
export const truthColumns = ['request_id', 'taxpayer_id'] as const;
export const taxpayerColumns = ['taxpayer_id'] as const;

export interface MappedFile {
  readonly path: string;
  readonly map: ColumnMap;
}

export interface EvaluatedFiles {
  readonly links: MappedFile;
  readonly truth: MappedFile;
  /** The taxpayers that were searched, with what is known about them. */
  readonly taxpayers?: MappedFile | undefined;
  /** A column of the truth, or else of the taxpayers, by which is measured as well. */
  readonly group?: string | undefined;
}

export interface ReadLinks
  extends Pick<EvaluateOptions, 'groupOfRequest' | 'groupOfTaxpayer' | 'isTaxpayer'> {
  readonly table: LinkTable;
  /** Whether the links have a column of scores. */
  readonly hasScores: boolean;
}

/** Reads all files; an InputError with a line for each mistake of the first file that has any. */
export async function readLinks({ links, truth, taxpayers, group }: EvaluatedFiles): Promise<ReadLinks> {
  const linkFile = await openTable(links.path);
  const linkPlaces = columnsOf(linkFile, linkColumns, truthColumns, links.map);
  const truthFile = await openTable(truth.path);
  const truthPlaces = columnsOf(truthFile, truthColumns, truthColumns, truth.map);
  const taxpayerFile = taxpayers && (await openTable(taxpayers.path));
  const taxpayerPlaces =
    taxpayerFile && columnsOf(taxpayerFile, taxpayerColumns, taxpayerColumns, taxpayers?.map);
  const inTruth = group === undefined ? -1 : truthFile.columns.indexOf(group);
  const inTaxpayers = group === undefined ? -1 : (taxpayerFile?.columns.indexOf(group) ?? -1);
  if (group !== undefined && inTruth < 0 && inTaxpayers < 0) {
    const columns = [...truthFile.columns, ...(taxpayerFile?.columns ?? [])];
    const guess = didYouMean(group, columns);
    throw new InputError([
      `--group: no such column; allowed: one of the truth or of --taxpayers: ${columns.join(', ')}; found: ${group}${guess}`,
    ]);
  }

  const table = linkTable();
  const requestGroups = groupCodes();
  await eachRow(truthFile, [...truthPlaces, inTruth], ([requestId = '', taxpayerId = '', name = '']) => {
    if (requestId === '') return 'request_id is empty; allowed: an id in every row; found: nothing';
    table.addTruth({ requestId, taxpayerId });
    if (inTruth >= 0) requestGroups.add(requestId, name);
    return undefined;
  });
  const known = idIndex();
  const taxpayerGroups = groupCodes();
  if (taxpayerFile !== undefined && taxpayerPlaces !== undefined) {
    await eachRow(taxpayerFile, [...taxpayerPlaces, inTaxpayers], ([id = '', name = '']) => {
      if (id === '') return 'taxpayer_id is empty; allowed: an id in every row; found: nothing';
      known.add(id);
      if (inTaxpayers >= 0) taxpayerGroups.add(id, name);
      return undefined;
    });
  }
  const hasScores = linkPlaces[2]! >= 0;
  await eachRow(linkFile, linkPlaces, ([requestId = '', taxpayerId = '', written = '']) => {
    if (requestId === '' || taxpayerId === '') {
      return 'an id is empty; allowed: request_id and taxpayer_id in every row; found: nothing';
    }
    const score = written === '' ? Number.NaN : Number(written);
    if (hasScores && !(score >= 0 && score <= 1)) {
      return `score is not usable; allowed: a number from 0 to 1; found: ${written || 'nothing'}`;
    }
    table.addLink({ requestId, taxpayerId, score });
    return undefined;
  });
  const read = table.finish();
  if (read.knownRequests === 0) {
    throw new InputError([`${truth.path}: no rows; allowed: a row for each request; found: a header`]);
  }
  return {
    table: read,
    hasScores,
    ...(taxpayerFile === undefined ? {} : { isTaxpayer: (id: string) => known.find(id) >= 0 }),
    ...(inTruth >= 0 ? { groupOfRequest: requestGroups.of } : {}),
    ...(inTruth < 0 && inTaxpayers >= 0 ? { groupOfTaxpayer: taxpayerGroups.of } : {}),
  };
}

const MOST_MISTAKES = 10;

/** Gives each row to `take`; what it returns is what is wrong with the row. */
async function eachRow(
  file: Table,
  columns: readonly number[],
  take: (cells: readonly string[]) => string | undefined,
): Promise<void> {
  const mistakes: string[] = [];
  let count = 0;
  for await (const rows of file.rows(columns)) {
    for (const { line, cells, problem } of rows) {
      const mistake = problem ?? take(cells);
      if (mistake === undefined) continue;
      if (count++ < MOST_MISTAKES) mistakes.push(`${file.path}:${line}: ${mistake}`);
    }
  }
  if (count > MOST_MISTAKES) mistakes.push(`${file.path}: ${count - MOST_MISTAKES} more such rows`);
  if (count > 0) throw new InputError(mistakes);
}

/** The group of each id; of ids that come again, the first that was told. */
function groupCodes(): { add(id: string, name: string): void; readonly of: GroupOf } {
  const ids: IdIndex = idIndex();
  const names: string[] = [];
  const codeOf = new Map<string, string>();
  return {
    add(id, name) {
      if (ids.add(id) < 0) return;
      // One text for all rows of a group, not one a row.
      const same = codeOf.get(name) ?? name;
      codeOf.set(same, same);
      names.push(same);
    },
    of: (id) => names[ids.find(id)],
  };
}
