/** Records from files of every format, and what is said about files that cannot be read. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { parquet } from '../../src/export/formats/parquet.ts';
import { columnMap } from '../../src/files/column-map.ts';
import { type Reject, readRecords, recordColumns } from '../../src/files/read-records.ts';
import { csvLine } from '../../src/text/csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'mismatch-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function records(path: string, map = {}) {
  const rejects: Reject[] = [];
  const found = [];
  for await (const record of readRecords(path, map, { onReject: (reject) => rejects.push(reject) })) {
    found.push(record);
  }
  return { found, rejects };
}

const table = [
  [
    'R1',
    'MARÍA',
    '',
    'GARCÍA',
    '',
    '120',
    'N MAIN ST',
    'APT 4',
    'SPRINGFIELD',
    'IL',
    '62701',
    '1980-05-17',
    '',
  ],
  ['R2', 'JOHN', 'Q', "O'BRIEN", 'JR', '', '', '', '', 'MA', '02139', '', '900000001'],
];
const text = [recordColumns, ...table].map((row) => csvLine(row)).join('');

describe('records', () => {
  const expected = {
    recordId: 'R1',
    givenName: 'MARÍA',
    surname: 'GARCÍA',
    unit: 'APT 4',
    zip: '62701',
    dateOfBirth: '1980-05-17',
    tin: '',
  };

  it('come from CSV, compressed or not', async () => {
    const plain = await records(file('plain.csv', text));
    expect(plain).toMatchObject({ found: [expected, { surname: "O'BRIEN", zip: '02139' }], rejects: [] });
    expect(await records(file('zipped.csv.gz', gzipSync(text)))).toEqual(plain);
  });

  it('come from Parquet, ours and that of DuckDB, whatever compressed it', async () => {
    const plain = await records(file('same.csv', text));
    const parts: Uint8Array[] = [];
    const rows = parquet.begin(recordColumns, (bytes) => parts.push(Uint8Array.from(bytes)), {}, 'people');
    for (const row of table) rows.write(row);
    rows.end();
    expect(await records(file('ours.parquet', Buffer.concat(parts)))).toEqual(plain);

    const zstd = join(folder, 'zstd.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${join(folder, 'same.csv')}', header = true, all_varchar = true)) TO '${zstd}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    expect(await records(zstd)).toEqual(plain);
    const numbers = join(folder, 'numbers.parquet');
    for (const codec of ['snappy', 'gzip', 'zstd', 'lz4_raw', 'uncompressed']) {
      await connection.run(
        `COPY (SELECT 7::BIGINT AS record_id, 'A' AS given_name, 'B' AS surname, DATE '1980-05-17' AS date_of_birth, 2139 AS zip) TO '${numbers}' (FORMAT parquet, COMPRESSION ${codec})`,
      );
      expect((await records(numbers)).found).toMatchObject([
        { recordId: '7', dateOfBirth: '1980-05-17', zip: '02139', tin: '' },
      ]);
    }
    connection.closeSync();
  });

  it('come from columns of other names, and other capitals', async () => {
    const path = file(
      'mapped.csv',
      'Record_ID,first,LAST NAME,postcode\n1,ANA,DIAZ,62701-0001\n2,EVA,RUIZ,627010002\n',
    );
    const problems: string[] = [];
    const map = columnMap('map', 'given_name=first,surname=last name,zip=postcode', recordColumns, problems);
    expect(problems).toEqual([]);
    const { found } = await records(path, map);
    expect(found).toMatchObject([
      { recordId: '1', givenName: 'ANA', surname: 'DIAZ', zip: '62701' },
      { recordId: '2', zip: '62701', street: '' },
    ]);
  });

  it('that cannot be used are told with line and reason', async () => {
    const path = file('bad.csv', 'record_id,given_name,surname\n1,A,B\n1,C,D\n,E,F\n2,G\n"3,H,I\n4,J,K\n');
    const { found, rejects } = await records(path);
    expect(found.map(({ recordId }) => recordId)).toEqual(['1', '4']);
    expect(rejects).toEqual([
      { line: 3, reason: 'record_id 1 is that of an earlier row' },
      { line: 4, reason: 'record_id is empty' },
      { line: 5, reason: 'ragged: 2 cells where the header has 3' },
      { line: 6, reason: 'a quote that does not close where a cell ends' },
    ]);
  });
});

describe('a file that cannot be read', () => {
  const whole = gzipSync(text.repeat(50));
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.csv', '', /empty\.csv: no table; allowed: CSV with a header; found: an empty file$/],
    ['semicolons.csv', 'a;b\n1;2\n', /:1: not separated by commas; allowed: commas; found: semicolons$/],
    ['utf16.csv', Buffer.from('\ufeffrecord_id', 'utf16le'), /found: UTF-16$/],
    [
      'cut.csv.gz',
      whole.subarray(0, whole.length - 20),
      /cannot be read; the compressed file ends too early$/,
    ],
    [
      'cut.parquet',
      'PAR1 and no more',
      /cut\.parquet: cannot be read; allowed: a whole Parquet file; found: /,
    ],
    [
      'unnamed.csv',
      'record_id,given_name,surnam\n1,A,B\n',
      /:1: no column surname; allowed: that column, or --map surname=<column>; found: record_id, given_name, surnam; did you mean surnam\?$/,
    ],
    ['twice.csv', 'record_id,surname,surname,given_name\n', /:1: ambiguous column; .* found: surname twice$/],
  ])('%s is told in one line', async (name, content, line) => {
    await expect(records(file(name, content))).rejects.toThrow(line);
  });

  it('is told when it is not there', async () => {
    await expect(records(join(folder, 'none.csv'))).rejects.toThrow(/cannot be read; there is no such file$/);
    await expect(records(folder)).rejects.toThrow(/cannot be read; it is a directory$/);
  });
});

describe('a mapping', () => {
  it.each([
    ['surname', '--map: not a mapping; allowed: field=column,field=column; found: surname'],
    ['surnme=x', /^--map: unknown field; allowed: record_id, .*; found: surnme; did you mean surname\?$/],
    ['zip=a,zip=b', '--map: a field mapped twice; allowed: one column a field; found: zip'],
  ])('%s is told in one line', (given, line) => {
    const problems: string[] = [];
    columnMap('map', given, recordColumns, problems);
    expect(problems).toEqual([expect.stringMatching(line)]);
  });
});
