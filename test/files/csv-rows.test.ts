/** Rows of CSV, however the bytes are cut, and what becomes of lines that are broken. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/files/csv-rows.ts';
import type { TableRow } from '../../src/files/table.ts';
import { csvLine } from '../../src/text/csv.ts';

/** Reads a file given in pieces: the header, and the rows with all their cells. */
function read(pieces: readonly Uint8Array[]) {
  const rows = csvRows();
  let header: readonly string[] | undefined;
  const found: TableRow[] = [];
  pieces.forEach((piece, i) => {
    rows.add(piece, i === pieces.length - 1);
    if (header === undefined) {
      const first = rows.header();
      if (first === undefined) return;
      if ('problem' in first) throw new Error(first.problem);
      header = first;
    }
    for (const row of rows.take([...header.keys()])) found.push(row);
  });
  return { header, rows: found };
}

const readText = (text: string) => read([Buffer.from(text, 'utf8')]);

// Blanks around a value and a leading apostrophe are not kept: see the convention of csv-rows.ts.
const value = fc
  .string({ unit: fc.constantFrom(...'aZ9,"\r\n;\'=+-é王'), maxLength: 8 })
  .map((text) => text.trim())
  .filter((text) => !text.startsWith("'"));

describe('rows of CSV', () => {
  it('are what was written, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { maxLength: 8 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (table, cuts) => {
          const bytes = Buffer.from(['a,b,c\r\n', ...table.map(csvLine)].join(''), 'utf8');
          const at = [
            0,
            ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
            bytes.length,
          ];
          const pieces = at.slice(1).map((to, i) => Uint8Array.from(bytes.subarray(at[i], to)));
          expect(read(pieces).rows.map(({ cells }) => cells)).toEqual(table);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('may end in LF, CRLF, CR or nothing, and begin with a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end, end + end]) {
        const { header, rows } = readText(`\ufeffa,b${end}1,2${end}${end}3,"4${end}5"${end}6,7${last}`);
        expect(header).toEqual(['a', 'b']);
        expect(rows.map(({ cells }) => cells)).toEqual([
          ['1', '2'],
          ['3', `4${end}5`],
          ['6', '7'],
        ]);
        expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
      }
    }
  });

  it('lose the blanks around values and the apostrophe before a formula sign', () => {
    expect(readText("a,b,c\n x ,'=1+1,'tis\n").rows[0]!.cells).toEqual(['x', '=1+1', "'tis"]);
  });

  it('that are ragged are told with their line', () => {
    expect(readText('a,b\n1\n1,2\n1,2,3\n').rows).toEqual([
      { line: 2, cells: [], problem: 'ragged: 1 cells where the header has 2' },
      { line: 3, cells: ['1', '2'] },
      { line: 4, cells: [], problem: 'ragged: 3 cells where the header has 2' },
    ]);
  });

  it('that are not UTF-8 are told, and only they', () => {
    const bytes = Buffer.from('a,b\nJOS\xc9,1\nJOS\xc3\x89,2\n', 'latin1');
    expect(read([bytes]).rows).toEqual([
      { line: 2, cells: [], problem: 'not valid UTF-8' },
      { line: 3, cells: ['JOSÉ', '2'] },
    ]);
  });

  it('behind a quote that does not close are not swallowed', () => {
    const { rows } = readText('a,b\n1,"x\n2,y\n3,z\n');
    expect(rows.map(({ line, problem }) => [line, problem === undefined])).toEqual([
      [2, false],
      [3, true],
      [4, true],
    ]);
    const long = `a,b\n1,"x\n${'2,y\n'.repeat(400_000)}`;
    const pieces = Array.from({ length: 8 }, (_, i) =>
      Buffer.from(long.slice(i * 250_000, (i + 1) * 250_000)),
    );
    expect(read(pieces).rows.filter(({ problem }) => problem === undefined).length).toBe(400_000);
  });

  it('between two stray quotes are not swallowed', () => {
    const { rows } = readText('a,b\n1,"x\n2,y\n3,"z\n4,w\n');
    expect(rows.map(({ line, problem }) => [line, problem === undefined])).toEqual([
      [2, false],
      [3, true],
      [4, false],
      [5, true],
    ]);
  });

  it('account for every line of any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,"\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, (body) => {
        const { rows } = readText(`a,b\n${body}`);
        // Blanks around a value are dropped, line ends among them, so letters are what is counted.
        const letters = (of: string) => of.replace(/[^ab]/g, '').length;
        const kept = rows.reduce((sum, { cells }) => sum + letters(cells.join('')), 0);
        const rejected = rows
          .filter(({ problem }) => problem !== undefined)
          .reduce((sum, { line }) => sum + letters(body.split('\n')[line - 2] ?? ''), 0);
        expect(kept + rejected).toBe(letters(body));
      }),
      { numRuns: 1000 },
    );
  });
});
