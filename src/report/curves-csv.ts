/**
 * The estimates in long format, one row an estimate, for spreadsheets and statistics packages. RFC 4180 with a
 * header and CRLF line ends; a number that does not exist is an empty cell.
 */

import { estimateKeys, type Summary } from '../estimation/summary.ts';
import { csvCell } from '../text/csv.ts';

/** The whole of `curves.csv`. */
export function curvesCsv(summary: Pick<Summary, 'estimates'>): string {
  const lines = summary.estimates.map((estimate) =>
    estimateKeys.map((column) => csvValue(estimate[column])).join(','),
  );
  return [estimateKeys.join(','), ...lines, ''].join('\r\n');
}

/** A cell: text quoted where it must be, a number as plain digits, nothing for what does not exist. */
export function csvValue(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value) : csvCell(value);
}

/** Shortest decimal digits that read back as the same number, without an exponent. */
function plainNumber(value: number): string {
  const shortest = String(value);
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest) ?? [];
  if (sign === undefined || whole === undefined) return shortest;
  const shift = Number(exponent);
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}
