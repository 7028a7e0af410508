import fc from 'fast-check';
import { expect, test } from 'vitest';
import { table } from '../../src/report/table.ts';
import { textWidth, wrap } from '../../src/report/wrap.ts';

test('text stands left, numbers right, two spaces apart', () => {
  const rows = [
    { name: 'ZIP', count: 12 },
    { name: 'address', count: 3400 },
  ];
  const text = table(rows, [
    { title: 'Place', cell: (row) => row.name },
    { title: 'Count', align: 'right', cell: (row) => String(row.count) },
  ]);
  expect(text).toBe('Place    Count\n-------  -----\nZIP         12\naddress   3400');
});

test('the last column wraps to the width, and no line is longer', () => {
  const rows = [
    { id: 'address-blank', words: 'share of requests whose address is blank or says that it is not known' },
  ];
  const lines = table(
    rows,
    [
      { title: 'Id', cell: (row) => row.id },
      { title: 'Meaning', cell: (row) => row.words },
    ],
    40,
  ).split('\n');
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(40);
  expect(
    lines
      .slice(2)
      .map((line) => line.slice(15))
      .join(' '),
  ).toBe(rows[0]?.words);
});

test('a table without rows is its titles', () => {
  expect(table([], [{ title: 'Id', cell: String }])).toBe('Id\n--');
});

test('wrapped text keeps its words and its width', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
    .filter((text) => /^\S+$/.test(text));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const lines = wrap(words.join(' '), 20);
      expect(lines.join(' ')).toBe(words.join(' '));
      expect(lines.every((line) => textWidth(line) <= 20)).toBe(true);
    }),
  );
});
