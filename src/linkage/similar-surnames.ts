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

import type { Comparator, Scan, SimilarValues } from '../matching/comparator.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { canBeAlike, canStillBeAlike, neededLetters, seen } from './letters-at-a-glance.ts';
import type { NameRows } from './name-rows.ts';
import type { FoundPeople } from './search.ts';
import type { ZipNames } from './zip-names.ts';

/** What a search of surnames goes through. */
type Names = Pick<ZipNames, 'filedSurnames' | 'givenNames'>;

/**
 * Adds everybody with one of some given names whose surname is at or above the floor with a given one. The score is the
 * lower one, of the surname or the given name.
 */
type SurnameSearch = (surname: string, givenNames: SimilarValues, found: FoundPeople) => void;

/**
 * Turns to one ZIP area after another.
 * @param floor the lowest score of interest, above 0
 */
export function surnameSearch(comparator: Comparator, floor: number): (names: Names) => SurnameSearch {
  return comparator.scan === undefined ? byKeys(comparator, floor) : byLetters(comparator.scan, floor);
}

function byLetters(scan: Scan, floor: number): (names: Names) => SurnameSearch {
  const neededBy = neededLetters(scan, floor);
  const prepare = scan.preparer();
  return ({ filedSurnames, givenNames: { starts, people } }) => {
    const { seen: all, numbers, list, others, isLaidOut } = filedSurnames;
    return (surname, { codes, scores }, found) => {
      const { byLength, atAGlance } = neededBy(surname.length);
      const own = seen(surname);
      const ownRepeated = repeatedLetterMask(surname);
      const similarity = prepare(surname, byLength);
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        if (isLaidOut[code] === 0) filedSurnames.layOut(code);
        const end = starts[code + 1]!;
        for (let at = starts[code]!; at < end; at++) {
          const other = all[2 * at]!;
          if (!canBeAlike(own, other, atAGlance)) continue;
          if (!canStillBeAlike(own, ownRepeated, other, all[2 * at + 1]!, atAGlance)) continue;
          const number = numbers[at]!;
          const score =
            number >= 0 ? list.compare(number, similarity) : others.compare(-1 - number, similarity);
          if (score >= floor) found.add(people[at]!, Math.min(score, scores[i]!));
        }
      }
    };
  };
}

const NOT_KNOWN = 0;
const NO_KEY = 1;

function byKeys(comparator: Comparator, floor: number): (names: Names) => SurnameSearch {
  const { keysOf } = comparator;
  const keysOfListed = keyNumbers();
  const keysOfOthers = keyNumbers();
  return ({ filedSurnames, givenNames: { starts, people } }) => {
    const { numbers, list, others, isLaidOut } = filedSurnames;
    keysOfOthers.clear();
    return (surname, { codes, scores }, found) => {
      const [own, ownSecond] = numbersOf(keysOf?.(surname));
      const haveKeyInCommon = (first: number, second: number) =>
        first === NO_KEY ||
        own === NO_KEY ||
        first === own ||
        first === ownSecond ||
        (second !== NO_KEY && (second === own || second === ownSecond));
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        if (isLaidOut[code] === 0) filedSurnames.layOut(code);
        const ofListed = keysOfListed.of(list);
        const ofOthers = keysOfOthers.of(others);
        for (let at = starts[code]!; at < starts[code + 1]!; at++) {
          const number = numbers[at]!;
          const rows = number >= 0 ? list : others;
          const row = number >= 0 ? number : -1 - number;
          const known = number >= 0 ? ofListed : ofOthers;
          if (known[2 * row] === NOT_KNOWN) {
            [known[2 * row], known[2 * row + 1]] = numbersOf(keysOf?.(rows.values[row]!));
          }
          if (!haveKeyInCommon(known[2 * row]!, known[2 * row + 1]!)) continue;
          const score = comparator.compare(surname, rows.values[row]!);
          if (score >= floor) found.add(people[at]!, Math.min(score, scores[i]!));
        }
      }
    };
  };
}

/** Numbers of the first two keys of names: of number n at places 2n and 2n + 1, `NOT_KNOWN` until somebody asks. */
function keyNumbers() {
  let known = new Int32Array(0);
  return {
    of({ values }: NameRows): Int32Array {
      if (known.length < 2 * values.length) {
        const more = new Int32Array(4 * values.length);
        more.set(known);
        known = more;
      }
      return known;
    },
    clear(): void {
      known.fill(NOT_KNOWN);
    },
  };
}

/** More keys than two are as none: whoever has none is compared. */
function numbersOf(keys: readonly string[] = []): readonly [first: number, second: number] {
  return keys.length > 2 ? [NO_KEY, NO_KEY] : [numberOf(keys[0]), numberOf(keys[1])];
}

/** A number that follows from a key (FNV-1a), neither of the two that mean something else. */
function numberOf(key: string | undefined): number {
  if (key === undefined) return NO_KEY;
  let number = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) number = Math.imul(number ^ key.charCodeAt(i), 0x01000193);
  return number === NOT_KNOWN || number === NO_KEY ? 2 : number;
}
