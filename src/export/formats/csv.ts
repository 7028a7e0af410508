/** CSV: RFC 4180, UTF-8, header first, CRLF. It has no place for facts about the file. */

import { csvLine } from '../../text/csv.ts';
import type { FileFormat } from '../file-format.ts';

/** Bytes gathered before they are written. */
const CHUNK = 2 ** 18;
/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

export const csv: FileFormat = {
  id: 'csv',
  describe: 'CSV (RFC 4180, UTF-8, header first)',
  begin(columns, put) {
    // Lines go into bytes at once: text gathered over thousands of rows would outlive many rounds of collection.
    let bytes = Buffer.allocUnsafe(CHUNK);
    let end = 0;
    const flush = () => {
      put(bytes.subarray(0, end));
      end = 0;
    };
    const add = (line: string) => {
      const most = line.length * BYTES_PER_UNIT;
      if (end + most > bytes.length) flush();
      if (most > bytes.length) bytes = Buffer.allocUnsafe(most);
      end += bytes.write(line, end, 'utf8');
    };
    add(csvLine(columns));
    return {
      write: (cells) => add(csvLine(cells)),
      end: flush,
    };
  },
};
