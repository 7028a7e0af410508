/** Search `every-pair`: scores everybody. Slow, and right for any matcher: what a new one has until it says better. */

import type { Search, SearchOptions } from '../search.ts';

export function everyPair({ matcher, floor }: Pick<SearchOptions, 'matcher' | 'floor'>): Search {
  return ({ names, record }) =>
    (request, found) => {
      for (let person = 0; person < names.people; person++) {
        const score = matcher.score(request.record, record(person));
        if (score >= floor) found.add(person, score);
      }
    };
}
