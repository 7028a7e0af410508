/**
 * Searches that go by names alone, on names made to be awkward: the pairs and scores of `matcher.score` for every pair.
 * Worlds of people have such names too seldom: a generational suffix in the surname, a word twice, parts of one letter,
 * surnames in another order, a name without letters.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filedSurnamesMaker } from '../../../src/linkage/filed-surnames.ts';
import { localNamesMaker } from '../../../src/linkage/local-names.ts';
import { localWordsMaker } from '../../../src/linkage/local-words.ts';
import { FoundPeople, type Search, type SearchedPeople } from '../../../src/linkage/search.ts';
import { searchOf } from '../../../src/linkage/searches/index.ts';
import type { ZipNames } from '../../../src/linkage/zip-names.ts';
import { chooseMatcher } from '../../../src/matching/choose-matcher.ts';
import { dictionary } from '../../../src/matching/dictionary.ts';
import { statedModel } from '../../../src/matching/fellegi-sunter/model.ts';
import type { Matcher } from '../../../src/matching/matcher.ts';
import { blankRecord } from '../../../src/population/record.ts';
import { splitSuffix } from '../../../src/text/surnames.ts';

interface Named {
  readonly surname: string;
  readonly givenName: string;
  readonly middleName: string;
}

/** Some of the names are on the national lists, some are not. */
const list = dictionary(['NEVER', 'JOSE', 'GARCIA', 'LOPES', 'MARIA', 'ANA GARCIA']);

/** Surnames on no list that are common all the same. */
const common = ['GARZA', 'LOPEZ', 'VELASQUEZ'];

/** The names of some people, as those of a ZIP area. */
function namesOf(people: readonly Named[]): ZipNames {
  const local = (of: (person: Named) => string) =>
    localNamesMaker(list)(
      people.length,
      (person) => list.codeOf(of(people[person]!)),
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
    filedSurnames: filedSurnamesMaker(list.values)(givenNames, {
      listedAs: (person) => list.codeOf(people[person]!.surname),
      writtenAs: (person) => people[person]!.surname,
      commonAs: (person) => common.indexOf(people[person]!.surname),
    }),
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

const options = { lists: { surnames: list, givenNames: list }, ownersOfNumber: () => [] };

/** Every person against every request, by the search and one by one. */
function expectSamePairs(
  search: Search,
  matcher: Matcher,
  floor: number,
  people: readonly Named[],
  requests: readonly Named[],
) {
  const found = new FoundPeople();
  const within = search(searched(people));
  for (const request of requests) {
    found.count = 0;
    within({ record: recordOf(request), surname: request.surname, givenName: request.givenName }, found);
    const pairs = Array.from({ length: found.count }, (_, i) => [found.people[i], found.scores[i]]);
    const expected = people
      .map((person, i) => [i, matcher.score(recordOf(request), recordOf(person))] as const)
      .filter(([, score]) => score >= floor);
    expect(pairs.sort(([a], [b]) => a! - b!)).toEqual(expected);
  }
}

/** One in 100 people is called GARCIA, one in 10 ANA, next to nobody VELASQUEZ. */
const someShares = new Map([
  ['GARCIA', 1e-2],
  ['ANA', 0.1],
  ['VELASQUEZ', 1e-9],
]);
const frequency = (_field: string, name: string) => someShares.get(name) ?? 1e-5;

const searchedMatchers: readonly (readonly [string, Matcher])[] = [
  ...['name-control', 'token-set', 'screening', 'fellegi-sunter'].map(
    (id) => [id, chooseMatcher(id)] as const,
  ),
  ['fellegi-sunter with frequencies', chooseMatcher('fellegi-sunter', { frequency })],
  [
    'fellegi-sunter that weighs one name alone enough',
    chooseMatcher('fellegi-sunter', { frequency, prior: 0.01, model: { ...statedModel, leastShare: 0 } }),
  ],
  [
    'fellegi-sunter with the date of birth',
    chooseMatcher('fellegi-sunter', { frequency, dateOfBirth: 'weigh' }),
  ],
];

describe.each(searchedMatchers)('the search of %s', (_id, matcher) => {
  it.each([0.7, 0.85])('finds what scoring everybody finds, from %d up', (floor) => {
    const search = searchOf({ ...options, matcher, floor });
    fc.assert(
      fc.property(
        fc.array(named, { minLength: 1, maxLength: 25 }),
        fc.array(named, { minLength: 1, maxLength: 8 }),
        (people, requests) => expectSamePairs(search, matcher, floor, people, requests),
      ),
      { seed: 1, numRuns: 150 },
    );
  });

  it('finds the same in a crowd of names that are like each other, some of them very short or very long', () => {
    const floor = 0.7;
    const search = searchOf({ ...options, matcher, floor });
    const near = fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'AEGRZ'), minLength: 1, maxLength: 7 }) },
      { weight: 3, arbitrary: word },
      fc.constantFrom('THOMAS', 'LI', '2ND', 'J2', 'WOLFESCHLEGELSTEINHAUSEN', 'A'.repeat(33)),
    );
    const like: fc.Arbitrary<Named> = fc.record({
      surname: fc.array(near, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      givenName: fc.array(near, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      middleName: fc.constantFrom('', 'A', 'G', 'Q'),
    });
    fc.assert(
      fc.property(
        fc.array(like, { minLength: 300, maxLength: 700, size: 'max' }),
        fc.array(like, { minLength: 4, maxLength: 8 }),
        (people, requests) => expectSamePairs(search, matcher, floor, people, requests),
      ),
      { seed: 2, numRuns: 8, endOnFailure: true },
    );
  });
});
