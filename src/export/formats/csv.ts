/** CSV: RFC 4180, UTF-8, header first, CRLF. It has no place for facts about the file. */

import { csvLine } from '../../text/csv.ts';
import type { FileFormat } from '../file-format.ts';

/** Characters gathered before they are written. */
const CHUNK = 2 ** 18;

export const csv: FileFormat = {
  id: 'csv',
  describe: 'CSV (RFC 4180, UTF-8, header first)',
  begin(columns, put) {
    let text = csvLine(columns);
    const flush = () => {
      put(Buffer.from(text, 'utf8'));
      text = '';
    };
    return {
      write(cells) {
        text += csvLine(cells);
        if (text.length >= CHUNK) flush();
      },
      end: flush,
    };
  },
};
