/**
 * Search `token-set`: everybody is looked at, but most only by the letters of their name.
 *
 * Let A be the words of the request and B0 those of the taxpayer without the middle name, which the return shows as one
 * letter at most; a and b their lengths as strings, words parted by spaces. A2 are the words of A of more than one
 * letter; the others take `spare` letters and spaces. The score is the best of three: the longest common subsequence of
 * both strings, common words in front, x letters, as 2x / (a + b); and the words in common, s letters, as 2s / (s + a) and
 * 2s / (s + b); it is 1 where one has all the words of the other. Why the bounds hold:
 * - Taking a word of one letter and its space out of a string makes x smaller by 2 at most. So x is at most x2 +
 *   `spare` + 2, x2 being that of A2 and B0, and the middle initial also makes b greater by 2.
 * - x2 is at most the sum of what A2 shares with the given name and with the surname, each worked out once for a request
 *   however many people bear it, and 1 for the space between. This is asked where A and B0 have no word in common, and
 *   then x2 itself; it does not matter if a word that is in both names counts twice.
 * - With a word in common, whose place in the string depends on the request: each letter that only A2 has is without a
 *   partner, and so is a second one where B0 has one.
 * - s is at most what the words that A and B0 have in common take, and `spare`.
 */

import { commonSubsequence, commonSubsequenceQuery } from '../../text/indel.ts';
import { letterMask, missingLetters, repeatedLetterMask } from '../../text/letter-bag.ts';
import { normaliseName } from '../../text/normalise.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { sortedWords } from '../../text/token-sort.ts';
import type { LocalNames } from '../local-names.ts';
import type { LocalWords } from '../local-words.ts';
import type { Search, SearchedPeople, SearchedRequest, SearchOptions } from '../search.ts';
import { nobody } from './nobody.ts';

const SPACE = letterMask(' ');
/** What a middle initial adds to a name: its letter, and a space. */
const INITIAL = 2;

export function tokenSet({ matcher, floor }: SearchOptions): Search {
  return (people) => {
    const { surnames, givenNames, surnameWords, givenNameWords } = people.names;
    const count = people.names.people;
    const letters = nameLetters(people);
    const { length: lengths } = letters;
    const [surnameCodes, givenCodes] = [surnames.codes, givenNames.codes];
    const written = namesWritten(people);
    const surnamesSorted = sortedNames(surnames);
    const givenNamesSorted = sortedNames(givenNames);
    const sharedBySurname = new Uint8Array(surnames.dictionary.size);
    const sharedByGivenName = new Uint8Array(givenNames.dictionary.size);
    // Letters and spaces of the words in common with the request in hand, if the stamp is its own.
    const common = new Int32Array(count);
    const stamps = new Int32Array(count);
    let stamp = 0;
    let bytes = new Uint8Array(128);
    const mark = (local: LocalWords, names: LocalNames, word: string) => {
      const code = local.dictionary.codeOf(word);
      if (code < 0) return;
      for (let at = local.starts[code]!; at < local.starts[code + 1]!; at++) {
        const name = local.names[at]!;
        for (let b = names.starts[name]!; b < names.starts[name + 1]!; b++) {
          const person = names.people[b]!;
          if (stamps[person] !== stamp) common[person] = 0;
          stamps[person] = stamp;
          common[person]! += word.length + 1;
        }
      }
    };

    return (request, found) => {
      const asked = wordsOf(request);
      if (asked.length === 0) return;
      const long = asked.filter((word) => word.length > 1);
      const length = asked.join(' ').length;
      const own = long.join(' ');
      const spare = length - own.length;
      const once = letterMask(own) | SPACE;
      const twice = repeatedLetterMask(own) | SPACE;
      const fromShared = (shared: number, other: number) =>
        (2 * (shared + spare + INITIAL)) / (length + other + INITIAL);
      const fromCommon = (letters: number, other: number) =>
        (2 * (letters + spare)) / (letters + spare + Math.min(length, other));
      const sharedWith = commonSubsequenceQuery(own);
      stamp += 1;
      for (const word of asked) {
        mark(surnameWords(), surnames, word);
        mark(givenNameWords(), givenNames, word);
      }

      const canReach = (person: number, isFar: boolean): boolean => {
        const hasCommon = stamps[person] === stamp;
        const { words: theirs, whole } = written(person);
        if (!hasCommon) {
          const { length: size } = whole;
          if (size > bytes.length) bytes = new Uint8Array(2 * size);
          for (let i = 0; i < size; i++) bytes[i] = whole.charCodeAt(i);
          return fromShared(sharedWith(bytes, 0, size), size) >= floor;
        }
        if (isFar && fromCommon(common[person]!, whole.length) < floor) return false;
        const both = theirs.filter((word) => asked.includes(word));
        if (both.length === theirs.length || both.some((word) => word.length === 1)) return true;
        if (long.every((word) => both.includes(word))) return true;
        const inFront = (all: readonly string[]) =>
          [...both, ...all.filter((word) => !both.includes(word))].join(' ');
        const shared = commonSubsequence(inFront(long), inFront(theirs));
        return (
          fromShared(shared, whole.length) >= floor ||
          fromCommon(both.join(' ').length, whole.length) >= floor
        );
      };
      sharedParts(surnamesSorted, sharedWith, sharedBySurname);
      sharedParts(givenNamesSorted, sharedWith, sharedByGivenName);
      const needed = fewestShared((shared, other) => fromShared(shared, Math.max(shared, other)) >= floor);
      for (let person = 0; person < count; person++) {
        const other = lengths[person]!;
        let isFar = false;
        if (stamps[person] !== stamp) {
          const most = sharedByGivenName[givenCodes[person]!]! + sharedBySurname[surnameCodes[person]!]! + 1;
          if (most < needed(other)) continue;
        } else {
          const most =
            own.length -
            missingLetters(once, letters.once[person]!) -
            missingLetters(twice, letters.twice[person]!);
          isFar = most < needed(other);
        }
        if (!canReach(person, isFar)) continue;
        const score = matcher.score(request.record, {
          ...nobody,
          surname: surnames.dictionary.values[surnames.codes[person]!]!,
          givenName: givenNames.dictionary.values[givenNames.codes[person]!]!,
          middleName: people.middleName(person),
        });
        if (score >= floor) found.add(person, score);
      }
    };
  };
}

