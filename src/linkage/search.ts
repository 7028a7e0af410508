/**
 * How the people of a ZIP area who score against a request are found. A search may leave out only pairs that it can
 * prove to be below the floor: with any search the pairs and scores are those of `matcher.score` for every pair, to the
 * last bit, and a test holds each to that.
 */

import type { Matcher } from '../matching/matcher.ts';
import type { PersonRecord } from '../population/record.ts';
import type { NameLists, ZipNames } from './zip-names.ts';

/** A request as a search sees it. */
export interface SearchedRequest {
  readonly record: PersonRecord;
  /** Surname and given name in comparable form. */
  readonly surname: string;
  readonly givenName: string;
}

/** The people of a ZIP area as a search sees them. */
export interface SearchedPeople {
  readonly names: ZipNames;
  /** Index in the national file of the first person. */
  readonly firstPerson: number;
  /** The record of a person (row of the ZIP area): dear, so for few. */
  record(person: number): PersonRecord;
  /** The middle name on it, cheaper. */
  middleName(person: number): string;
  /** Set where no middle name has more than a letter. */
  readonly hasInitialsOnly?: true;
}

/** Adds everybody who scores at or above the floor against the request, in no set order. */
export type SearchOfPeople = (request: SearchedRequest, found: FoundPeople) => void;

/** Of one matcher: turns to one ZIP area after another. What it returned for one ends with the next. */
export type Search = (people: SearchedPeople) => SearchOfPeople;

export interface SearchOptions {
  readonly matcher: Matcher;
  /** The lowest score of interest, above 0. */
  readonly floor: number;
  readonly lists: NameLists;
  /** Indexes in the national file of everybody whose taxpayer number may be these digits. */
  readonly ownersOfNumber: (tin: string) => readonly number[];
}

/** People with their scores: two columns that are emptied and filled again for each request. */
export class FoundPeople {
  count = 0;
  people = new Int32Array(256);
  scores = new Float64Array(256);

  /** @param person row of the ZIP area */
  add(person: number, score: number): void {
    if (this.count === this.people.length) {
      const [people, scores] = [this.people, this.scores];
      this.people = new Int32Array(2 * this.count);
      this.people.set(people);
      this.scores = new Float64Array(2 * this.count);
      this.scores.set(scores);
    }
    this.people[this.count] = person;
    this.scores[this.count] = score;
    this.count += 1;
  }
}
