/**
 * Which of some people bear a surname like a given one. The people stand next to each other in the columns of
 * filed-surnames.ts; most are passed over at a glance, by what their surnames cannot have in common with the given one:
 *
 * - with a comparator of characters, the letters that only one of the two has leave too few for the floor
 *   (letters-at-a-glance.ts);
 * - with one of keys, such as sounds, no key is the same. Keys are held as numbers that follow from them; should two
 *   keys have the same number, the comparison that comes after tells them apart.
 *
 * With any other comparator everybody is compared.
 */

import type { Comparator, Scan } from '../matching/comparator.ts';
import {
  type FiledSurnames,
  LENGTH,
  LETTERS,
  LONGEST_IN_ROW,
  PLACE,
  REPEATED,
  ROW_BYTES,
  ROW_WORDS,
  surnameAt,
  TEXT,
} from './filed-surnames.ts';
import { glanceOf, neededLetters } from './letters-at-a-glance.ts';
import type { FoundPeople } from './search.ts';

/** Adds the places from `first` up to `end` whose surname is at or above the floor, with the score. */
type SimilarSurnames = (first: number, end: number, near: FoundPeople) => void;

/** Turns to one ZIP area after another, and prepares a surname, not empty, for being held against those there. */
type SurnameSearch = (filed: FiledSurnames) => (surname: string) => SimilarSurnames;

/** @param floor the lowest score of interest, above 0 */
export function surnameSearch(comparator: Comparator, floor: number): SurnameSearch {
  return comparator.scan === undefined ? byKeys(comparator, floor) : byLetters(comparator.scan, floor);
}

function byLetters(scan: Scan, floor: number): SurnameSearch {
  const neededBy = neededLetters(scan, floor);
  const prepare = scan.preparer();
  let long = new Uint8Array(2 * LONGEST_IN_ROW);
  return (filed) => (surname) => {
    const { bytes, words } = filed;
    const needed = neededBy(surname.length);
    const canBeAlike = glanceOf(surname, needed);
    const similarity = prepare(surname, needed);
    const similarityToLong = (value: string) => {
      if (value.length > long.length) long = new Uint8Array(2 * value.length);
      for (let i = 0; i < value.length; i++) long[i] = value.charCodeAt(i);
      return similarity(long, 0, value.length);
    };
    return (first, end, near) => {
      for (let at = first; at < end; at++) {
        const length = bytes[at * ROW_BYTES + LENGTH]!;
        const word = at * ROW_WORDS;
        if (!canBeAlike(length, words[word + LETTERS]!, words[word + REPEATED]!)) continue;
        const text = at * ROW_BYTES + TEXT;
        const score =
          length <= LONGEST_IN_ROW
            ? similarity(bytes, text, text + length)
            : similarityToLong(surnameAt(filed, at));
        if (score >= floor) near.add(at, score);
      }
    };
  };
}

/** Numbers of the first two keys of values, by place; `NOT_KNOWN` until asked for. */
interface KeyNumbers {
  first: Int32Array;
  second: Int32Array;
}

const NOT_KNOWN = 0;
const NO_KEY = 1;

function byKeys(comparator: Comparator, floor: number): SurnameSearch {
  const { keysOf } = comparator;
  const numbersOf = (value: string): readonly [first: number, second: number] => {
    const keys = keysOf?.(value) ?? [];
    // More keys than there is room for are as none: whoever has none is compared.
    return keys.length > 2 ? [NO_KEY, NO_KEY] : [numberOf(keys[0]), numberOf(keys[1])];
  };
  const noNumbers = (size: number): KeyNumbers => ({
    first: new Int32Array(size),
    second: new Int32Array(size),
  });
  const listed = noNumbers(0);
  return (filed) => {
    const { list, words, others } = filed;
    if (listed.first.length === 0) Object.assign(listed, noNumbers(list.size));
    const here = noNumbers(0);
    const makeRoom = () => {
      const { first, second } = here;
      Object.assign(here, noNumbers(2 * others.length));
      here.first.set(first);
      here.second.set(second);
    };
    return (surname) => {
      const [own, ownSecond] = numbersOf(surname);
      const canBeAlike = (numbers: KeyNumbers, place: number, values: readonly string[]) => {
        if (numbers.first[place] === NOT_KNOWN) {
          [numbers.first[place], numbers.second[place]] = numbersOf(values[place]!);
        }
        const first = numbers.first[place]!;
        if (first === NO_KEY || own === NO_KEY || first === own || first === ownSecond) return true;
        const second = numbers.second[place]!;
        return second !== NO_KEY && (second === own || second === ownSecond);
      };
      return (from, end, near) => {
        if (here.first.length < others.length) makeRoom();
        for (let at = from; at < end; at++) {
          const place = words[at * ROW_WORDS + PLACE]!;
          if (!(place >= 0 ? canBeAlike(listed, place, list.values) : canBeAlike(here, -1 - place, others)))
            continue;
          const score = comparator.compare(surname, surnameAt(filed, at));
          if (score >= floor) near.add(at, score);
        }
      };
    };
  };
}

/** A number that follows from a key (FNV-1a), neither of the two that mean something else. */
function numberOf(key: string | undefined): number {
  if (key === undefined) return NO_KEY;
  let number = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) number = Math.imul(number ^ key.charCodeAt(i), 0x01000193);
  return number === NOT_KNOWN || number === NO_KEY ? 2 : number;
}
