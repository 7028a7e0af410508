/**
 * A small aligned table for the terminal: a header, a rule and rows; text to the left, numbers to the right, two
 * spaces between columns, no trailing spaces. The last column wraps where a width is given.
 */

import { textWidth, wrap } from './wrap.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Default `left`. */
  readonly align?: 'left' | 'right';
}

const gap = '  ';
/** A last column narrower than this is not worth wrapping. */
const narrowest = 16;

/**
 * Lays out `rows` under the titles of `columns`. With `width`, the text of the last column is wrapped so that
 * no line is longer, as long as that leaves it 16 columns. Ends without a line break.
 */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width = Infinity): string {
  const texts = rows.map((row) => columns.map((column) => column.cell(row)));
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...texts].map((cells) => textWidth(cells[index] ?? ''))),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + gap.length, 0);
  widths[last] = Math.min(widths[last] ?? 0, Math.max(width - before, narrowest));

  const layOut = (cells: readonly string[]): string[] => {
    const tail = wrap(cells[last] ?? '', widths[last] ?? 0);
    return tail.map((text, lineNumber) =>
      columns
        .map((column, index) => {
          const content = index === last ? text : lineNumber === 0 ? (cells[index] ?? '') : '';
          return pad(content, widths[index] ?? 0, column.align ?? 'left');
        })
        .join(gap)
        .trimEnd(),
    );
  };
  const rule = widths.map((each) => '-'.repeat(each)).join(gap);
  return [...layOut(titles), rule, ...texts.flatMap(layOut)].join('\n');
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}
