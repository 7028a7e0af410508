/** Reads exported files by other means than those that wrote them. */

import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { loadDuckDb } from '../../src/export/duckdb.ts';
import { zstdDecompress } from '../../src/export/zstd.ts';

/** Rows as objects by column; a missing value is an empty text. */
export type Rows = readonly Readonly<Record<string, string>>[];

/** RFC 4180, character by character. */
export function readCsv(path: string): Rows {
  const text = readFileSync(path, 'utf8');
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (isQuoted && character === '"' && text[i + 1] === '"') cell += text[i++];
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || !',\r\n'.includes(character)) cell += character;
    else if (character !== '\r') {
      line.push(cell);
      cell = '';
      if (character === '\n') lines.push(line);
      if (character === '\n') line = [];
    }
  }
  const [header = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]!])));
}

const bytesOf = (path: string) => Uint8Array.from(readFileSync(path)).buffer;

export async function readParquet(path: string): Promise<Rows> {
  const rows = await parquetReadObjects({ file: bytesOf(path), compressors: { ZSTD: zstdDecompress } });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ''])),
  );
}

export const readParquetMetadata = (path: string) => parquetMetadata(bytesOf(path));

/** The rows of a query on a database, every value as text. */
export async function readDuckDb(path: string, sql: string): Promise<Rows> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows: Record<string, string>[] = [];
  const described = await connection.stream(`SELECT CAST(to_json(found) AS VARCHAR) FROM (${sql}) AS found`);
  for await (const some of described.yieldRows()) {
    for (const [json] of some) {
      const row = Object.entries(JSON.parse(json!) as Readonly<Record<string, unknown>>);
      rows.push(Object.fromEntries(row.map(([name, value]) => [name, String(value ?? '')])));
    }
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}
