/**
 * Searches that several ask for, each made and run once: a matcher of the plan and a step of a procedure by the same
 * matcher find the same people. Who is found for the last request is remembered, and told again to whoever asks next.
 */

import {
  FoundPeople,
  type Search,
  type SearchedPeople,
  type SearchedRequest,
  type SearchOfPeople,
} from './search.ts';

/** Makes the search of a matcher (its id) down to a floor. */
export type SearchMaker = (matcher: string, floor: number) => Search;

/** @returns the same search for the same matcher and floor, under the rules of `Search` */
export function sharedSearches(make: SearchMaker): SearchMaker {
  const made = new Map<string, Search>();
  return (matcher, floor) => {
    const key = JSON.stringify([matcher, floor]);
    const search = made.get(key) ?? remembering(make(matcher, floor));
    made.set(key, search);
    return search;
  };
}

function remembering(search: Search): Search {
  const last = new FoundPeople();
  let searched: SearchedPeople | undefined;
  let asked: SearchedRequest | undefined;
  let find: SearchOfPeople = () => {};
  return (people) => {
    if (searched !== people) {
      find = search(people);
      [searched, asked] = [people, undefined];
    }
    return (request, found) => {
      if (asked !== request) {
        last.count = 0;
        find(request, last);
        asked = request;
      }
      for (let i = 0; i < last.count; i++) found.add(last.people[i]!, last.scores[i]!);
    };
  };
}
