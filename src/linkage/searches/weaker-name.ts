/**
 * Search for matchers whose score is the weaker of surname and given name by one comparator. Nothing is skipped that
 * could reach the floor: a pair at or above it has both names at or above it.
 *
 * Given names are the gate, because a ZIP area has few different ones (similar-names.ts). Behind it stand the bearers of
 * each, whose surnames are gone through in a row (similar-surnames.ts).
 */

import type { Comparator } from '../../matching/comparator.ts';
import type { Search, SearchOptions } from '../search.ts';
import { givenNameSearch } from '../similar-names.ts';
import { surnameSearch } from '../similar-surnames.ts';

export function weakerName(comparator: Comparator, { floor, lists }: SearchOptions): Search {
  const searchOfGivenNames = givenNameSearch(comparator, lists.givenNames, floor);
  const searchOfSurnames = surnameSearch(comparator, floor);
  return ({ names }) => {
    const similarGivenNames = searchOfGivenNames(names.givenNames);
    const addSimilar = searchOfSurnames(names);
    return ({ surname, givenName }, found) => {
      if (surname === '' || givenName === '') return;
      const similar = similarGivenNames(givenName);
      if (similar.codes.length > 0) addSimilar(surname, similar, found);
    };
  };
}
