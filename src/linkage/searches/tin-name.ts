/** Search `tin-name`: who has the number of the request is found from the number; only they are scored. */

import { digitsOf } from '../../matching/identifiers.ts';
import type { Search, SearchOptions } from '../search.ts';

export function tinName({ matcher, floor, ownersOfNumber }: SearchOptions): Search {
  return ({ names, firstPerson, record }) =>
    (request, found) => {
      for (const owner of ownersOfNumber(digitsOf('tin', request.record.tin))) {
        const person = owner - firstPerson;
        if (person < 0 || person >= names.people) continue;
        const score = matcher.score(request.record, record(person));
        if (score >= floor) found.add(person, score);
      }
    };
}
