import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine } from '../../src/text/csv.ts';

/** RFC 4180, section 2: a field is plain, or quoted with doubled quotes inside. */
function parseLine(line: string): string[] {
  const cells = [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n$)/g)];
  return cells.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'aB1 é,"\r\n\t=+-@\'') }), { minLength: 1 });

test('a line reads back as its texts, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(texts, (cells) => {
      const expected = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
      expect(parseLine(csvLine(cells))).toEqual(expected);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('no cell begins as a formula does', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(csvCell(text)).not.toMatch(/^"?[=+\-@\t\r]/);
    }),
    { seed: 1 },
  );
});

test.each([
  ['', ''],
  ['MAIN ST', 'MAIN ST'],
  ['O"NEIL', '"O""NEIL"'],
  ['a,b', '"a,b"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=1+1', "'=1+1"],
  ['-1,5', '"\'-1,5"'],
  ['+', "'+"],
])('%j is written as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});
