// Reading and writing the tables of src/population/tables: CSV text with a header line, `.gz` where the name says so.
// No field holds a comma or a quote (checked on writing), so a row is simply its fields joined by commas.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const tablesFolder = fileURLToPath(new URL('../../src/population/tables/', import.meta.url));

/** The text of a file, unzipped where its name ends in `.gz`. */
export function readText(path) {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Rows of a CSV text without quoting, header left out. */
export function rowsOf(text) {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

/** Header and rows as CSV text. */
export function csv(header, rows) {
  for (const row of [header, ...rows])
    for (const field of row)
      if (/[",\n\r]/.test(String(field))) throw new Error(`field needs quoting: ${field}`);
  return `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** The committed text of a table, or undefined where there is none yet. */
export function committedTable(name) {
  const path = tablesFolder + name;
  return existsSync(path) ? readText(path) : undefined;
}

/** Writes a table beside the code; the zip header carries no date, so equal text gives equal bytes. */
export function writeTable(name, text) {
  mkdirSync(tablesFolder, { recursive: true });
  writeFileSync(tablesFolder + name, name.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  console.log(`${name}: ${text.split('\n').length - 2} rows, ${text.length} characters`);
}
