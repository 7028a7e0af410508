/**
 * Tables that only DuckDB can read: database files of its own, and Parquet with pages that are compressed in a way nobody
 * else here reads. The package is optional: without it, one line says so.
 */

import {
  DUCKDB_PACKAGE,
  type DuckDb,
  type DuckDbInstance,
  loadDuckDb,
  sqlName,
  sqlText,
} from '../export/duckdb.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Table, TableRow } from './table.ts';

/** A Parquet file with these columns, whose pages are compressed by `codec`. */
export async function duckdbTable(path: string, columns: readonly string[], codec: string): Promise<Table> {
  const duckdb = await load(path, `Parquet by ${codec}`);
  const open = () => duckdb.DuckDBInstance.create(':memory:');
  return tableOf(path, columns, open, `read_parquet(${sqlText(path)})`);
}

/** The only table, or view, of a database file; an InputError where it has none or several. */
export async function duckdbDatabase(path: string): Promise<Table> {
  const duckdb = await load(path, 'a DuckDB database');
  const open = () => duckdb.DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const listed: [string, string][] = [];
  try {
    const columns = `SELECT table_schema || '.' || table_name, column_name FROM information_schema.columns`;
    for await (const rows of streamed(open, `${columns} ORDER BY 1, ordinal_position`)) {
      listed.push(...rows.map(([table, column]): [string, string] => [table ?? '', column ?? '']));
    }
  } catch (error) {
    const why = (error as Error).message.split('\n', 1)[0];
    throw new InputError([`${path}: cannot be read; allowed: a whole DuckDB database; found: ${why}`]);
  }
  const tables = [...new Set(listed.map(([table]) => table))];
  if (tables.length !== 1) {
    const found = tables.length === 0 ? 'none' : tables.join(', ');
    throw new InputError([
      `${path}: not one table; allowed: a database with one table or view; found: ${found}`,
    ]);
  }
  const [schema = '', ...rest] = tables[0]!.split('.');
  const columns = listed.map(([, column]) => column);
  return tableOf(path, columns, open, `${sqlName(schema)}.${sqlName(rest.join('.'))}`);
}

function tableOf(
  path: string,
  columns: readonly string[],
  open: () => Promise<DuckDbInstance>,
  from: string,
): Table {
  return {
    path,
    columns,
    async *rows(wanted) {
      const texts = wanted.map((c) => (c < 0 ? "''" : `CAST(${sqlName(columns[c]!)} AS VARCHAR)`));
      let line = 0;
      for await (const rows of streamed(open, `SELECT ${['1', ...texts].join(', ')} FROM ${from}`)) {
        yield rows.map((row): TableRow => {
          line++;
          return { line, cells: row.slice(1).map((value) => (value ?? '').trim()) };
        });
      }
    },
  };
}

/** The rows of a query, a part at a time, on a connection of its own. */
async function* streamed(open: () => Promise<DuckDbInstance>, sql: string) {
  const instance = await open();
  try {
    const connection = await instance.connect();
    try {
      yield* (await connection.stream(sql)).yieldRows();
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

async function load(path: string, found: string): Promise<DuckDb> {
  try {
    return await loadDuckDb();
  } catch {
    throw new InputError([
      `${path}: cannot be read; allowed: CSV, or Parquet by Snappy, gzip, Brotli or zstd, or any and DuckDB databases with the optional package ${DUCKDB_PACKAGE}; found: ${found}`,
    ]);
  }
}
