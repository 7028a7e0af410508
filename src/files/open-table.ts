/** Opens a table whatever its format, told by the first bytes of the file and not by its name. */

import { open } from 'node:fs/promises';
import { csvTable } from './csv-table.ts';
import { duckdbDatabase } from './duckdb-table.ts';
import { parquetTable } from './parquet-table.ts';
import { unreadable } from './read-error.ts';
import type { Table } from './table.ts';

/** Opens CSV, gzipped CSV, Parquet or a DuckDB database of one table; an InputError of one line where the file cannot be read. */
export async function openTable(path: string): Promise<Table> {
  const first = await firstBytes(path);
  if (first.startsWith('PAR1')) return parquetTable(path);
  if (first.startsWith('DUCK', 8)) return duckdbDatabase(path);
  return csvTable(path, first.startsWith('\x1f\x8b'));
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}
