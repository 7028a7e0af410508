/**
 * Errors of the hand that types: each changes one place of a text and is one edit of the optimal string alignment
 * distance (substitution, insertion, deletion, or exchange of two neighbours). They act on letters only, and never
 * leave a word empty.
 *
 * Convention: random words are given by the caller: the first chooses the place, the second what is written there.
 * Places and choices are equally likely. Each function is called only where its `can` counterpart is true.
 *
 * Reference for the four kinds: Damerau, "A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7 (1964), who found that they make up over 80% of spelling errors.
 */

import { below } from '../random/stream.ts';

/** A way to mistype a text. */
export interface TypingError {
  /** Whether the text has a place for it. */
  can(value: string): boolean;
  /** The text with the error in it, which is always another text. */
  make(value: string, placeWord: number, choiceWord: number): string;
}

/** Rows of a US keyboard; each row stands about half a key to the right of the one above. */
const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The keys that touch a key, from A to Z. */
const neighbours: ReadonlyMap<string, readonly string[]> = new Map(
  ROWS.flatMap((row, r) =>
    [...row].map((letter, c) => {
      const near = [
        row[c - 1],
        row[c + 1],
        ROWS[r - 1]?.[c],
        ROWS[r - 1]?.[c + 1],
        ROWS[r + 1]?.[c - 1],
        ROWS[r + 1]?.[c],
      ];
      return [letter, near.filter((key) => key !== undefined)] as const;
    }),
  ),
);

const placesOf = (value: string, pattern: RegExp) =>
  Array.from(value.matchAll(pattern), ({ index }) => index);
const spliced = (value: string, start: number, length: number, text: string) =>
  value.slice(0, start) + text + value.slice(start + length);

/** An error at one of the places where a pattern of single UTF-16 units begins. */
function errorAt(
  pattern: RegExp,
  make: (value: string, place: number, choiceWord: number) => string,
): TypingError {
  return {
    can: (value) => value.search(pattern) >= 0,
    make(value, placeWord, choiceWord) {
      const places = placesOf(value, pattern);
      return make(value, places[below(placeWord, places.length)]!, choiceWord);
    },
  };
}

/** A letter replaced by one that touches it on the keyboard. */
export const neighbouringKey = errorAt(/[A-Z]/g, (value, place, choiceWord) => {
  const near = neighbours.get(value[place]!)!;
  return spliced(value, place, 1, near[below(choiceWord, near.length)]!);
});

/** A letter replaced by any other. */
export const letterReplaced = errorAt(/[A-Z]/g, (value, place, choiceWord) => {
  const others = LETTERS.replace(value[place]!, '');
  return spliced(value, place, 1, others[below(choiceWord, others.length)]!);
});

/** One key too many: a letter typed twice, or a neighbouring key struck with it; one as likely as the other. */
export const letterTypedTwice = errorAt(/[A-Z]/g, (value, place, choiceWord) => {
  const letter = value[place]!;
  const near = neighbours.get(letter)!;
  const choice = below(choiceWord, 2 * near.length);
  return spliced(value, place + 1, 0, near[choice] ?? letter);
});

/** A letter left out of a word of two or more. */
export const letterLeftOut = errorAt(/[A-Z](?=\p{L})|(?<=\p{L})[A-Z]/gu, (value, place) =>
  spliced(value, place, 1, ''),
);

/** A letter before a different letter: the first matched, the second looked at. */
const PAIR = /(\p{L})(?!\1)(?=(\p{L}))/gu;

/** Two neighbouring, different letters in each other's place. */
export const lettersTransposed: TypingError = {
  can: (value) => value.search(PAIR) >= 0,
  make(value, placeWord) {
    const pairs = [...value.matchAll(PAIR)];
    const { index, 1: first, 2: second } = pairs[below(placeWord, pairs.length)]!;
    return spliced(value, index, first!.length + second!.length, `${second}${first}`);
  },
};
