/** Parquet files that only DuckDB can read, as tables. The package is optional: without it, one line says so. */

import { InputError } from '../scenario/input-error.ts';
import type { Table, TableRow } from './table.ts';

// The names of optional packages are no literals where they are imported, so that the source compiles without them.
const DUCKDB: string = '@duckdb/node-api';

interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<Instance> };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  stream(sql: string): Promise<{ yieldRows(): AsyncIterable<readonly (readonly (string | null)[])[]> }>;
  closeSync(): void;
}

/** A Parquet file with these columns, whose pages are compressed by `codec`. */
export async function duckdbTable(path: string, columns: readonly string[], codec: string): Promise<Table> {
  const duckdb = await load(path, codec);
  return {
    path,
    columns,
    async *rows(wanted) {
      const instance = await duckdb.DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      try {
        const texts = wanted.map((c) => (c < 0 ? "''" : `CAST(${name(columns[c]!)} AS VARCHAR)`));
        const from = `read_parquet('${path.replaceAll("'", "''")}')`;
        const result = await connection.stream(`SELECT ${['1', ...texts].join(', ')} FROM ${from}`);
        let line = 0;
        for await (const rows of result.yieldRows()) {
          yield rows.map((row): TableRow => {
            line++;
            return { line, cells: row.slice(1).map((value) => (value ?? '').trim()) };
          });
        }
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
    },
  };
}

const name = (column: string) => `"${column.replaceAll('"', '""')}"`;

async function load(path: string, codec: string): Promise<DuckDb> {
  try {
    return (await import(DUCKDB)) as DuckDb;
  } catch {
    throw new InputError([
      `${path}: cannot be read; allowed: CSV, or Parquet by Snappy, gzip, Brotli or zstd, or any with the optional package ${DUCKDB}; found: Parquet by ${codec}`,
    ]);
  }
}
