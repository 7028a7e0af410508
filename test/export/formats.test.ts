/** Each file format: any texts come back, whatever is in them and however many there are. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { isDuckDbInstalled } from '../../src/export/duckdb.ts';
import { fileFormats } from '../../src/export/formats/index.ts';
import { zstdDecompress } from '../../src/export/zstd.ts';
import { readDuckDb } from './read-back.ts';

const columns = ['record_id', 'surname', 'unit'];
const awkward = ['', ' ', 'O’NEIL', 'MUÑOZ', 'a,b', '"', 'two\r\nlines', '00501', '🙂', 'null'];

const folder = mkdtempSync(join(tmpdir(), 'mismatch-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const formats = fileFormats.filter(({ lacking }) => lacking?.() === undefined);

describe.each(formats)('$id', (format) => {
  const bytesOf = async (rows: readonly (readonly string[])[]) => {
    const parts: Uint8Array[] = [];
    const put = (bytes: Uint8Array) => parts.push(Uint8Array.from(bytes));
    const file = format.begin(columns, put, { note: 'é' }, 'people-here');
    for (const row of rows) file.write(row);
    file.end();
    const path = join(folder, `people.${format.id}`);
    writeFileSync(path, Buffer.concat(parts));
    await file.convert?.(path);
    expect(readdirSync(folder).filter((name) => name.startsWith('people.'))).toContain(`people.${format.id}`);
    return { parts, whole: readFileSync(path), path };
  };
  const readBack = async ({
    whole,
    path,
  }: {
    readonly whole: Buffer;
    readonly path: string;
  }): Promise<readonly (readonly string[])[]> => {
    if (format.id === 'duckdb') {
      const rows = await readDuckDb(path, 'SELECT * FROM people_here');
      return rows.map((row) => columns.map((name) => row[name] ?? ''));
    }
    if (format.id === 'parquet') {
      const rows = await parquetReadObjects({
        file: Uint8Array.from(whole).buffer,
        compressors: { ZSTD: zstdDecompress },
      });
      return rows.map((row) => columns.map((name) => row[name] ?? ''));
    }
    const cells = [...whole.toString('utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
    const values = cells.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
    const lines = Array.from({ length: values.length / columns.length }, (_, i) =>
      values.slice(i * columns.length, (i + 1) * columns.length),
    );
    expect(lines[0]).toEqual(columns);
    return lines.slice(1);
  };

  it('gives back every text', async () => {
    const rows = awkward.map((text, i) => [`SYN-${i}`, text, awkward[awkward.length - 1 - i]!]);
    expect(await readBack(await bytesOf(rows))).toEqual(rows);
  });

  it('gives back nothing for nothing', async () => {
    expect(await readBack(await bytesOf([]))).toEqual([]);
  });

  it('is written bit by bit, and none is lost between', async () => {
    const rows = Array.from({ length: 23_456 }, (_, i) => [`SYN-${i}`, `NAME ${(i * i) % 977}`, '']);
    const written = await bytesOf(rows);
    expect(written.parts.length).toBeGreaterThan(1);
    expect(await readBack(written)).toEqual(rows);
  });
});

describe.skipIf(!isDuckDbInstalled())('a DuckDB database', () => {
  const duckdb = fileFormats.find(({ id }) => id === 'duckdb')!;
  const begun = (path: string, names: readonly string[], rows: readonly (readonly string[])[]) => {
    const parts: Uint8Array[] = [];
    const file = duckdb.begin(names, (bytes) => parts.push(Uint8Array.from(bytes)), { "it's": 'é' }, 'links');
    for (const row of rows) file.write(row);
    file.end();
    writeFileSync(path, Buffer.concat(parts));
    return file;
  };

  it('has scores as numbers, missing values as null, and facts as a comment', async () => {
    const path = join(folder, "it's.duckdb");
    await begun(
      path,
      ['request_id', 'score'],
      [
        ['R1', '0.9333333333333333'],
        ['', '1'],
      ],
    ).convert!(path);
    const [sum] = await readDuckDb(path, 'SELECT sum(score) AS total, count(request_id) AS ids FROM links');
    expect(sum).toEqual({ total: String(0.9333333333333333 + 1), ids: '1' });
    const [comment] = await readDuckDb(path, 'SELECT comment FROM duckdb_tables()');
    expect(JSON.parse(comment!['comment']!)).toEqual({ "it's": 'é' });
  });

  it('is not there by half when it cannot be made', async () => {
    const path = join(folder, 'broken.duckdb');
    const file = begun(path, ['score'], [['no number']]);
    await expect(file.convert!(path)).rejects.toThrow('no number');
    expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual(['broken.duckdb']);
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
  });
});
