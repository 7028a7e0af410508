/**
 * Search `screening`: the people who reach the score from which the search shows anything, or the floor if that is
 * higher, by either technique. Call that score t.
 *
 * By parts: the parts of the query score their mean, so a name at t has at least one part whose best partner is at t
 * or above. All words here that are such partners are found first; only the bearers of names with one of them are
 * looked at. A part's best partner in a name is the better of its best in the surname and its best in the given name,
 * each worked out once for a request.
 * By the whole: both strings begin with the same letter, and have enough letters in common (text/letter-bag.ts).
 */

import { scanningQuery } from '../../matching/comparator.ts';
import { askedWords, LEAST_PARTNER, SHOWN_FROM } from '../../matching/matchers/screening.ts';
import { jaroOf, PREFIX_LONGEST, ungatedBoost } from '../../text/jaro-winkler.ts';
import { jaroQuery } from '../../text/jaro-winkler-query.ts';
import { canShare, letterMask } from '../../text/letter-bag.ts';
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

export function screening({ floor }: SearchOptions): Search {
  const least = Math.max(floor, SHOWN_FROM);
  return ({ names: { surnames, givenNames, people: count, surnameWords, givenNameWords } }) => {
    const surnameParts = bestPartners(surnameWords());
    const givenParts = bestPartners(givenNameWords());
    const surnamesWith = byFirstLetter(surnames);
    const seen = new Int32Array(count);
    let stamp = 0;
    let listed = new Uint8Array(128);

    /** The whole string of a person, surname first, in `listed`; its length. */
    const write = (person: number): number => {
      const surname = surnames.codes[person]!;
      const value = surnames.dictionary.values[surname]!;
      const kept = value.includes(' ') ? splitSuffix(value).surname.length : value.length;
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
      const similarities = asked.map(similarityTo);
      const whole = similarityTo(query);
      const wholeOf = (person: number) =>
        surnames.dictionary.bytes[surnames.dictionary.starts[surnames.codes[person]!]!] ===
        query.charCodeAt(0)
          ? whole(listed, 0, write(person))
          : 0;
      const ofSurnames = surnameParts(similarities);
      const ofGivenNames = givenParts(similarities);
      stamp += 1;
      const visit = (person: number) => {
        if (seen[person] === stamp) return;
        seen[person] = stamp;
        let total = 0;
        for (let part = 0; part < asked.length; part++) {
          const inSurname = ofSurnames.best(part, surnames.codes[person]!);
          const inGivenName = ofGivenNames.best(part, givenNames.codes[person]!);
          const best = inSurname > inGivenName ? inSurname : inGivenName;
          total += best < LEAST_PARTNER ? 0 : best;
        }
        const score = Math.max(wholeOf(person), total / asked.length);
        if (score >= least) found.add(person, score);
      };
      for (let part = 0; part < asked.length; part++) {
        ofSurnames.forEachNear(part, asked[part]!, least, (code) => forBearers(surnames, code, visit));
        ofGivenNames.forEachNear(part, asked[part]!, least, (code) => forBearers(givenNames, code, visit));
      }
      const mask = letterMask(query);
      const needed = neededShared(query.length, least);
      for (const surname of surnamesWith(query.charCodeAt(0))) {
        const length = surnames.dictionary.starts[surname + 1]! - surnames.dictionary.starts[surname]! + 1;
        const letters = surnames.dictionary.letters[surname]! | SPACE;
        forBearers(surnames, surname, (person) => {
          const given = givenNames.codes[person]!;
          const inAll =
            length + givenNames.dictionary.starts[given + 1]! - givenNames.dictionary.starts[given]!;
          const both = letters | givenNames.dictionary.letters[given]!;
          if (canShare(needed(inAll), query.length, inAll, mask, both)) visit(person);
        });
      }
    };
  };
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
  const { starts, bytes } = words.dictionary;
  const names = words.wordStarts.length - 1;
  const known: Float64Array[] = [];
  const stamps: Int32Array[] = [];
  let stamp = 0;
  return (similarities: readonly Similarity[]) => {
    while (known.length < similarities.length) {
      known.push(new Float64Array(names));
      stamps.push(new Int32Array(names));
    }
    stamp += 1;
    const [scores, asked, now] = [known, stamps, stamp];
    return {
      best(part: number, name: number): number {
        if (asked[part]![name] === now) return scores[part]![name]!;
        asked[part]![name] = now;
        let best = 0;
        for (let at = words.wordStarts[name]!; at < words.wordStarts[name + 1]!; at++) {
          const word = words.words[at]!;
          const score = similarities[part]!(bytes, starts[word]!, starts[word + 1]!);
          if (score > best) best = score;
        }
        scores[part]![name] = best;
        return best;
      },
      /** Calls back for the names with a word at or above `least`; for some of them more than once. */
      forEachNear(part: number, value: string, least: number, visit: (name: number) => void): void {
        const { codes } = scanningQuery(words.dictionary, value, least, bound, (word) =>
          similarities[part]!(bytes, starts[word]!, starts[word + 1]!),
        ).all();
        for (const word of codes) {
          for (let at = words.starts[word]!; at < words.starts[word + 1]!; at++) visit(words.names[at]!);
        }
      },
    };
  };
}
