/**
 * How the requests that score against a person are found in the whole list. As with the searches of a ZIP area
 * (../search.ts), only pairs that are proved to be below the floor may be left out, and a test holds each to that.
 *
 * The roles are the other way round: one person is sought among many requests. That gives the same scores because the
 * comparators are symmetric, which is held by a test, too.
 */

import type { Matcher } from '../../matching/matcher.ts';
import type { RequestRegister } from './register.ts';
import { nameControl } from './searches/name-control.ts';
import { sameDay } from './searches/same-day.ts';
import { weakerName } from './searches/weaker-name.ts';

/** What of a person is sought. */
export interface SoughtPerson {
  /** In comparable form. */
  readonly surname: string;
  readonly givenName: string;
  /** The digits YYYYMMDD as a number, or 0. */
  readonly birthDate: number;
}

/** Tells of every request that scores at or above the floor, in no set order. */
export type RegisterSearch = (person: SoughtPerson, report: (request: number, score: number) => void) => void;

/**
 * The quickest search of the register for a matcher; a RangeError for one that has none.
 * @param floor the lowest score of interest, above 0
 * @param datesMustAgree where requests with another date of birth are of no interest, they need not be found
 */
export function registerSearch(
  { id, comparator }: Matcher,
  register: RequestRegister,
  floor: number,
  datesMustAgree: boolean,
): RegisterSearch {
  if (comparator !== undefined) return (datesMustAgree ? sameDay : weakerName)(comparator, register, floor);
  if (id === 'name-control') return nameControl(register);
  throw new RangeError(`a matcher without a search of the whole request list: ${id}`);
}
