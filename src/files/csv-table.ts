/** CSV files as tables, plain or compressed by gzip, a part of the file in memory at a time. */

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { InputError } from '../scenario/input-error.ts';
import { type CsvRows, csvRows } from './csv-rows.ts';
import { unreadable } from './read-error.ts';
import type { Table } from './table.ts';

const CHUNK = 2 ** 20;

/** Opens a CSV file and reads its header; an InputError of one line where there is none. */
export async function csvTable(path: string, isCompressed: boolean): Promise<Table> {
  const chunks = chunksOf(path, isCompressed);
  const rows = csvRows();
  const columns = await header(path, chunks, rows);
  return {
    path,
    columns,
    async *rows(wanted) {
      yield rows.take(wanted);
      for await (const { bytes, isLast } of chunks) {
        rows.add(bytes, isLast);
        yield rows.take(wanted);
      }
    },
  };
}

type Chunks = AsyncIterableIterator<{ readonly bytes: Uint8Array; readonly isLast: boolean }>;

async function header(path: string, chunks: Chunks, rows: CsvRows): Promise<readonly string[]> {
  for (let isFirst = true; ; isFirst = false) {
    const { value, done } = await chunks.next();
    if (done) throw new InputError([`${path}: no table; allowed: CSV with a header; found: an empty file`]);
    if (isFirst) refuseUtf16(path, value.bytes);
    if (isFirst && value.isLast && value.bytes.length === 0) continue;
    rows.add(value.bytes, value.isLast);
    const columns = rows.header();
    if (columns === undefined) continue;
    if ('problem' in columns) {
      throw new InputError([`${path}:1: ${columns.problem}; allowed: CSV (RFC 4180, UTF-8, header first)`]);
    }
    await refuseOtherSeparators(path, columns, chunks);
    return columns;
  }
}

/** The bytes of a file, of which the last come marked; an empty file has one empty chunk. */
async function* chunksOf(path: string, isCompressed: boolean): Chunks {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const unzip = createGunzip({ chunkSize: CHUNK });
  const stream = isCompressed ? file.pipe(unzip) : file;
  file.on('error', (error) => unzip.destroy(error));
  try {
    let before: Uint8Array | undefined;
    for await (const bytes of stream) {
      if (before !== undefined) yield { bytes: before, isLast: false };
      before = bytes as Uint8Array;
    }
    yield { bytes: before ?? new Uint8Array(0), isLast: true };
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    file.destroy();
    unzip.destroy();
  }
}

function refuseUtf16(path: string, bytes: Uint8Array): void {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return;
  throw new InputError([`${path}: not readable; allowed: CSV in UTF-8, or Parquet; found: UTF-16`]);
}

async function refuseOtherSeparators(
  path: string,
  columns: readonly string[],
  chunks: Chunks,
): Promise<void> {
  const [only = ''] = columns;
  const separator = [
    ['\t', 'tabs'],
    [';', 'semicolons'],
    ['|', 'bars'],
  ].find(([sign]) => only.includes(sign!));
  if (columns.length > 1 || separator === undefined) return;
  await chunks.return?.();
  throw new InputError([`${path}:1: not separated by commas; allowed: commas; found: ${separator[1]}`]);
}
