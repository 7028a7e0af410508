/** Each file format: any texts come back, whatever is in them and however many there are. */

import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { fileFormats } from '../../src/export/formats/index.ts';
import { zstdDecompress } from '../../src/export/zstd.ts';

const columns = ['record_id', 'surname', 'unit'];
const awkward = ['', ' ', 'O’NEIL', 'MUÑOZ', 'a,b', '"', 'two\r\nlines', '00501', '🙂', 'null'];

describe.each(fileFormats)('$id', (format) => {
  const bytesOf = (rows: readonly (readonly string[])[]) => {
    const parts: Uint8Array[] = [];
    const file = format.begin(columns, (bytes) => parts.push(Uint8Array.from(bytes)), { note: 'é' });
    for (const row of rows) file.write(row);
    file.end();
    return { parts, whole: Buffer.concat(parts) };
  };
  const readBack = async (whole: Buffer): Promise<readonly (readonly string[])[]> => {
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
    expect(await readBack(bytesOf(rows).whole)).toEqual(rows);
  });

  it('gives back nothing for nothing', async () => {
    expect(await readBack(bytesOf([]).whole)).toEqual([]);
  });

  it('is written bit by bit, and none is lost between', async () => {
    const rows = Array.from({ length: 23_456 }, (_, i) => [`SYN-${i}`, `NAME ${(i * i) % 977}`, '']);
    const { parts, whole } = bytesOf(rows);
    expect(parts.length).toBeGreaterThan(1);
    expect(await readBack(whole)).toEqual(rows);
  });
});
