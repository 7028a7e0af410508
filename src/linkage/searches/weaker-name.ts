/**
 * Search for matchers whose score is the weaker of surname and given name by one comparator. Nothing is skipped that
 * could reach the floor: a pair at or above it has both names at or above it.
 *
 * Given names are the gate, because a ZIP area has few different ones (similar-names.ts). Behind it stand the bearers of
 * each, whose surnames are gone through in a row (similar-surnames.ts).
 */

import type { Comparator } from '../../matching/comparator.ts';
import { FoundPeople, type Search, type SearchOptions } from '../search.ts';
import { givenNameSearch } from '../similar-names.ts';
import { surnameSearch } from '../similar-surnames.ts';

export function weakerName(comparator: Comparator, { floor, lists }: SearchOptions): Search {
  const searchOfGivenNames = givenNameSearch(comparator, lists.givenNames, floor);
  const searchOfSurnames = surnameSearch(comparator, floor);
  const near = new FoundPeople();

  return ({ names: { filedSurnames, givenNames } }) => {
    const similarGivenNames = searchOfGivenNames(givenNames);
    const surnamesLike = searchOfSurnames(filedSurnames);
    const { starts, people } = givenNames;

    return ({ surname, givenName }, found) => {
      if (surname === '' || givenName === '') return;
      const { codes, scores } = similarGivenNames(givenName);
      if (codes.length === 0) return;
      const similarSurnames = surnamesLike(surname);
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        const ofGivenName = scores[i]!;
        near.count = 0;
        filedSurnames.layOut(code);
        similarSurnames(starts[code]!, starts[code + 1]!, near);
        for (let n = 0; n < near.count; n++) {
          const ofSurname = near.scores[n]!;
          found.add(people[near.people[n]!]!, ofSurname < ofGivenName ? ofSurname : ofGivenName);
        }
      }
    };
  };
}
