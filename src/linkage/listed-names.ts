/**
 * The names of a ZIP area's people as a list has them, surname first and without generational suffix, and their
 * similarity as whole strings to a query, for the matcher `screening`.
 *
 * The whole string counts only where both begin with the same letter, so only surnames with that letter are gone through.
 * Their bearers are passed over by what the letters allow: the similarity needs so many characters in common, more the
 * shorter the common prefix is, which the surname alone tells, but where it is shorter than the bonus looks. A letter
 * that one side has, or has twice, and the other not is a character without partner (text/letter-bag.ts).
 */

import { PREFIX_LONGEST } from '../text/jaro-winkler.ts';
import { bitCount, letterMask, missingLetters, repeatedLetterMask } from '../text/letter-bag.ts';
import { splitSuffix } from '../text/surnames.ts';
import { commonPrefix, LONGEST_BOUNDED, neededInCommon, ungatedQuery } from '../text/ungated-query.ts';
import type { LocalNames } from './local-names.ts';
import type { ZipNames } from './zip-names.ts';

const SPACE = letterMask(' ');

/** A query at work on the whole names of an area. */
interface WholeNames {
  /** The similarity of a person's name; 0 where it begins with another letter. */
  scoreOf(surname: number, givenName: number): number;
  /**
   * Visits the people whose surnames begin as the query does, where the similarity may reach the score of interest.
   * @param others the codes of the given names of the people in the order of their surnames
   */
  reach(others: Int32Array, visit: Visit): void;
}

type Visit = (person: number, surname: number, givenName: number, score: number) => void;

/** Turns to one ZIP area after another. */
export function listedNames(least: number) {
  const neededFor = neededInCommon(least);
  let listed = new Uint8Array(LONGEST_BOUNDED);
  return ({ surnames, givenNames }: Pick<ZipNames, 'surnames' | 'givenNames'>) => {
    const surnamesWith = byFirstLetter(surnames);
    const inSurnames = withoutSuffix(surnames);
    const givenBytes = givenNames.dictionary.bytes;
    const givenStarts = givenNames.dictionary.starts;
    const givenLetters = givenNames.dictionary.letters;
    const givenTwice = Int32Array.from(givenNames.dictionary.values, repeatedLetterMask);
    const { bytes, starts } = surnames.dictionary;

    /** The whole string in `listed`. */
    const write = (surname: number, givenName: number, length: number) => {
      if (length > listed.length) listed = new Uint8Array(2 * length);
      const kept = inSurnames.lengths[surname]!;
      const from = starts[surname]!;
      for (let i = 0; i < kept; i++) listed[i] = bytes[from + i]!;
      listed[kept] = 32;
      let to = kept + 1;
      for (let at = givenStarts[givenName]!; to < length; at++) listed[to++] = givenBytes[at]!;
    };

    return {
      /** Whether both names are there. */
      isNamed: (surname: number, givenName: number): boolean =>
        inSurnames.lengths[surname]! > 0 && givenStarts[givenName + 1]! > givenStarts[givenName]!,

      ask(query: string): WholeNames {
        const { length } = query;
        const first = query.charCodeAt(0);
        const [mask, twice] = [letterMask(query), repeatedLetterMask(query)];
        const needed = neededFor(length);
        const similarity = ungatedQuery(query);
        /** How many characters the bearers of a surname must have in common with the query, by length of both names. */
        const neededBy = (surname: number): Uint8Array => {
          const [from, kept] = [starts[surname]!, inSurnames.lengths[surname]!];
          const prefix = commonPrefix(query, bytes, from, from + kept);
          return needed[prefix === kept ? PREFIX_LONGEST : prefix]!;
        };
        const scoreOf = (surname: number, givenName: number): number => {
          if (bytes[starts[surname]!] !== first) return 0;
          const size =
            inSurnames.lengths[surname]! + 1 + givenStarts[givenName + 1]! - givenStarts[givenName]!;
          write(surname, givenName, size);
          return similarity(listed, 0, size);
        };
        return {
          scoreOf,
          reach(others, visit) {
            for (const surname of surnamesWith(first)) {
              const neededHere = neededBy(surname);
              const kept = inSurnames.lengths[surname]! + 1;
              const inSurname = inSurnames.letters[surname]! | SPACE;
              const surnameTwice = inSurnames.twice[surname]!;
              const end = surnames.starts[surname + 1]!;
              for (let at = surnames.starts[surname]!; at < end; at++) {
                const givenName = others[at]!;
                const size = kept + givenStarts[givenName + 1]! - givenStarts[givenName]!;
                const least = neededHere[size < LONGEST_BOUNDED ? size : LONGEST_BOUNDED]!;
                const inGiven = givenLetters[givenName]!;
                const here = inSurname | inGiven;
                if (size - bitCount(here & ~mask) < least) continue;
                const hereTwice = surnameTwice | givenTwice[givenName]! | (inSurname & inGiven);
                if (length - missingLetters(mask, here) - missingLetters(twice, hereTwice) < least) continue;
                if (size - missingLetters(here, mask) - missingLetters(hereTwice, twice) < least) continue;
                visit(surnames.people[at]!, surname, givenName, scoreOf(surname, givenName));
              }
            }
          },
        };
      },
    };
  };
}

/** Lengths and letters of surnames without generational suffix, by code, and which letters they have twice or more. */
function withoutSuffix({ dictionary: { values, letters: all } }: LocalNames) {
  const letters = all.slice();
  const lengths = Int32Array.from(values, ({ length }) => length);
  const twice = Int32Array.from(values, repeatedLetterMask);
  values.forEach((value, code) => {
    if (!value.includes(' ')) return;
    const { surname } = splitSuffix(value);
    lengths[code] = surname.length;
    letters[code] = letterMask(surname);
    twice[code] = repeatedLetterMask(` ${surname}`);
  });
  return { letters, lengths, twice };
}

function byFirstLetter({
  dictionary: { size, bytes, starts },
}: LocalNames): (unit: number) => readonly number[] {
  const codes = new Map<number, number[]>();
  for (let code = 0; code < size; code++) {
    const unit = bytes[starts[code]!]!;
    const before = codes.get(unit);
    if (before === undefined) codes.set(unit, [code]);
    else before.push(code);
  }
  return (unit) => codes.get(unit) ?? [];
}
