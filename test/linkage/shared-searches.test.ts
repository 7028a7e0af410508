/** A shared search tells everybody who asks what a search of their own would have told, and searches once. */

import { expect, it } from 'vitest';
import { FoundPeople, type SearchedPeople, type SearchedRequest } from '../../src/linkage/search.ts';
import { type SearchMaker, sharedSearches } from '../../src/linkage/shared-searches.ts';
import { blankRecord } from '../../src/population/record.ts';

/** Finds as many people as the name has letters, after the first person of the area; and notes each search. */
function counting() {
  const searched: string[] = [];
  const make: SearchMaker =
    (matcher, floor) =>
    ({ firstPerson }) => {
      searched.push(`${matcher} ${floor} opens ${firstPerson}`);
      return ({ surname }, found) => {
        searched.push(`${matcher} ${floor} ${surname} in ${firstPerson}`);
        for (let i = 0; i < surname.length; i++) found.add(i, floor + firstPerson);
      };
    };
  return { searched, make };
}

const request = (surname: string): SearchedRequest => ({ record: blankRecord, surname, givenName: 'ANA' });
const area = (firstPerson: number) => ({ firstPerson }) as SearchedPeople;
const told = ({ count, people, scores }: FoundPeople) => [
  [...people.subarray(0, count)],
  [...scores.subarray(0, count)],
];

it('finds the same people for each, from one search of each request and area', () => {
  const { searched, make } = counting();
  const share = sharedSearches(make);
  const [first, second] = [share('exact', 0.7), share('exact', 0.7)];
  for (const firstPerson of [10, 20]) {
    const people = area(firstPerson);
    const [ask, askAgain] = [first(people), second(people)];
    for (const asked of [request('LI'), request('WONG'), request('LI')]) {
      const own = new FoundPeople();
      make('exact', 0.7)(people)(asked, own);
      searched.splice(-2);
      for (const find of [ask, askAgain, askAgain]) {
        const found = new FoundPeople();
        find(asked, found);
        expect(told(found)).toEqual(told(own));
      }
    }
  }
  expect(searched).toEqual(
    [10, 20].flatMap((place) => [
      `exact 0.7 opens ${place}`,
      ...['LI', 'WONG', 'LI'].map((name) => `exact 0.7 ${name} in ${place}`),
    ]),
  );
});

it('adds to those found before', () => {
  const find = sharedSearches(counting().make)('exact', 0.7)(area(0));
  const found = new FoundPeople();
  found.add(7, 1);
  find(request('LI'), found);
  expect(told(found)).toEqual([
    [7, 0, 1],
    [1, 0.7, 0.7],
  ]);
});

it('keeps matchers and floors apart', () => {
  const { searched, make } = counting();
  const share = sharedSearches(make);
  const asked = request('LI');
  for (const search of [share('exact', 0.7), share('exact', 0.8), share('screening', 0.7)]) {
    search(area(0))(asked, new FoundPeople());
  }
  expect(searched.filter((line) => line.includes('LI'))).toHaveLength(3);
});
