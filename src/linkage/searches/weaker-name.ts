/**
 * Search for matchers whose score is the weaker of surname and given name by one comparator. Nothing is skipped that
 * could reach the floor: a pair at or above it has both names at or above it.
 *
 * Given names are the gate, because a ZIP area has few different ones. Those similar to a common given name are
 * searched for once and remembered; for any other, the given names present are gone through, or looked up.
 * Behind the gate each surname is compared once for each request that meets it: most are never met.
 */

import type { Comparator, SimilarValues } from '../../matching/comparator.ts';
import { dictionary } from '../../matching/dictionary.ts';
import type { LocalNames } from '../local-names.ts';
import type { Search, SearchOptions } from '../search.ts';
import { rememberedSearch } from '../similar-names.ts';

/** Given names that are searched through once for each similar name, the finds remembered. */
const SEARCHED_GIVEN_NAMES = 10_000;
/** Given names worth remembering: more than nine in ten of all people bear one of these. */
const REMEMBERED_GIVEN_NAMES = 6_000;

export function weakerName(comparator: Comparator, { floor, lists }: SearchOptions): Search {
  const searched = dictionary(lists.givenNames.values.slice(0, SEARCHED_GIVEN_NAMES));
  const similarListed = rememberedSearch(comparator, searched, floor);
  // By code of a surname: its score against the surname in hand, if the stamp is that of the request in hand.
  let scores = new Float64Array(0);
  let stamps = new Int32Array(0);
  let stamp = 0;

  return ({ names: { surnames, givenNames } }) => {
    if (scores.length < surnames.dictionary.size) {
      scores = new Float64Array(2 * surnames.dictionary.size);
      stamps = new Int32Array(scores.length);
    }
    const rest = codesFrom(givenNames, searched.size);

    return ({ surname, givenName }, found) => {
      if (surname === '' || givenName === '') return;
      const query = comparator.query(surnames.dictionary, surname, floor);
      stamp += 1;
      const visit = (code: number, ofGivenName: number) => {
        const end = givenNames.starts[code + 1]!;
        for (let at = givenNames.starts[code]!; at < end; at++) {
          const person = givenNames.people[at]!;
          const surnameCode = surnames.codes[person]!;
          if (stamps[surnameCode] !== stamp) {
            stamps[surnameCode] = stamp;
            scores[surnameCode] = query.scoreOf(surnameCode);
          }
          const ofSurname = scores[surnameCode]!;
          if (ofSurname > 0) found.add(person, ofSurname < ofGivenName ? ofSurname : ofGivenName);
        }
      };
      const place = searched.codeOf(givenName);
      if (comparator.looksUp || place < 0 || place >= REMEMBERED_GIVEN_NAMES) {
        const { codes, scores: similar } = comparator.query(givenNames.dictionary, givenName, floor).all();
        for (let i = 0; i < codes.length; i++) visit(codes[i]!, similar[i]!);
        return;
      }
      const { codes, scores: similar }: SimilarValues = similarListed(givenName);
      for (let i = 0; i < codes.length; i++) {
        const code = givenNames.codeOfListed(codes[i]!);
        if (code >= 0) visit(code, similar[i]!);
      }
      const others = comparator.query(givenNames.dictionary, givenName, floor);
      for (const code of rest) {
        const score = others.scoreOf(code);
        if (score > 0) visit(code, score);
      }
    };
  };
}

/** The codes of names that are not among the first `searched` of the national list. */
function codesFrom({ dictionary: { size }, listed }: LocalNames, searched: number): Int32Array {
  const codes: number[] = [];
  for (let code = 0; code < size; code++) {
    if (code >= listed.length || listed[code]! >= searched) codes.push(code);
  }
  return Int32Array.from(codes);
}
