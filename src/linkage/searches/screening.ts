/**
 * Search `screening`: the people who reach the score from which the search shows anything, or the floor if that is
 * higher, by either technique. Call that score t.
 *
 * By parts: the parts of the query score their mean, so a name at t has at least one part whose best partner is at t
 * or above. All words here that are such partners are found first; only the bearers of names with one of them are
 * looked at. A part's best partner in a name is the better of its best in the surname and its best in the given name,
 * each worked out once for a request, and only where what their letters allow does not rule the person out.
 * By the whole: both strings begin with the same letter, and have enough letters in common (text/letter-bag.ts).
 */

import { scanningQuery } from '../../matching/comparator.ts';
import { askedWords, LEAST_PARTNER, SHOWN_FROM } from '../../matching/matchers/screening.ts';
import { jaroOf, PREFIX_LONGEST, ungatedBoost } from '../../text/jaro-winkler.ts';
import { jaroQuery } from '../../text/jaro-winkler-query.ts';
import { canShare, letterMask, missingLetters, repeatedLetterMask } from '../../text/letter-bag.ts';
import { splitSuffix } from '../../text/surnames.ts';
import type { LocalNames } from '../local-names.ts';
import type { LocalWords } from '../local-words.ts';
import type { FoundPeople, Search, SearchedRequest, SearchOptions } from '../search.ts';

/** Ungated Jaro-Winkler of a query to the value at `bytes[start..end)`. */
type Similarity = (bytes: Uint8Array, start: number, end: number) => number;

function similarityTo(query: string): Similarity {
  const jaro = jaroQuery(query);
  return (bytes, start, end) => {
    const longest = Math.min(query.length, end - start, PREFIX_LONGEST);
    let prefix = 0;
    while (prefix < longest && bytes[start + prefix] === query.charCodeAt(prefix)) prefix++;
    return ungatedBoost(jaro(bytes, start, end), prefix);
  };
}

/** The highest similarity of two values of these lengths with so many characters in common. */
function bound(lengthA: number, lengthB: number, shared: number): number {
  return shared > 0 ? ungatedBoost(jaroOf(lengthA, lengthB, shared, 0), Math.min(shared, PREFIX_LONGEST)) : 0;
}

const SPACE = letterMask(' ');
/** Far above what sums of the same numbers in another way differ by. */
const ROUNDING = 1e-9;

export function screening({ floor }: SearchOptions): Search {
  const least = Math.max(floor, SHOWN_FROM);
  return ({ names: { surnames, givenNames, people: count, surnameWords, givenNameWords } }) => {
    const surnameParts = bestPartners(surnameWords());
    const givenParts = bestPartners(givenNameWords());
    const surnamesWith = byFirstLetter(surnames);
    const listedSurnames = withoutSuffix(surnames);
    const surnameRepeated = repeatedLetters(surnames);
    const givenRepeated = repeatedLetters(givenNames);
    const seen = new Int32Array(count);
    const added = new Int32Array(count);
    let stamp = 0;
    let listed = new Uint8Array(128);

    /** The whole string of a person, surname first, in `listed`; its length. */
    const write = (person: number): number => {
      const surname = surnames.codes[person]!;
      const kept = listedSurnames.lengths[surname]!;
      const from = surnames.dictionary.starts[surname]!;
      const given = givenNames.codes[person]!;
      const givenFrom = givenNames.dictionary.starts[given]!;
      const length = kept + 1 + givenNames.dictionary.starts[given + 1]! - givenFrom;
      if (length > listed.length) listed = new Uint8Array(2 * length);
      for (let i = 0; i < kept; i++) listed[i] = surnames.dictionary.bytes[from + i]!;
      listed[kept] = 32;
      for (let i = kept + 1; i < length; i++)
        listed[i] = givenNames.dictionary.bytes[givenFrom + i - kept - 1]!;
      return length;
    };

    return ({ record, givenName }: SearchedRequest, found: FoundPeople) => {
      const last = splitSuffix(record.surname).surname;
      if (givenName === '' || last === '') return;
      const query = `${givenName} ${last}`;
      const asked = askedWords(query);
      const ofSurnames = surnameParts(asked);
      const ofGivenNames = givenParts(asked);
      const first = query.charCodeAt(0);
      const whole = similarityTo(query);
      const [mask, repeated] = [letterMask(query), repeatedLetterMask(query)];
      const needed = neededShared(query.length, least);
      const canShareWhole = (surname: number, given: number): boolean => {
        const length = listedSurnames.lengths[surname]! + 1 + lengthOf(givenNames, given);
        const inSurname = listedSurnames.letters[surname]! | SPACE;
        const inGiven = givenNames.dictionary.letters[given]!;
        if (!canShare(needed(length), query.length, length, mask, inSurname | inGiven)) return false;
        const twice = surnameRepeated[surname]! | givenRepeated[given]! | (inSurname & inGiven) | SPACE;
        const missing = missingLetters(mask, inSurname | inGiven) + missingLetters(repeated, twice);
        return query.length - missing >= needed(length);
      };
      /** Whole string where it may reach `least`, and else perhaps 0. */
      const wholeOf = (person: number): number => {
        const surname = surnames.codes[person]!;
        if (surnames.dictionary.bytes[surnames.dictionary.starts[surname]!] !== first) return 0;
        if (!canShareWhole(surname, givenNames.codes[person]!)) return 0;
        return whole(listed, 0, write(person));
      };
      const enough = least * asked.length - ROUNDING;
      /** Name parts where they may reach `least`, and else perhaps 0. */
      const partsOf = (person: number): number => {
        const [surname, given] = [surnames.codes[person]!, givenNames.codes[person]!];
        let most = 0;
        for (let part = 0; part < asked.length; part++) {
          most += counted(ofSurnames.atMost(part, surname), ofGivenNames.atMost(part, given));
        }
        if (most < enough) return 0;
        let total = 0;
        for (let part = 0; part < asked.length; part++) {
          total += counted(ofSurnames.best(part, surname), ofGivenNames.best(part, given));
        }
        return total / asked.length;
      };
      stamp += 1;
      const visit = (person: number) => {
        if (seen[person] === stamp) return;
        seen[person] = stamp;
        const parts = partsOf(person);
        if (parts < least) return;
        added[person] = stamp;
        found.add(person, Math.max(wholeOf(person), parts));
      };
      for (let part = 0; part < asked.length; part++) {
        for (const code of ofSurnames.near(part, least)) forBearers(surnames, code, visit);
        for (const code of ofGivenNames.near(part, least)) forBearers(givenNames, code, visit);
      }
      for (const surname of surnamesWith(first)) {
        forBearers(surnames, surname, (person) => {
          if (added[person] === stamp) return;
          const score = wholeOf(person);
          if (score >= least) found.add(person, score);
        });
      }
    };
  };
}

