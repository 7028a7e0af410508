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
 * A person with a word in both names is shorter than the sum, by so many characters less is wanted of the two numbers.
 * The middle initial adds its letter and a space to x, but no more spaces than A has: with two words in A, and none of one
 * letter, x is at most the sum, 1 for the letter and 1 for a space; where the rest of A is one word, at most 1 is added.
 */

import { commonSubsequenceQuery } from '../../text/indel.ts';
import { bitCount } from '../../text/letter-bag.ts';
import { normaliseName } from '../../text/normalise.ts';
import { SHARED_PARTS } from '../../text/subsequence-kernels.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { MOST_WORDS, queryRests, tokenSetQuery, wordsIn } from '../../text/token-set-query.ts';
import { sortedWords } from '../../text/token-sort.ts';
import type { LocalNames } from '../local-names.ts';
import type { LocalWords } from '../local-words.ts';
import { type NumberedNames, nameNumbers } from '../name-numbers.ts';
import { namePairs } from '../name-pairs.ts';
import { peopleWithWordTwice, type SortedNames, sortedNames, wordsOfPeople } from '../name-words.ts';
import type { Search, SearchedRequest, SearchOptions } from '../search.ts';

/** What a middle initial adds to a name: its letter, and a space. */
const INITIAL = 2;
/** The spaces that a given name, a surname and a middle initial are parted by. */
const SPACES = 2;
/** The number of a name that has a word in common with the request. */
const NEVER = -32768;

/** The names of one kind, surnames or given names. */
interface OneKind {
  readonly names: LocalNames;
  readonly sorted: SortedNames;
  readonly numbered: NumberedNames;
}

export function tokenSet({ floor }: SearchOptions): Search {
  const perLetter = floor / 2;
  const numberSurnames = nameNumbers(perLetter);
  const numberGivenNames = nameNumbers(perLetter);
  return (people) => {
    const { surnames, givenNames, surnameWords, givenNameWords } = people.names;
    const count = people.names.people;
    const surnameBytes = sortedNames(surnames, (name) => splitSuffix(name).surname.split(' '));
    const givenBytes = sortedNames(givenNames, (name) => name.split(' '));
    const wordsOf = wordsOfPeople(people.names, surnameBytes, givenBytes);
    const withWordTwice = peopleWithWordTwice(people.names).map((person) => {
      const inTwo =
        surnameBytes.length(surnames.codes[person]!) + 1 + givenBytes.length(givenNames.codes[person]!);
      return { person, saved: inTwo - wordsOf(person).join(' ').length };
    });
    const numberedSurnames = numberSurnames(surnameBytes);
    const numberedGivenNames = numberGivenNames(givenBytes);
    const inSurnames: OneKind = { names: surnames, sorted: surnameBytes, numbered: numberedSurnames };
    const inGivenNames: OneKind = { names: givenNames, sorted: givenBytes, numbered: numberedGivenNames };
    const pairs = namePairs(people.names, numberedSurnames, numberedGivenNames);
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
      const fromShared = (shared: number, other: number, gained = INITIAL) =>
        (2 * (shared + spare + gained)) / (length + other + INITIAL);
      const fromCommon = (letters: number, other: number) =>
        (2 * (letters + spare)) / (letters + spare + Math.min(length, other));

      const canReach = (words: readonly string[]): boolean => {
        if (asked.length > MOST_WORDS) return true;
        const left = words.filter((word) => !asked.includes(word));
        if (left.length === 0) return true;
        if (words.some((word) => word.length === 1 && asked.includes(word))) return true;
        const inCommon = wordsIn(long, words);
        const { common, rest, sharedWith } = longRest(inCommon);
        if (rest === 0) return true;
        const front = inCommon === 0 ? 0 : common + 1;
        let other = front + left.length - 1;
        for (const word of left) other += word.length;
        if (fromCommon(common, other) >= floor) return true;
        const isOneWord = spare === 0 && long.length - bitCount(inCommon) === 1;
        return fromShared(front + sharedWith(left), other, isOneWord ? 1 : INITIAL) >= floor;
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

      if (own === '' || asked.length > MOST_WORDS || (spare > 0 && fromInitial(length) >= floor)) {
        for (let person = 0; person < count; person++) look(person);
        return;
      }

      const sharedWith = commonSubsequenceQuery(own);
      const gained = spare + (spare === 0 ? Math.min(long.length, SPACES + 1) : SPACES + 1);
      const wanted = Math.floor(SHARED_PARTS * (perLetter * (length + 1 + INITIAL) - gained)) - 1;
      const ofSurnames = numberedSurnames.ask(own);
      const ofGivenNames = numberedGivenNames.ask(own);
      for (const { person, saved } of withWordTwice) {
        const surname = numberedSurnames.placeOf[surnames.codes[person]!]!;
        const given = numberedGivenNames.placeOf[givenNames.codes[person]!]!;
        const enough = wanted - Math.ceil(SHARED_PARTS * perLetter * saved);
        if (ofSurnames[surname]! + ofGivenNames[given]! >= enough) look(person);
      }
      const commonSurnames = namesWith(asked, surnameWords());
      const commonGivenNames = namesWith(asked, givenNameWords());
      for (const code of commonSurnames) ofSurnames[numberedSurnames.placeOf[code]!] = NEVER;
      for (const code of commonGivenNames) ofGivenNames[numberedGivenNames.placeOf[code]!] = NEVER;
      const gainedByRest = spare === 0 && long.length === 2 ? 1 : INITIAL;
      /** Looks at the bearers of names with a word in common; where both names are one word, if lengths and numbers allow. */
      const lookAtBearers = (codes: Iterable<number>, here: OneKind, there: OneKind, numbers: Int16Array) => {
        const { placeOf, sharedBy } = there.numbered;
        for (const code of codes) {
          const common = here.sorted.length(code);
          const isOne = here.sorted.isOne[code] === 1 && common > 1 && common < own.length;
          for (let at = here.names.starts[code]!; at < here.names.starts[code + 1]!; at++) {
            const person = here.names.people[at]!;
            const other = there.names.codes[person]!;
            const number = numbers[placeOf[other]!]!;
            if (isOne && there.sorted.isOne[other] === 1 && number !== NEVER) {
              const size = common + 1 + there.sorted.length(other);
              const shared = common + 1 + sharedBy(other, number);
              if (fromCommon(common, size) < floor && fromShared(shared, size, gainedByRest) < floor)
                continue;
            }
            look(person);
          }
        }
      };
      lookAtBearers(commonSurnames, inSurnames, inGivenNames, ofGivenNames);
      lookAtBearers(commonGivenNames, inGivenNames, inSurnames, ofSurnames);

      const lookCloser = (person: number, given: number, surname: number) => {
        const size = surnameBytes.length(surname) + 1 + givenBytes.length(given);
        write(surname, given, person, size);
        if (fromShared(sharedWith(written, 0, size), size) >= floor) look(person);
      };
      pairs.reach(ofSurnames, ofGivenNames, wanted, lookCloser);
    };
  };
}

/** The codes of the names of one kind that have one of these words. */
function namesWith(asked: readonly string[], { dictionary, starts, names }: LocalWords): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const word of asked) {
    const code = dictionary.codeOf(word);
    if (code < 0) continue;
    for (let at = starts[code]!; at < starts[code + 1]!; at++) codes.add(names[at]!);
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
