/**
 * Characters that a scanner takes for others of the same shape, in upper case. A pair stands for both directions.
 *
 * Reference: the kinds of confusion are those that the GeCO data generator lists (Tran, Vatsalan & Christen, "GeCo: an
 * online personal data generator and corruptor", CIKM 2013), cut down to capitals and digits as forms have them.
 */

import { below } from '../random/stream.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['0', 'O'],
  ['0', 'D'],
  ['0', 'Q'],
  ['1', 'I'],
  ['1', 'L'],
  ['2', 'Z'],
  ['4', 'A'],
  ['5', 'S'],
  ['6', 'G'],
  ['7', 'T'],
  ['8', 'B'],
  ['I', 'L'],
  ['O', 'Q'],
  ['O', 'D'],
  ['C', 'G'],
  ['E', 'F'],
  ['F', 'P'],
  ['U', 'V'],
  ['V', 'Y'],
  ['RN', 'M'],
  ['VV', 'W'],
  ['CL', 'D'],
  ['LI', 'U'],
  ['IJ', 'U'],
  ['13', 'B'],
  ['12', 'R'],
  ['17', 'N'],
];

const confusions: readonly (readonly [seen: string, read: string])[] = PAIRS.flatMap(
  ([one, other]): (readonly [string, string])[] => [
    [one, other],
    [other, one],
  ],
);

interface Misreading {
  readonly place: number;
  readonly seen: string;
  readonly read: string;
}

function misreadings(value: string): readonly Misreading[] {
  return confusions.flatMap(([seen, read]) => {
    const places: Misreading[] = [];
    for (let place = value.indexOf(seen); place >= 0; place = value.indexOf(seen, place + 1)) {
      places.push({ place, seen, read });
    }
    return places;
  });
}

/** Whether a scanner may misread anything in the text. */
export function canBeMisread(value: string): boolean {
  return confusions.some(([seen]) => value.includes(seen));
}

/** The text with one character, or pair of characters, misread; every possible misreading is equally likely. */
export function misread(value: string, word: number): string {
  const possible = misreadings(value);
  const { place, seen, read } = possible[below(word, possible.length)]!;
  return value.slice(0, place) + read + value.slice(place + seen.length);
}
