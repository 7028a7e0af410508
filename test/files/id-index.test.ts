/** The index of ids against a map of strings. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingTexts, textReader } from '../../src/files/growing-columns.ts';
import { idIndex } from '../../src/files/id-index.ts';

const text = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.nat(9).map((n) => `SYN-${n}`),
);

describe('an index of ids', () => {
  it('numbers different texts in their order and finds them again', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        const index = idIndex();
        const known = new Map<string, number>();
        for (const one of texts) {
          expect(index.find(one)).toBe(known.get(one) ?? -1);
          expect(index.add(one)).toBe(known.has(one) ? -1 : known.size);
          if (!known.has(one)) known.set(one, known.size);
          expect(index.size).toBe(known.size);
        }
        for (const [one, row] of known) expect([index.find(one), index.text(row)]).toEqual([row, one]);
      }),
    );
  });

  it('holds a hundred thousand', () => {
    const index = idIndex();
    const rows = Array.from({ length: 100_000 }, (_, i) => index.add(`R${i * 7}`));
    expect(rows.every((row, i) => row === i)).toBe(true);
    for (let i = 0; i < 100_000; i += 997) {
      expect(index.find(`R${i * 7}`)).toBe(i);
      expect(index.find(`R${i * 7 + 1}`)).toBe(-1);
      expect(index.text(i)).toBe(`R${i * 7}`);
    }
  });

  it('orders texts by their code points', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(a !== b);
        const index = idIndex();
        index.add(a);
        index.add(b);
        expect(Math.sign(index.compare(0, 1))).toBe(
          Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
        expect(index.compare(1, 1)).toBe(0);
      }),
    );
  });
});

describe('a column of texts', () => {
  it('gives them back', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const column = growingTexts();
        for (const one of texts) column.push(one);
        const at = textReader(column.values());
        expect(Array.from({ length: column.size }, (_, row) => at(row))).toEqual(texts);
      }),
    );
  });
});
