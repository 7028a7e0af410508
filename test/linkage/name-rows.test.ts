import { describe, expect, it } from 'vitest';
import { seen, seenApart } from '../../src/linkage/letters-at-a-glance.ts';
import { GLANCE_BYTES, NameRows, TEXT_BYTES } from '../../src/linkage/name-rows.ts';
import { KernelMemory } from '../../src/text/kernel-memory.ts';
import { repeatedLetterMask } from '../../src/text/letter-bag.ts';
import { LONGEST_IN_BLOCK, symbolOf } from '../../src/text/name-blocks.ts';

function rowOf(memory: KernelMemory, { glances, texts }: NameRows, number: number) {
  const [glance, repeated] = memory.words.subarray((glances + GLANCE_BYTES * number) / 4);
  const text = texts + TEXT_BYTES * number;
  return { glance, repeated, text: [...memory.bytes.subarray(text, text + LONGEST_IN_BLOCK)] };
}

const symbols = (name: string) =>
  Array.from({ length: LONGEST_IN_BLOCK }, (_, i) => symbolOf(name.charCodeAt(i)));

describe('rows of names', () => {
  it('start afresh when they are cleared, without a letter of what was there', () => {
    const memory = new KernelMemory();
    const rows = new NameRows(memory, ['VILLAVICENCIO', 'LOPEZ']);
    rows.clear();
    expect(rows.add('NGUYEN')).toBe(0);
    expect(rows.values).toEqual(['NGUYEN']);
    expect(rowOf(memory, rows, 0)).toEqual({
      glance: seen('NGUYEN'),
      repeated: repeatedLetterMask('NGUYEN'),
      text: symbols('NGUYEN'),
    });
  });

  it('hold more than there was room for', () => {
    const memory = new KernelMemory();
    const rows = new NameRows(memory);
    const names = Array.from({ length: 1000 }, (_, n) => 'ABCDEFGHIJ'.slice(0, 1 + (n % 10)));
    names.forEach((name, n) => {
      expect(rows.add(name)).toBe(n);
    });
    names.forEach((name, n) => {
      expect(rowOf(memory, rows, n)).toMatchObject({ glance: seen(name), text: symbols(name) });
    });
  });

  it('have no text of a name that can stand in no block: it is compared by itself', () => {
    const memory = new KernelMemory();
    const rows = new NameRows(memory, ['PETER 2', 'A'.repeat(25)]);
    expect(rowOf(memory, rows, 0)).toMatchObject({ glance: seenApart('PETER 2'), text: symbols('') });
    expect(rowOf(memory, rows, 1)).toMatchObject({ glance: seenApart('A'), text: symbols('') });
  });
});
