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
  /** The similarity of a person's name where it may reach the score of interest, and else perhaps 0. */
  scoreOf(surname: number, givenName: number): number;
  /** The surnames that begin as the query does. */
  readonly surnames: readonly number[];
}

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
        let neededHere = needed[0]!;
        let preparedFor = -1;
        const prepare = (surname: number) => {
          const [from, kept] = [starts[surname]!, inSurnames.lengths[surname]!];
          const prefix = commonPrefix(query, bytes, from, from + kept);
          neededHere = needed[prefix === kept ? PREFIX_LONGEST : prefix]!;
          preparedFor = surname;
        };
        return {
          surnames: surnamesWith(first),
          scoreOf(surname, givenName) {
            if (bytes[starts[surname]!] !== first) return 0;
            if (preparedFor !== surname) prepare(surname);
            const size =
              inSurnames.lengths[surname]! + 1 + givenStarts[givenName + 1]! - givenStarts[givenName]!;
            const least = neededHere[Math.min(size, LONGEST_BOUNDED)]!;
            const [inSurname, inGiven] = [inSurnames.letters[surname]! | SPACE, givenLetters[givenName]!];
            const here = inSurname | inGiven;
            if (size - bitCount(here & ~mask) < least) return 0;
            const hereTwice = inSurnames.twice[surname]! | givenTwice[givenName]! | (inSurname & inGiven);
            if (length - missingLetters(mask, here) - missingLetters(twice, hereTwice) < least) return 0;
            if (size - missingLetters(here, mask) - missingLetters(hereTwice, twice) < least) return 0;
            write(surname, givenName, size);
            return similarity(listed, 0, size);
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
