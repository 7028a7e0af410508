/**
 * Parquet: every column an optional UTF-8 text, pages compressed by Zstandard. A missing value is null, because two
 * missing values must not compare as equal. Facts about the file are its key-value metadata.
 *
 * Row groups are small and without statistics: the writer's memory grows with the group, and a million rows are to
 * fit into 300 MB with all else.
 */

import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { FileFormat } from '../file-format.ts';
import { zstdCompress } from '../zstd.ts';

const ROWS_PER_GROUP = 5_000;

export const parquet: FileFormat = {
  id: 'parquet',
  describe: 'Parquet (zstd, text columns, missing values are null)',
  begin(columns, put, about) {
    const bytes = new ByteWriter();
    const flush = () => {
      put(bytes.getBytes());
      bytes.index = 0;
    };
    const writer = new ParquetWriter({
      writer: Object.assign(bytes, { flush, finish: flush }),
      schema: schemaFromColumnData({
        columnData: columns.map((name) => ({ name, data: [], type: 'STRING', nullable: true })),
      }),
      codec: 'ZSTD',
      compressors: { ZSTD: zstdCompress },
      statistics: false,
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
      createdBy: about['mismatch.tool'] ?? 'mismatch',
    });
    const data: (string | null)[][] = columns.map(() => []);
    const writeGroup = () => {
      writer.write({
        columnData: columns.map((name, c) => ({ name, data: data[c]! })),
        rowGroupSize: ROWS_PER_GROUP,
      });
      for (const column of data) column.length = 0;
    };
    return {
      write(cells) {
        for (let c = 0; c < data.length; c++) data[c]!.push(cells[c] || null);
        if (data[0]!.length === ROWS_PER_GROUP) writeGroup();
      },
      end() {
        if (data[0]!.length > 0) writeGroup();
        writer.finish();
      },
    };
  },
};
