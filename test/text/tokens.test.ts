/** Indel, token sort and token set similarity. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indelSimilarity } from '../../src/text/indel.ts';
import { tokenSetSimilarity } from '../../src/text/token-set.ts';
import { tokenSortSimilarity } from '../../src/text/token-sort.ts';

/** Longest common subsequence by its recursive definition. */
function commonLength(a: string, b: string): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0;
    const key = `${i},${j}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const length = a[i] === b[j] ? 1 + from(i + 1, j + 1) : Math.max(from(i + 1, j), from(i, j + 1));
    known.set(key, length);
    return length;
  };
  return from(0, 0);
}

const ratio = (a: string, b: string) =>
  a === '' || b === '' ? 0 : (2 * commonLength(a, b)) / (a.length + b.length);
const words = (value: string) => value.match(/\S+/g) ?? [];
const sorted = (value: readonly string[]) => value.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(' ');

function plainTokenSet(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [ofA, ofB] = [[...new Set(words(a))], [...new Set(words(b))]];
  const common = ofA.filter((word) => ofB.includes(word));
  const onlyA = ofA.filter((word) => !common.includes(word));
  const onlyB = ofB.filter((word) => !common.includes(word));
  if (common.length > 0 && onlyA.length * onlyB.length === 0) return 1;
  const joined = (rest: readonly string[]) =>
    [sorted(common), sorted(rest)].filter((part) => part !== '').join(' ');
  return Math.max(
    ratio(sorted(common), joined(onlyA)),
    ratio(sorted(common), joined(onlyB)),
    ratio(joined(onlyA), joined(onlyB)),
  );
}

// The scores that fuzzywuzzy's README publishes, in hundredths.
describe('published scores', () => {
  it('ratio', () => {
    expect(Math.round(100 * indelSimilarity('this is a test', 'this is a test!'))).toBe(97);
    expect(Math.round(100 * indelSimilarity('fuzzy wuzzy was a bear', 'wuzzy fuzzy was a bear'))).toBe(91);
  });

  it('token sort ratio', () => {
    expect(tokenSortSimilarity('fuzzy wuzzy was a bear', 'wuzzy fuzzy was a bear')).toBe(1);
    expect(Math.round(100 * tokenSortSimilarity('fuzzy was a bear', 'fuzzy fuzzy was a bear'))).toBe(84);
  });

  it('token set ratio', () => {
    expect(tokenSetSimilarity('fuzzy was a bear', 'fuzzy fuzzy was a bear')).toBe(1);
  });
});

describe('names', () => {
  it('in another order are the same to both', () => {
    expect(tokenSortSimilarity('MARIA GARCIA', 'GARCIA MARIA')).toBe(1);
    expect(tokenSetSimilarity('MARIA GARCIA', 'GARCIA MARIA')).toBe(1);
  });

  it('with one surname of two are the same to token set only', () => {
    expect(tokenSetSimilarity('GARCIA', 'GARCIA LOPEZ')).toBe(1);
    // Six of twelve letters and a space: 2 x 6 / (6 + 12).
    expect(tokenSortSimilarity('GARCIA', 'GARCIA LOPEZ')).toBe(12 / 18);
  });

  it('without words agree with themselves only, and missing ones with nothing', () => {
    for (const similarity of [tokenSortSimilarity, tokenSetSimilarity]) {
      expect(similarity(' ', ' ')).toBe(1);
      expect(similarity(' ', '  ')).toBe(0);
      expect(similarity(' ', 'A')).toBe(0);
      expect(similarity('', '')).toBe(0);
    }
  });
});

it('equal their definitions for any strings', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'AB  '), maxLength: 12 }),
    fc
      .array(fc.constantFrom('DE', 'LA', 'CRUZ', 'CRUS', 'GARCIA'), { maxLength: 4 })
      .map((list) => list.join(' ')),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(indelSimilarity(a, b)).toBe(ratio(a, b));
      expect(tokenSetSimilarity(a, b)).toBe(plainTokenSet(a, b));
      const tokenSort = a === b ? Number(a !== '') : ratio(sorted(words(a)), sorted(words(b)));
      expect(tokenSortSimilarity(a, b)).toBe(tokenSort);
    }),
    { seed: 1, numRuns: 3000 },
  );
});
