/** The bit-parallel common subsequence against the plain one, on words of few letters, where much is in common. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonSubsequence, commonSubsequenceQuery } from '../../src/text/indel.ts';

it('is as long as the plain one, for any part of a byte column', () => {
  const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C', ' '), maxLength: 40 });
  fc.assert(
    fc.property(word, word, word, (a, b, before) => {
      const bytes = new TextEncoder().encode(before + b);
      expect(commonSubsequenceQuery(a)(bytes, before.length, bytes.length)).toBe(commonSubsequence(a, b));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
