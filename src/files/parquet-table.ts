/**
 * Parquet files as tables, a row group at a time. Pages compressed by Snappy, gzip, Brotli or zstd, or not at all, are
 * read by hyparquet; those compressed otherwise (LZ4) by DuckDB, an optional package.
 *
 * Convention: values become text as a CSV file would have them: whole numbers plainly, dates as YYYY-MM-DD, null as
 * an empty text.
 */

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FileMetaData } from 'hyparquet';
import { zstdDecompress } from '../export/zstd.ts';
import { InputError } from '../scenario/input-error.ts';
import { duckdbTable } from './duckdb-table.ts';
import { unreadable } from './read-error.ts';
import type { Table, TableRow } from './table.ts';

const compressors = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliDecompressSync(bytes),
  ZSTD: zstdDecompress,
};
const readable = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(compressors)]);

/** Opens a Parquet file; an InputError of one line where it is damaged, or needs a package that is not there. */
export async function parquetTable(path: string): Promise<Table> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import(
    'hyparquet'
  );
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw damaged(path, error);
    }
  };
  const file = await attempt(() => asyncBufferFromFile(path));
  const metadata = await attempt(() => parquetMetadataAsync(file));
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const codec = unreadableCodec(metadata);
  if (codec !== undefined) return duckdbTable(path, columns, codec);
  return {
    path,
    columns,
    async *rows(wanted) {
      const names = wanted.map((c) => columns[c]);
      let before = 0;
      for (const { num_rows } of metadata.row_groups) {
        const rowStart = before;
        const rowEnd = before + Number(num_rows);
        before = rowEnd;
        const objects = await attempt(() =>
          parquetReadObjects({
            file,
            metadata,
            columns: names.filter((name) => name !== undefined),
            rowStart,
            rowEnd,
            compressors,
          }),
        );
        yield objects.map(
          (object, i): TableRow => ({
            line: rowStart + i + 1,
            cells: names.map((name) => (name === undefined ? '' : asText(object[name]))),
          }),
        );
      }
    },
  };
}

function unreadableCodec({ row_groups }: FileMetaData): string | undefined {
  const codecs = row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec));
  return codecs.find((codec) => codec !== undefined && !readable.has(codec));
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function damaged(path: string, error: unknown): unknown {
  const known = unreadable(path, error);
  if (known !== error) return known;
  const why = error instanceof Error ? error.message : String(error);
  return new InputError([`${path}: cannot be read; allowed: a whole Parquet file; found: ${why}`]);
}
