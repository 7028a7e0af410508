import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canSwapDigits, digitReplaced, digitsSwapped } from '../../src/text/digit-errors.ts';
import {
  letterLeftOut,
  letterReplaced,
  lettersTransposed,
  letterTypedTwice,
  neighbouringKey,
} from '../../src/text/typing-errors.ts';
import { optimalStringAlignment } from './optimal-string-alignment.ts';

const kinds = { neighbouringKey, letterReplaced, letterTypedTwice, letterLeftOut, lettersTransposed };
const word = fc.nat(2 ** 32 - 1);
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ABCÑÉ -'), maxLength: 10 }),
  fc.constantFrom('NÚÑEZ', "O'BRIEN", 'DE LA CRUZ', 'Đ', '李小龍', 'A', 'AA', ''),
);
/** Words that choose evenly among up to a few dozen things. */
const sweep = Array.from({ length: 40 }, (_, i) => Math.floor((i / 40) * 2 ** 32));
/** Everything that an error may make of a text. */
const outcomes = (make: (value: string, place: number, choice: number) => string, value: string) =>
  [...new Set(sweep.flatMap((place) => sweep.map((choice) => make(value, place, choice))))].sort();

describe.each(Object.entries(kinds))('%s', (kind, { can, make }) => {
  it('is one edit of the optimal string alignment distance, and leaves no word empty', () => {
    fc.assert(
      fc.property(name, word, word, (value, place, choice) => {
        if (!can(value)) return;
        const after = make(value, place, choice);
        expect(optimalStringAlignment(value, after)).toBe(1);
        expect(after.split(' ').length).toBe(value.split(' ').length);
        const longer = { letterTypedTwice: 1, letterLeftOut: -1 }[kind] ?? 0;
        expect([...after].length - [...value].length).toBe(longer);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('has nothing to do with a text that has no letters', () => {
    expect(['', ' ', '123', '-'].map(can)).toEqual([false, false, false, false]);
  });
});

it('a neighbouring key touches the letter on the keyboard', () => {
  const rows = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
  /** Keys on a plane, each row half a key to the right of the one above. */
  const position = (letter: string) => {
    const row = rows.findIndex((keys) => keys.includes(letter));
    return { x: rows[row]!.indexOf(letter) + row / 2, y: row };
  };
  for (const letter of rows.join('')) {
    const near = [...rows.join('')].filter((other) => {
      const [a, b] = [position(letter), position(other)];
      return other !== letter && Math.hypot(a.x - b.x, a.y - b.y) < 1.2;
    });
    expect(outcomes(neighbouringKey.make, letter)).toEqual(near.sort());
  }
});

it.each([
  ['letterReplaced', letterReplaced, 'A', [...'BCDEFGHIJKLMNOPQRSTUVWXYZ']],
  ['letterTypedTwice', letterTypedTwice, 'A', ['AA', 'AQ', 'AS', 'AW', 'AZ']],
  ['letterLeftOut', letterLeftOut, 'O LEE', ['O EE', 'O LE']],
  ['lettersTransposed', lettersTransposed, 'ANNA Ñ', ['ANAN Ñ', 'NANA Ñ']],
  ['lettersTransposed', lettersTransposed, 'ÑU', ['UÑ']],
])('%s reaches every place and choice, and no other: %#', (_, { make }, value, expected) => {
  expect(outcomes(make, value)).toEqual(expected);
});

it('a letter is left out only of a word of two or more; letters are exchanged only where they differ', () => {
  expect(['A', 'A B', 'Ñ', 'AB', 'AÑ'].map(letterLeftOut.can)).toEqual([false, false, false, true, true]);
  expect(['A', 'AAA', 'A B', 'A-B', 'AAB'].map(lettersTransposed.can)).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

describe('digits', () => {
  it('a digit is replaced by each of the nine others', () => {
    expect([...new Set(sweep.map((choice) => digitReplaced('APT 4', 4, choice)))].sort()).toEqual(
      [...'012356789'].map((digit) => `APT ${digit}`),
    );
  });

  it('two neighbouring digits are exchanged, never to a leading zero', () => {
    expect(['', '7', '11', '10', '200', 'A1'].map(canSwapDigits)).toEqual(Array(6).fill(false));
    const swaps = (number: string) =>
      [...new Set(sweep.map((choice) => digitsSwapped(number, choice)))].sort();
    expect(swaps('12')).toEqual(['21']);
    expect(swaps('1203')).toEqual(['1023', '1230', '2103']);
    expect(swaps('101')).toEqual(['110']);
  });
});
