/**
 * Searches that go by names alone, on names made to be awkward: the pairs and scores of `matcher.score` for every pair.
 * Worlds of people have such names too seldom: a generational suffix in the surname, a word twice, parts of one letter,
 * surnames in another order, a name without letters.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localNamesMaker, NOT_LISTED } from '../../../src/linkage/local-names.ts';
import { localWordsMaker } from '../../../src/linkage/local-words.ts';
import { FoundPeople, type SearchedPeople } from '../../../src/linkage/search.ts';
import { searchOf } from '../../../src/linkage/searches/index.ts';
import type { ZipNames } from '../../../src/linkage/zip-names.ts';
import { dictionary } from '../../../src/matching/dictionary.ts';
import { matchers } from '../../../src/matching/matchers/index.ts';
import { blankRecord } from '../../../src/population/record.ts';
import { splitSuffix } from '../../../src/text/surnames.ts';

interface Named {
  readonly surname: string;
  readonly givenName: string;
  readonly middleName: string;
}

/** The names of some people, as those of a ZIP area in which none is on a national list. */
function namesOf(people: readonly Named[]): ZipNames {
  const list = dictionary(['NEVER']);
  const local = (of: (person: Named) => string) =>
    localNamesMaker(list)(
      people.length,
      () => NOT_LISTED,
      (person) => of(people[person]!),
    );
  const surnames = local(({ surname }) => surname);
  const givenNames = local(({ givenName }) => givenName);
  return {
    people: people.length,
    surnames,
    givenNames,
    surnameWords: () => localWordsMaker(list, (name) => splitSuffix(name).surname.split(' '))(surnames),
    givenNameWords: () => localWordsMaker(list, (name) => name.split(' '))(givenNames),
    get filedSurnames(): never {
      throw new Error('these searches go through the different surnames');
    },
  };
}

const recordOf = (person: Named) => ({ ...blankRecord, ...person });

function searched(people: readonly Named[]): SearchedPeople {
  return {
    names: namesOf(people),
    firstPerson: 0,
    record: (person) => recordOf(people[person]!),
    middleName: (person) => people[person]!.middleName,
  };
}

const word = fc.constantFrom(
  'GARCIA',
  'GARZA',
  'LOPEZ',
  'LOPES',
  'ANA',
  'ANNA',
  'O',
  'DE',
  'JOSE',
  'MARIA',
  'X',
  'VELASQUEZ',
);
const suffix = fc.constantFrom('', '', ' JR', ' III');
const surname = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), suffix)
  .map(([words, end]) => `${words.join(' ')}${end}`);
/** The file keeps no more of a middle name than its initial. */
const named: fc.Arbitrary<Named> = fc.record({
  surname,
  givenName: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
  middleName: fc.constantFrom('', 'A', 'O', 'X'),
});

const options = { lists: { surnames: dictionary([]), givenNames: dictionary([]) }, ownersOfNumber: () => [] };

describe.each(['name-control', 'token-set', 'screening', 'fellegi-sunter'])('the search of %s', (id) => {
  const matcher = matchers.find((each) => each.id === id)!;

  it.each([0.7, 0.85])('finds what scoring everybody finds, from %d up', (floor) => {
    const search = searchOf({ ...options, matcher, floor });
    fc.assert(
      fc.property(
        fc.array(named, { minLength: 1, maxLength: 25 }),
        fc.array(named, { minLength: 1, maxLength: 8 }),
        (people, requests) => {
          const found = new FoundPeople();
          const within = search(searched(people));
          for (const request of requests) {
            found.count = 0;
            within(
              { record: recordOf(request), surname: request.surname, givenName: request.givenName },
              found,
            );
            const pairs = Array.from({ length: found.count }, (_, i) => [found.people[i], found.scores[i]]);
            const expected = people
              .map((person, i) => [i, matcher.score(recordOf(request), recordOf(person))] as const)
              .filter(([, score]) => score >= floor);
            expect(pairs.sort(([a], [b]) => a! - b!)).toEqual(expected);
          }
        },
      ),
      { seed: 1, numRuns: 150 },
    );
  });
});
