/** What must be true of every comparator of the registry, and its scores of a few pairs worked out by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparators } from '../../src/matching/comparators/index.ts';
import { type Dictionary, dictionary } from '../../src/matching/dictionary.ts';
import { normaliseName } from '../../src/text/normalise.ts';
import { namePairs } from '../text/name-pairs.ts';

const comparator = (id: string) => {
  const found = comparators.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no comparator ${id}`);
  return found;
};

/** Any UTF-16 code units, lone surrogates included. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));
const fewLetters = fc.string({ unit: fc.constantFrom(...'AABX '), maxLength: 80 });
const name = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'AEILMNRSTOZ'), maxLength: 9 }) },
    { weight: 2, arbitrary: fewLetters },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'A',
        '7',
        'Núñez',
        'Đặng',
        'Strauß',
        "O'Brien",
        'Łukasz',
        'Ærø',
        'José María',
        'William',
        'Bill',
        'Pepe',
        'José Luis',
        'García López',
        'López García',
      ),
    },
  )
  .map(normaliseName);

describe.each(comparators)('$id', ({ compare, query, label, describe: description }) => {
  it('says what it is', () => {
    expect(label).toMatch(/^\S.*\S$/);
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  // Jaro-Winkler matches greedily from the left of its first value, and is symmetric all the same.
  it('is symmetric and in [0, 1], whatever the strings', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fewLetters), fc.oneof(anyString, fewLetters), (a, b) => {
        const score = compare(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compare(b, a)).toBe(score);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is 1 for a value and itself, and 0 for a missing value and anything', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fewLetters), (value) => {
        expect(compare(value, value)).toBe(value === '' ? 0 : 1);
        expect(compare(value, '')).toBe(0);
        expect(compare('', value)).toBe(0);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  /** A search finds the values that comparison one by one finds, with the same scores to the last bit. */
  function expectSearchIsScan(values: Dictionary, value: string, floor: number) {
    const search = query(values, value, floor);
    const scan = new Map<number, number>();
    values.values.forEach((other, code) => {
      const score = compare(value, other);
      if (score >= floor) scan.set(code, score);
      if (search.scoreOf(code) !== (score >= floor ? score : 0)) {
        expect(search.scoreOf(code), `${value} / ${other}, floor ${floor}`).toBe(score >= floor ? score : 0);
      }
    });
    const { codes, scores } = search.all();
    const found = Array.from(codes, (code, i) => [code, scores[i]!] as const).sort(([a], [b]) => a - b);
    expect(found, `${value}, floor ${floor}`).toEqual([...scan]);
  }

  it('searches a dictionary of name-like values as it compares them', () => {
    const pairs = namePairs(600).map((pair) => pair.map(normaliseName));
    const special = ['', 'A', 'AA', 'AAAAAAAA', 'ANNA', 'X'.repeat(64), 'LONG'.repeat(16), 'LONG'.repeat(17)];
    const values = dictionary([...new Set([...pairs.map(([, other]) => other!), ...special])]);
    const asked = [
      ...pairs.slice(0, 60).map(([first]) => first!),
      ...special,
      'LONG'.repeat(8),
      'ÑANDÚ',
      'ZZ',
    ];
    for (const floor of [0.7, 0.85, 1 - 1e-9, 1]) {
      for (const value of asked) expectSearchIsScan(values, normaliseName(value), floor);
    }
  });

  it('searches any dictionary as it compares', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 40 }),
        name,
        fc.oneof(fc.constantFrom(0.7, 0.85, 1), fc.double({ min: 0.01, max: 1, noNaN: true })),
        (values, value, floor) => {
          expectSearchIsScan(dictionary(values), value, floor);
          const [first] = values;
          if (first !== undefined) expectSearchIsScan(dictionary(values), first, floor);
        },
      ),
      { seed: 3, numRuns: 400 },
    );
  });
});

describe('scores worked out by hand', () => {
  it.each([
    ['exact', 'GARCIA', 'GARCIA', 1],
    ['exact', 'GARCIA', 'GARZIA', 0],
    // One substitution in six letters.
    ['levenshtein', 'GARCIA', 'GARZIA', 5 / 6],
    // One insertion; the longer has seven letters.
    ['levenshtein', 'JOHNSON', 'JONSON', 6 / 7],
    // A transposition is two edits.
    ['levenshtein', 'MARTHA', 'MARHTA', 4 / 6],
    ['levenshtein', 'LEE', 'KIM', 0],
    // Six of six in common, two in the other's place: Jaro (1 + 1 + 5/6) / 3 = 17/18; prefix MAR.
    ['jaro-winkler', 'MARTHA', 'MARHTA', 17 / 18 + (0.3 * 1) / 18],
    // Four of five, in order: Jaro (4/5 + 4/5 + 1) / 3 = 13/15; prefix SM.
    ['jaro-winkler', 'SMITH', 'SMYTH', 13 / 15 + (0.2 * 2) / 15],
    // Two of three and two of four, in order: Jaro (2/3 + 2/4 + 1) / 3 = 13/18 is above 0.7; prefix LE.
    ['jaro-winkler', 'LEE', 'LEVY', 13 / 18 + (0.2 * 5) / 18],
    // One of two: Jaro (1/2 + 1/2 + 1) / 3 = 2/3 is not above 0.7, so its prefix earns nothing.
    ['jaro-winkler', 'LI', 'LU', 2 / 3],
    ['jaro-winkler', 'LEE', 'KIM', 0],
    // Both are SM0 and XMT.
    ['double-metaphone', 'SMITH', 'SMYTH', 0.9],
    // SM0, XMT against XMT, SMT.
    ['double-metaphone', 'SMITH', 'SCHMIDT', 0.8],
    // K0RN, KTRN against KTRN.
    ['double-metaphone', 'CATHERINE', 'KATRINA', 0.8],
    ['double-metaphone', 'GARCIA', 'LOPEZ', 0],
    // One exchange of neighbours.
    ['damerau', 'MARTHA', 'MARHTA', 5 / 6],
    ['damerau', 'CA', 'ABC', 0],
    // Six of six in common, two in the other's place.
    ['jaro', 'MARTHA', 'MARHTA', 17 / 18],
    ['jaro', 'LI', 'LU', 2 / 3],
    // GA AR RC CI IA against GA AR RZ ZI IA.
    ['jaccard-bigram', 'GARCIA', 'GARZIA', 3 / 7],
    ['soundex', 'SMITH', 'SMYTHE', 0.9],
    ['soundex', 'CATHERINE', 'KATHERINE', 0],
    ['nysiis', 'CATHERINE', 'KATHERINE', 0.9],
    ['nysiis', 'SMITH', 'GARCIA', 0],
    ['token-sort', 'LOPEZ GARCIA', 'GARCIA LOPEZ', 1],
    ['token-sort', 'GARCIA', 'GARCIA LOPEZ', 12 / 18],
    ['token-set', 'GARCIA', 'GARCIA LOPEZ', 1],
    ['token-set', 'LEE', 'KIM', 0],
    ['nickname', 'WILLIAM', 'BILL', 0.95],
    ['nickname', 'JOSE LUIS', 'PEPE LUIS', 0.95],
    ['nickname', 'WILLIAM', 'WILLIAMS', 0],
  ])('%s of %s and %s', (id, a, b, score) => {
    expect(comparator(id).compare(a, b)).toBeCloseTo(score, 14);
  });
});
