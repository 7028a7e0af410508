/**
 * DuckDB: a database with one table, which is what `mismatch match` and `evaluate` read. Columns are text, a missing value is
 * null; a column `score` is a number. Facts about the file are the comment on its table, as JSON. Needs an optional package.
 *
 * A database is not written from front to back: rows are gathered as Parquet, which DuckDB makes the table of when all are
 * there. So what is in memory is a row group, whatever the number of rows, and no database is ever half there.
 */

import { renameSync, rmSync } from 'node:fs';
import { DUCKDB_PACKAGE, isDuckDbInstalled, loadDuckDb, sqlName, sqlText } from '../duckdb.ts';
import type { FileFormat } from '../file-format.ts';
import { parquet } from './parquet.ts';

const NUMBER = 'score';

export const duckdb: FileFormat = {
  id: 'duckdb',
  describe: `DuckDB database of one table (with the optional package ${DUCKDB_PACKAGE})`,
  lacking: () => (isDuckDbInstalled() ? undefined : DUCKDB_PACKAGE),
  begin(columns, put, about, table) {
    const rows = parquet.begin(columns, put, about, table);
    const name = sqlName(table.replaceAll('-', '_'));
    const selected = columns.includes(NUMBER) ? `* REPLACE (CAST(${NUMBER} AS DOUBLE) AS ${NUMBER})` : '*';
    return {
      ...rows,
      async convert(path) {
        const database = `${path}.database`;
        try {
          await runAlone(database, [
            `CREATE TABLE ${name} AS SELECT ${selected} FROM read_parquet(${sqlText(path)})`,
            `COMMENT ON TABLE ${name} IS ${sqlText(JSON.stringify(about))}`,
            'CHECKPOINT',
          ]);
          renameSync(database, path);
        } finally {
          for (const left of [database, `${database}.wal`]) rmSync(left, { force: true });
        }
      },
    };
  },
};

/** Runs statements on a new database, and closes it. */
async function runAlone(path: string, statements: readonly string[]): Promise<void> {
  rmSync(path, { force: true });
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(path);
  try {
    const connection = await instance.connect();
    try {
      for (const sql of statements) await connection.run(sql);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}