/** The different words of a request in their order; none without surname or given name, which scores 0. */
function wordsOf({ record, givenName }: SearchedRequest): readonly string[] {
  const { surname } = splitSuffix(record.surname);
  if (givenName === '' || surname === '') return [];
  return [...new Set(sortedWords(`${givenName} ${normaliseName(record.middleName)} ${surname}`))];
}

/** By length of the other name: the fewest letters in common that suffice; each worked out once. */
function fewestShared(suffices: (shared: number, other: number) => boolean): (other: number) => number {
  const known = new Uint8Array(128);
  return (other) => {
    if (known[other] === 0) {
      let shared = 1;
      while (shared < 255 && !suffices(shared, other)) shared++;
      known[other] = shared;
    }
    return known[other]!;
  };
}

/** Names as bytes, the words of each in their order: the dictionary's own layout. */
function sortedNames({ dictionary: { values, bytes, starts } }: LocalNames) {
  const sorted = bytes.slice();
  values.forEach((value, code) => {
    if (!value.includes(' ')) return;
    const written = sortedWords(value).join(' ');
    for (let i = 0; i < written.length; i++) sorted[starts[code]! + i] = written.charCodeAt(i);
  });
  return { bytes: sorted, starts };
}

/** By code: how much of each name is shared. */
function sharedParts(
  { bytes, starts }: ReturnType<typeof sortedNames>,
  sharedWith: ReturnType<typeof commonSubsequenceQuery>,
  into: Uint8Array,
): void {
  for (let code = 0; code < into.length; code++)
    into[code] = sharedWith(bytes, starts[code]!, starts[code + 1]!);
}

/** By person, of the whole name but for the middle name, as masks: the letters, and those that are there twice or more. */
interface NameLetters {
  readonly once: Int32Array;
  readonly twice: Int32Array;
  /** Of two different names of one word each the length of both; else 0: a word may be there twice, or a suffix. */
  readonly length: Int32Array;
}

function nameLetters({ names: { people, surnames, givenNames } }: SearchedPeople): NameLetters {
  const [once, twice, length] = [new Int32Array(people), new Int32Array(people), new Int32Array(people)];
  const repeated = (names: LocalNames) => Int32Array.from(names.dictionary.values, repeatedLetterMask);
  const hasOneWord = (names: LocalNames) =>
    Uint8Array.from(names.dictionary.values, (value) => (value.includes(' ') ? 0 : 1));
  const [surnameTwice, givenTwice] = [repeated(surnames), repeated(givenNames)];
  const [surnameIsOne, givenIsOne] = [hasOneWord(surnames), hasOneWord(givenNames)];
  const lengthIn = ({ dictionary: { starts } }: LocalNames, code: number) =>
    starts[code + 1]! - starts[code]!;
  for (let person = 0; person < people; person++) {
    const surname = surnames.codes[person]!;
    const given = givenNames.codes[person]!;
    const [a, b] = [surnames.dictionary.letters[surname]!, givenNames.dictionary.letters[given]!];
    once[person] = a | b | SPACE;
    twice[person] = surnameTwice[surname]! | givenTwice[given]! | (a & b) | SPACE;
    const isSame = a === b && surnames.dictionary.values[surname] === givenNames.dictionary.values[given];
    if (surnameIsOne[surname] && givenIsOne[given] && !isSame) {
      length[person] = lengthIn(surnames, surname) + lengthIn(givenNames, given) + 1;
    }
  }
  return { once, twice, length };
}

/** The different words of a person's name but for the middle name, in their order, and the string of them. */
interface Written {
  readonly words: readonly string[];
  readonly whole: string;
}

function namesWritten({ names: { surnames, givenNames } }: SearchedPeople): (person: number) => Written {
  const known: (Written | undefined)[] = [];
  const write = (person: number): Written => {
    const surname = surnames.dictionary.values[surnames.codes[person]!]!;
    const givenName = givenNames.dictionary.values[givenNames.codes[person]!]!;
    const isOneEach = !surname.includes(' ') && !givenName.includes(' ') && surname !== givenName;
    const words = isOneEach
      ? surname < givenName
        ? [surname, givenName]
        : [givenName, surname]
      : [...new Set(sortedWords(`${givenName} ${splitSuffix(surname).surname}`))];
    return { words, whole: words.join(' ') };
  };
  return (person) => {
    known[person] ??= write(person);
    return known[person];
  };
}
