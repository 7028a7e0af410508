/**
 * The surnames of a ZIP area's people as they are filed, in the order of their given names: the bearers of a given name
 * stand next to each other, each in a row of 32 bytes with all that a comparison looks at, so that whoever goes through
 * them reads memory from front to back. A surname is written out only when somebody asks for the bearers of its
 * given name: about one in six is on no list and has to be spelt first.
 */

import type { Dictionary } from '../matching/dictionary.ts';
import { letterMask, repeatedLetterMask } from '../text/letter-bag.ts';
import { repeatedLetters } from './letters-at-a-glance.ts';
import type { LocalNames } from './local-names.ts';

/** Bytes of a row, and words of four bytes. */
export const ROW_BYTES = 32;
export const ROW_WORDS = ROW_BYTES / 4;
/** Words of a row: the masks of text/letter-bag.ts, and where the surname comes from. */
export const LETTERS = 0;
export const REPEATED = 1;
/** Place on the national list; below 0, `-1 - n` for the n-th of the others. */
export const PLACE = 2;
/** Bytes of a row: the length, and from there on the surname itself, if it is not longer than `LONGEST_IN_ROW`. */
export const LENGTH = 12;
export const TEXT = 13;
export const LONGEST_IN_ROW = ROW_BYTES - TEXT;

/** By place in `givenNames.people`, wherever `layOut` was asked for the given name. */
export interface FiledSurnames {
  /** The national list. */
  readonly list: Dictionary;
  /** The rows, seen as bytes and as words. */
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  /** Surnames that are not on the list, or not as they are listed. */
  readonly others: readonly string[];
  /** Writes out the surnames of the bearers of a given name, by its code. */
  layOut(givenName: number): void;
}

/** How the surnames of one ZIP area are known, by person (row of the area). */
export interface SurnamesByPerson {
  /** Place on the national list of a surname that is filed as it is listed; `NOT_LISTED` otherwise. */
  listedAs(person: number): number;
  /** How it is written where it is not listed, in comparable form. */
  writtenAs(person: number): string;
}

/** What lays out the surnames of one ZIP area after the other: those of one are spoilt by the next. */
export function filedSurnamesMaker(
  list: Dictionary,
): (givenNames: LocalNames, surnames: SurnamesByPerson) => FiledSurnames {
  const repeatedInList = repeatedLetters(list.values);
  let words = new Int32Array(0);
  let bytes = new Uint8Array(0);
  return ({ people, starts, dictionary }, { listedAs, writtenAs }) => {
    if (words.length < people.length * ROW_WORDS) {
      words = new Int32Array(2 * people.length * ROW_WORDS);
      bytes = new Uint8Array(words.buffer);
    }
    const others: string[] = [];
    const rows = { words, bytes };
    const isLaidOut = new Uint8Array(dictionary.size);
    const fill = (at: number, place: number, length: number, letters: number, repeated: number) => {
      const word = at * ROW_WORDS;
      rows.words[word + LETTERS] = letters;
      rows.words[word + REPEATED] = repeated;
      rows.words[word + PLACE] = place;
      rows.bytes[at * ROW_BYTES + LENGTH] = length;
    };
    const fillListed = (at: number, place: number) => {
      const start = list.starts[place]!;
      const length = list.starts[place + 1]! - start;
      fill(at, place, length, list.letters[place]!, repeatedInList[place]!);
      if (length > LONGEST_IN_ROW) return;
      const to = at * ROW_BYTES + TEXT;
      for (let i = 0; i < length; i++) rows.bytes[to + i] = list.bytes[start + i]!;
    };
    const fillOther = (at: number, written: string) => {
      const { length } = written;
      fill(at, -others.push(written), length, letterMask(written), repeatedLetterMask(written));
      if (length > LONGEST_IN_ROW) return;
      const to = at * ROW_BYTES + TEXT;
      for (let i = 0; i < length; i++) rows.bytes[to + i] = written.charCodeAt(i);
    };
    return {
      ...rows,
      list,
      others,
      layOut(givenName) {
        if (isLaidOut[givenName] === 1) return;
        isLaidOut[givenName] = 1;
        for (let at = starts[givenName]!; at < starts[givenName + 1]!; at++) {
          const place = listedAs(people[at]!);
          if (place >= 0) fillListed(at, place);
          else fillOther(at, writtenAs(people[at]!));
        }
      },
    };
  };
}

/** The surname of a place that was laid out. */
export function surnameAt({ words, list, others }: FiledSurnames, at: number): string {
  const place = words[at * ROW_WORDS + PLACE]!;
  return place >= 0 ? list.values[place]! : others[-1 - place]!;
}
