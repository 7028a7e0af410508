/** Files that DuckDB writes, read back; nothing is tested where the optional package is not installed. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecords } from '../../src/files/read-records.ts';

const duckdb = await import('@duckdb/node-api').catch(() => undefined);
const folder = mkdtempSync(join(tmpdir(), 'mismatch-duckdb-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(database: string, ...statements: readonly string[]): Promise<void> {
  const instance = await duckdb!.DuckDBInstance.create(database);
  const connection = await instance.connect();
  for (const sql of statements) await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const people = `select * from (values
  ('1', 'MARIA', ' GARCIA ', '2139', date '1980-05-17'), ('2', null, 'O''BRIEN', '62701-1234', null))
  as people(record_id, given_name, surname, postcode, date_of_birth)`;
const read = async (path: string) => {
  const records = [];
  for await (const record of readRecords(path, { zip: 'postcode' })) records.push(record);
  return records;
};
const asWritten = [
  { recordId: '1', givenName: 'MARIA', surname: 'GARCIA', zip: '02139', dateOfBirth: '1980-05-17' },
  { recordId: '2', givenName: '', surname: "O'BRIEN", zip: '62701', dateOfBirth: '' },
];

describe.skipIf(duckdb === undefined)('what DuckDB writes', () => {
  it('is read from a database of one table, whatever its name', async () => {
    const path = join(folder, 'people.data');
    await run(path, `create table "my people" as ${people}`);
    expect(await read(path)).toMatchObject(asWritten);
  });

  it.each(['snappy', 'zstd', 'gzip', 'lz4_raw', 'uncompressed'])(
    'is read from Parquet by %s',
    async (codec) => {
      const path = join(folder, `${codec}.parquet`);
      await run(':memory:', `copy (${people}) to '${path}' (format parquet, compression ${codec})`);
      expect(await read(path)).toMatchObject(asWritten);
    },
  );

  it('is refused in one line where there is no table, or several', async () => {
    const [none, two] = [join(folder, 'none.duckdb'), join(folder, 'two.duckdb')];
    await run(none, 'create table a (x integer)', 'drop table a', 'checkpoint');
    await run(two, 'create table a (x integer)', 'create table b (x integer)');
    await expect(read(none)).rejects.toThrow(/none\.duckdb: not one table; .*; found: none$/);
    await expect(read(two)).rejects.toThrow(/two\.duckdb: not one table; .*; found: main\.a, main\.b$/);
  });
});
