/** The prepared token set similarity against its plain twin, and the subsequence of long values against the table. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonSubsequence, commonSubsequenceQuery } from '../../src/text/indel.ts';
import { tokenSetSimilarity } from '../../src/text/token-set.ts';
import { tokenSetQuery } from '../../src/text/token-set-query.ts';
import { sortedWords } from '../../src/text/token-sort.ts';

const names = fc
  .array(
    fc.oneof(
      fc.constantFrom('J', 'M', 'DE', 'LA', 'CRUZ', 'CRUS', 'GARCIA', 'GARZA', 'MARIA', 'WASHINGTON'),
      fc.string({ unit: fc.constantFrom(...'ABC'), minLength: 1, maxLength: 14 }),
    ),
    { maxLength: 7 },
  )
  .map((words) => words.join(' '));
const wordsOf = (value: string) => [...new Set(sortedWords(value))];

it('equals its twin for any two names, also where one query meets many', () => {
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 4 }), (name, others) => {
      const query = tokenSetQuery(wordsOf(name));
      for (const other of others) expect(query(wordsOf(other))).toBe(tokenSetSimilarity(name, other));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it('equals its twin also for more words than there are bits in a word', () => {
  const many = fc
    .array(fc.string({ unit: fc.constantFrom(...'ABCD'), minLength: 1, maxLength: 4 }), {
      minLength: 28,
      maxLength: 60,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(many, many, names, (name, other, few) => {
      const query = tokenSetQuery(wordsOf(name));
      expect(query(wordsOf(other))).toBe(tokenSetSimilarity(name, other));
      expect(query(wordsOf(few))).toBe(tokenSetSimilarity(name, few));
    }),
    { seed: 3, numRuns: 300 },
  );
  const words = Array.from({ length: 40 }, (_, i) => `W${String.fromCharCode(65 + (i % 26))}${i}`).sort();
  expect(tokenSetQuery(words)([words[33]!])).toBe(1);
  expect(tokenSetQuery(words)([words[1]!, 'ELSE'])).toBe(
    tokenSetSimilarity(words.join(' '), `${words[1]!} ELSE`),
  );
});

it('finds the same common subsequence in one, two and more words of bits', () => {
  const text = (longest: number) =>
    fc.string({ unit: fc.constantFrom(...'AB C'), minLength: 1, maxLength: longest });
  fc.assert(
    fc.property(text(80), text(50), (a, b) => {
      const bytes = Uint8Array.from(b, (letter) => letter.charCodeAt(0));
      expect(commonSubsequenceQuery(a)(bytes, 0, bytes.length)).toBe(commonSubsequence(a, b));
    }),
    { seed: 2, numRuns: 2000 },
  );
  for (const length of [31, 32, 33, 63, 64, 65]) {
    const same = new Uint8Array(length).fill(65);
    expect(commonSubsequenceQuery('A'.repeat(length))(same, 0, length)).toBe(length);
  }
});
