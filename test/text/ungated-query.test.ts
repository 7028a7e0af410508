/** Ungated Jaro-Winkler of one query with many against its plain twin, and the bound on characters in common. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ungatedJaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import { commonPrefix, LONGEST_BOUNDED, neededInCommon, ungatedQuery } from '../../src/text/ungated-query.ts';

const text = fc.string({ unit: fc.constantFrom(...'ABC '), minLength: 1, maxLength: 40 });
const bytesOf = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

/** Characters that have a partner in the other value, wherever it stands. */
function inCommon(a: string, b: string): number {
  const rest = [...b];
  return [...a].filter((letter) => {
    const place = rest.indexOf(letter);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  }).length;
}

it('equals its plain twin for any part of a byte column', () => {
  fc.assert(
    fc.property(text, text, text, (query, value, before) => {
      const bytes = bytesOf(before + value);
      expect(ungatedQuery(query)(bytes, before.length, bytes.length)).toBe(
        ungatedJaroWinklerSimilarity(query, value),
      );
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it.each([0.5, 0.8, 0.95])('asks for no more in common than values have that reach %d', (least) => {
  const needed = neededInCommon(least);
  fc.assert(
    fc.property(text, text, (a, b) => {
      if (ungatedJaroWinklerSimilarity(a, b) < least) return;
      const { shared, apart } = needed(a.length);
      const prefix = commonPrefix(a, bytesOf(b), 0, b.length);
      const common = inCommon(a, b);
      for (let known = prefix; known < shared.length; known++) {
        expect(common).toBeGreaterThanOrEqual(shared[known]![b.length]!);
        expect(a.length + b.length - 2 * common).toBeLessThanOrEqual(apart[known]![b.length]!);
      }
    }),
    { seed: 2, numRuns: 3000 },
  );
  expect(needed(5).shared[0]![LONGEST_BOUNDED]).toBe(0);
});
