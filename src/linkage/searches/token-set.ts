/**
 * Search `token-set`: what each name shares with the request is worked out once; only people whose two names can
 * together share enough are looked at.
 *
 * Let A be the words of the request and B0 those of the taxpayer without the middle name, which the return shows as one
 * letter at most; a and b their lengths as strings, words parted by spaces. A2 are the words of A of more than one
 * letter; the others take `spare` letters and spaces. The score is the best of three: the longest common subsequence of
 * both strings, common words in front, x letters, as 2x / (a + b); and the words in common, s letters, as 2s / (s + a) and
 * 2s / (s + b); it is 1 where one has all the words of the other. Why the bounds hold:
 * - Taking a word of one letter and its space out of a string makes x smaller by 2 at most. So x is at most x2 +
 *   `spare` + 2, x2 being that of A2 and B0, and the middle initial also makes b greater by 2.
 * - x2 is at most the sum of what A2 shares with the given name and with the surname and 1 for the space between, where A
 *   and B0 have no word in common. As b is a sum of the same kind, so is what is wanted: each name has a number, and
 *   the two numbers of a person must reach a third. What A2 shares with a surname is at most its letters that A2 has.
 * - With a word in common x2 is these words, a space, and what the rests share; s is at most these words and `spare`.
 * A person with a word in both names is shorter than the sum: such people are few, and are always looked at.
 */

import { commonSubsequenceQuery } from '../../text/indel.ts';
import { letterMask, missingLetters, repeatedLetterMask } from '../../text/letter-bag.ts';
import { normaliseName } from '../../text/normalise.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { queryRests, tokenSetQuery, wordsIn } from '../../text/token-set-query.ts';
import { sortedWords } from '../../text/token-sort.ts';
import type { LocalNames } from '../local-names.ts';
import type { LocalWords } from '../local-words.ts';
import { peopleWithWordTwice, type SortedNames, sortedNames, wordsOfPeople } from '../name-words.ts';
import type { Search, SearchedRequest, SearchOptions } from '../search.ts';

/** What a middle initial adds to a name: its letter, and a space. */
const INITIAL = 2;
const SPACE = letterMask(' ');
/** The numbers of names are held as whole ones, in parts of a letter, rounded up. */
const PARTS = 64;
/** The number of a name that has a word in common with the request. */
const NEVER = -32768;

