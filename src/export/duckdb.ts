/**
 * DuckDB, by which database files are read and written, and Parquet that nobody else here reads. It is an optional package:
 * whoever needs it says in one line what is missing where it is not installed.
 */

import { createRequire } from 'node:module';

// The names of optional packages are no literals where they are imported, so that the source compiles without them.
export const DUCKDB_PACKAGE: string = '@duckdb/node-api';

export interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options?: Readonly<Record<string, string>>): Promise<DuckDbInstance>;
  };
}

export interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}

export interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<{ yieldRows(): AsyncIterable<readonly (readonly (string | null)[])[]> }>;
  closeSync(): void;
}

/** The package; rejects where it is not installed, or not for this machine. */
export const loadDuckDb = async (): Promise<DuckDb> => (await import(DUCKDB_PACKAGE)) as DuckDb;

export function isDuckDbInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(DUCKDB_PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** A name as SQL has it, whatever is in it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL has it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
