/** Opens a table whatever its format, told by the first bytes of the file and not by its name. */

import { open } from 'node:fs/promises';
import { csvTable } from './csv-table.ts';
import { parquetTable } from './parquet-table.ts';
import { unreadable } from './read-error.ts';
import type { Table } from './table.ts';

/** Opens CSV, gzipped CSV or Parquet; an InputError of one line where the file cannot be read. */
export async function openTable(path: string): Promise<Table> {
  const first = await firstBytes(path);
  if (first === 'PAR1') return parquetTable(path);
  return csvTable(path, first.startsWith('\x1f\x8b'));
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}