/** What a part scores by its best partners in surname and given name. */
function counted(inSurname: number, inGivenName: number): number {
  const best = inSurname > inGivenName ? inSurname : inGivenName;
  return best < LEAST_PARTNER ? 0 : best;
}

/** By length of the other value: the fewest characters in common that allow `least` to be reached. */
function neededShared(length: number, least: number): (other: number) => number {
  const known: number[] = [];
  return (other) => {
    let shared = known[other];
    if (shared === undefined) {
      shared = 1;
      while (shared <= Math.min(length, other) && bound(length, other, shared) < least) shared++;
      known[other] = shared;
    }
    return shared;
  };
}

const repeatedLetters = ({ dictionary: { values } }: LocalNames) =>
  Int32Array.from(values, repeatedLetterMask);

/** Lengths and letters of surnames without generational suffix, by code. */
function withoutSuffix(names: LocalNames) {
  const letters = names.dictionary.letters.slice();
  const lengths = Int32Array.from(letters, (_, code) => lengthOf(names, code));
  names.dictionary.values.forEach((value, code) => {
    if (!value.includes(' ')) return;
    const { surname } = splitSuffix(value);
    lengths[code] = surname.length;
    letters[code] = letterMask(surname);
  });
  return { letters, lengths };
}

const lengthOf = ({ dictionary: { starts } }: LocalNames, code: number) => starts[code + 1]! - starts[code]!;

function forBearers({ starts, people }: LocalNames, code: number, visit: (person: number) => void): void {
  for (let at = starts[code]!; at < starts[code + 1]!; at++) visit(people[at]!);
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

/** The best partners that the parts of a query have in the names of one kind, each worked out once for a query. */
function bestPartners(words: LocalWords) {
  const { starts, bytes, letters } = words.dictionary;
  const names = words.wordStarts.length - 1;
  const known: Float64Array[] = [];
  const bounds: Float64Array[] = [];
  // By part and name: twice the number of the query where the bound is known, one more where the best is.
  const stamps: Int32Array[] = [];
  const remembered = new Map<string, readonly number[]>();
  let stamp = 0;
  return (asked: readonly string[]) => {
    while (known.length < asked.length) {
      known.push(new Float64Array(names));
      bounds.push(new Float64Array(names));
      stamps.push(new Int32Array(names));
    }
    stamp += 2;
    const now = stamp;
    const similarities = asked.map(similarityTo);
    const masks = asked.map(letterMask);
    const boundOf = (part: number, word: number): number => {
      const [own, other] = [asked[part]!.length, starts[word + 1]! - starts[word]!];
      const [mine, theirs] = [masks[part]!, letters[word]!];
      const shared = Math.min(own - missingLetters(mine, theirs), other - missingLetters(theirs, mine));
      return bound(own, other, shared);
    };
    const highest = (name: number, of: (word: number) => number): number => {
      let best = 0;
      for (let at = words.wordStarts[name]!; at < words.wordStarts[name + 1]!; at++) {
        best = Math.max(best, of(words.words[at]!));
      }
      return best;
    };
    const similarity = (part: number, word: number) =>
      similarities[part]!(bytes, starts[word]!, starts[word + 1]!);
    return {
      /** Not below the best partner. */
      atMost(part: number, name: number): number {
        if (stamps[part]![name]! >= now) return bounds[part]![name]!;
        stamps[part]![name] = now;
        const most = highest(name, (word) => boundOf(part, word));
        bounds[part]![name] = most;
        return most;
      },
      best(part: number, name: number): number {
        if (stamps[part]![name] === now + 1) return known[part]![name]!;
        stamps[part]![name] = now + 1;
        const best = highest(name, (word) => similarity(part, word));
        known[part]![name] = best;
        bounds[part]![name] = best;
        return best;
      },
      /** The names with a word at or above `least`, ever the same; some of them more than once. */
      near(part: number, least: number): readonly number[] {
        const value = asked[part]!;
        let near = remembered.get(value);
        if (near === undefined) {
          const compare = (word: number) => similarity(part, word);
          const { codes } = scanningQuery(words.dictionary, value, least, bound, compare).all();
          near = [...codes].flatMap((word) => [
            ...words.names.subarray(words.starts[word]!, words.starts[word + 1]!),
          ]);
          remembered.set(value, near);
        }
        return near;
      },
    };
  };
}