export function tokenSet({ floor }: SearchOptions): Search {
  const perLetter = floor / 2;
  return (people) => {
    const { surnames, givenNames, surnameWords, givenNameWords } = people.names;
    const count = people.names.people;
    const surnameBytes = sortedNames(surnames);
    const givenBytes = sortedNames(givenNames);
    const wordsOf = wordsOfPeople(people.names, surnameBytes, givenBytes);
    const withWordTwice = peopleWithWordTwice(people.names);
    const ofSurname = new Int16Array(surnames.dictionary.size);
    const ofGivenName = new Int16Array(givenNames.dictionary.size);
    const surnamesByGivenName = givenNames.people.map((person) => surnames.codes[person]!);
    const mostOfSurname = Int16Array.from(surnames.dictionary.values, (_, code) =>
      Math.ceil(PARTS * (1 - perLetter) * (surnameBytes.ends[code]! - surnameBytes.starts[code]!)),
    );
    const stamps = new Int32Array(count);
    let stamp = 0;
    let written = new Uint8Array(128);
    const put = ({ bytes, starts, ends }: SortedNames, code: number, at: number): number => {
      let to = at;
      for (let from = starts[code]!; from < ends[code]!; from++) written[to++] = bytes[from]!;
      return to;
    };
    /** All words of two names without a word in common, sorted, `size` characters in `written`. */
    const write = (surname: number, given: number, person: number, size: number): void => {
      if (size > written.length) written = new Uint8Array(2 * size);
      if (surnameBytes.isOne[surname] && givenBytes.isOne[given]) {
        const isFirst = surnames.dictionary.values[surname]! < givenNames.dictionary.values[given]!;
        const end = isFirst ? put(surnameBytes, surname, 0) : put(givenBytes, given, 0);
        written[end] = 32;
        if (isFirst) put(givenBytes, given, end + 1);
        else put(surnameBytes, surname, end + 1);
      } else {
        const whole = wordsOf(person).join(' ');
        for (let i = 0; i < size; i++) written[i] = whole.charCodeAt(i);
      }
    };

    return (request, found) => {
      const asked = wordsOfRequest(request);
      if (asked.length === 0) return;
      const long = asked.filter((word) => word.length > 1);
      const length = asked.join(' ').length;
      const own = long.join(' ');
      const spare = length - own.length;
      const longRest = queryRests(long);
      const scoreOf = tokenSetQuery(asked);
      const fromShared = (shared: number, other: number) =>
        (2 * (shared + spare + INITIAL)) / (length + other + INITIAL);
      const fromCommon = (letters: number, other: number) =>
        (2 * (letters + spare)) / (letters + spare + Math.min(length, other));

      const canReach = (words: readonly string[]): boolean => {
        const left = words.filter((word) => !asked.includes(word));
        if (left.length === 0) return true;
        if (words.some((word) => word.length === 1 && asked.includes(word))) return true;
        const inCommon = wordsIn(long, words);
        const { common, rest, sharedWith } = longRest(inCommon);
        if (rest === 0) return true;
        const front = inCommon === 0 ? 0 : common + 1;
        let other = front + left.length - 1;
        for (const word of left) other += word.length;
        return fromCommon(common, other) >= floor || fromShared(front + sharedWith(left), other) >= floor;
      };
      stamp += 1;
      const look = (person: number) => {
        if (stamps[person] === stamp) return;
        stamps[person] = stamp;
        const words = wordsOf(person);
        if (!canReach(words)) return;
        const score = scoreOf(withMiddleName(words, people.middleName(person)));
        if (score >= floor) found.add(person, score);
      };

      const commonSurnames = bearing(asked, surnameWords(), surnames, look);
      const commonGivenNames = bearing(asked, givenNameWords(), givenNames, look);
      withWordTwice.forEach(look);
      if (own === '' || (spare > 0 && fromInitial(length) >= floor)) {
        for (let person = 0; person < count; person++) look(person);
        return;
      }

      const sharedWith = commonSubsequenceQuery(own);
      const mask = letterMask(own) | SPACE;
      const wanted = Math.floor(PARTS * (perLetter * (length + 1 + INITIAL) - 1 - spare - INITIAL)) - 1;
      let best = NEVER;
      for (let code = 0; code < ofGivenName.length; code++) {
        const [start, end] = [givenBytes.starts[code]!, givenBytes.ends[code]!];
        const shared = sharedWith(givenBytes.bytes, start, end);
        const number = Math.ceil(PARTS * (shared - perLetter * (end - start)));
        ofGivenName[code] = number;
        if (number > best && !commonGivenNames.has(code)) best = number;
      }
      for (const code of commonGivenNames) ofGivenName[code] = NEVER;
      for (let code = 0; code < ofSurname.length; code++) {
        const [start, end] = [surnameBytes.starts[code]!, surnameBytes.ends[code]!];
        const most = mostOfSurname[code]! - PARTS * missingLetters(surnameBytes.letters[code]!, mask);
        ofSurname[code] = NEVER;
        if (most + best < wanted) continue;
        const shared = sharedWith(surnameBytes.bytes, start, end);
        ofSurname[code] = Math.ceil(PARTS * (shared - perLetter * (end - start)));
      }
      for (const code of commonSurnames) ofSurname[code] = NEVER;

      const repeated = repeatedLetterMask(own);
      const lookCloser = (person: number, given: number, surname: number) => {
        const size = surnameBytes.length(surname) + 1 + givenBytes.length(given);
        const [inSurname, inGiven] = [surnameBytes.letters[surname]!, givenBytes.letters[given]!];
        const twice = surnameBytes.repeated[surname]! | givenBytes.repeated[given]! | (inSurname & inGiven);
        const most =
          own.length -
          missingLetters(mask, inSurname | inGiven | SPACE) -
          missingLetters(repeated, twice | SPACE);
        if (fromShared(most, size) < floor) return;
        write(surname, given, person, size);
        if (fromShared(sharedWith(written, 0, size), size) >= floor) look(person);
      };
      for (let given = 0; given < ofGivenName.length; given++) {
        const least = wanted - ofGivenName[given]!;
        if (ofGivenName[given]! === NEVER) continue;
        const end = givenNames.starts[given + 1]!;
        for (let at = givenNames.starts[given]!; at < end; at++) {
          const surname = surnamesByGivenName[at]!;
          if (ofSurname[surname]! >= least) lookCloser(givenNames.people[at]!, given, surname);
        }
      }
    };
  };
}

/** Calls back for everybody with one of these words in their names of one kind; the codes of these names. */
function bearing(
  asked: readonly string[],
  { dictionary, starts, names: having }: LocalWords,
  names: LocalNames,
  visit: (person: number) => void,
): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const word of asked) {
    const code = dictionary.codeOf(word);
    if (code < 0) continue;
    for (let at = starts[code]!; at < starts[code + 1]!; at++) codes.add(having[at]!);
  }
  for (const code of codes) {
    for (let at = names.starts[code]!; at < names.starts[code + 1]!; at++) visit(names.people[at]!);
  }
  return codes;
}

/** The highest score by a middle initial alone: the letter, against names of `length` and of two words at the least. */
const fromInitial = (length: number) => 2 / (1 + Math.min(length, 3 + INITIAL));

function withMiddleName(words: readonly string[], middleName: string): readonly string[] {
  const middle = normaliseName(middleName);
  return middle === '' ? words : [...new Set([...words, ...middle.split(' ')].sort())];
}

/** The different words of a request in their order; none without surname or given name, which scores 0. */
function wordsOfRequest({ record, givenName }: SearchedRequest): readonly string[] {
  const { surname } = splitSuffix(record.surname);
  if (givenName === '' || surname === '') return [];
  return [...new Set(sortedWords(`${givenName} ${normaliseName(record.middleName)} ${surname}`))];
}
