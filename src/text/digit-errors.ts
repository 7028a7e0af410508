/**
 * Errors in numbers that are written as digits: one digit replaced by another, or two neighbours exchanged. Each is one
 * edit of the optimal string alignment distance and keeps the length. The caller gives the random words and calls a
 * function only where its `can` counterpart is true.
 */

import { below } from '../random/stream.ts';

const DIGITS = '0123456789';
/** A digit before a different one, but none that would bring a zero to the front. */
const PAIR = /(?<!\d)([1-9])(?!\1)(?=[1-9])|(?<=\d)(\d)(?!\2)(?=\d)/g;

/** The text with the digit at `place` replaced by one of the nine others, by a word. */
export function digitReplaced(value: string, place: number, choiceWord: number): string {
  const others = DIGITS.replace(value[place]!, '');
  return value.slice(0, place) + others[below(choiceWord, others.length)]! + value.slice(place + 1);
}

/** Whether the text has two neighbouring, different digits that can be exchanged without a leading zero. */
export function canSwapDigits(value: string): boolean {
  return value.search(PAIR) >= 0;
}

/** The text with two neighbouring digits exchanged; every pair is equally likely. */
export function digitsSwapped(value: string, word: number): string {
  const places = Array.from(value.matchAll(PAIR), ({ index }) => index);
  const place = places[below(word, places.length)]!;
  return value.slice(0, place) + value[place + 1]! + value[place]! + value.slice(place + 2);
}
