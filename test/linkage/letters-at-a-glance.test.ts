/** What is passed over at a glance is below the floor: for every comparator that is searched in this way, whatever the values. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeAlike, canStillBeAlike, neededLetters, seen } from '../../src/linkage/letters-at-a-glance.ts';
import { comparators } from '../../src/matching/comparators/index.ts';
import { repeatedLetterMask } from '../../src/text/letter-bag.ts';

const scanned = comparators.flatMap((comparator) => {
  const { scan } = comparator;
  return scan === undefined ? [] : [{ ...comparator, scan }];
});
/** Few different letters, so that many pairs are alike; digits, and some longer than a glance can see. */
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ABCDE'), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ABR 19'), minLength: 1, maxLength: 50 }),
);
const floors = [0.05, 0.5, 0.7, 0.85, 0.92, 1];

describe.each(scanned)('names by $id', ({ scan, compare }) => {
  it('are never passed over at or above the floor', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom(...floors), (a, b, floor) => {
        const { atAGlance } = neededLetters(scan, floor)(a.length);
        const first = canBeAlike(seen(a), seen(b), atAGlance);
        const second = canStillBeAlike(
          seen(a),
          repeatedLetterMask(a),
          seen(b),
          repeatedLetterMask(b),
          atAGlance,
        );
        if (compare(a, b) >= floor) expect([first, second]).toEqual([true, true]);
        // The second look sees what the first does.
        if (!first) expect(second).toBe(false);
      }),
      { seed: 1, numRuns: 4000 },
    );
  });
});

describe('a glance', () => {
  it('tells strangers apart', () => {
    const [jaroWinkler] = scanned.filter(({ id }) => id === 'jaro-winkler');
    const { atAGlance } = neededLetters(jaroWinkler!.scan, 0.7)('GARCIA'.length);
    expect(canBeAlike(seen('GARCIA'), seen('GARCES'), atAGlance)).toBe(true);
    expect(canBeAlike(seen('GARCIA'), seen('NGUYEN'), atAGlance)).toBe(false);
  });

  it('sees at the second look that a letter is there once', () => {
    const [levenshtein] = scanned.filter(({ id }) => id === 'levenshtein');
    const { atAGlance } = neededLetters(levenshtein!.scan, 0.8)('ANNA'.length);
    const second = (other: string) =>
      canStillBeAlike(
        seen('ANNA'),
        repeatedLetterMask('ANNA'),
        seen(other),
        repeatedLetterMask(other),
        atAGlance,
      );
    expect(canBeAlike(seen('ANNA'), seen('NA'), atAGlance)).toBe(false);
    expect(second('ANNA')).toBe(true);
    expect(second('NAXX')).toBe(false);
  });

  it('lets values pass that are too long to be seen', () => {
    const long = 'A'.repeat(40);
    for (const { scan } of scanned) {
      expect(canBeAlike(seen(long), seen('B'), neededLetters(scan, 0.9)(40).atAGlance)).toBe(true);
      expect(canBeAlike(seen('B'), seen(long), neededLetters(scan, 0.9)(1).atAGlance)).toBe(true);
    }
  });
});
