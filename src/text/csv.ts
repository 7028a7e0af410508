/**
 * Comma-separated values as spreadsheets and statistics packages read them: RFC 4180, lines ended by CRLF.
 *
 * A cell that a spreadsheet would run as a formula (OWASP, "CSV Injection": a leading =, +, -, @, tab or carriage
 * return) is written after an apostrophe, which makes it text.
 */

const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
const PLAIN = /^[^=+\-@\t\r",\n][^",\r\n]*$/;

/** A text as a cell. */
export function csvCell(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Texts as a line, with its end. */
export function csvLine(texts: readonly string[]): string {
  let line = '';
  for (let i = 0; i < texts.length; i++) line += i === 0 ? csvCell(texts[i]!) : `,${csvCell(texts[i]!)}`;
  return `${line}\r\n`;
}
