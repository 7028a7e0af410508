/**
 * How those of some thousand requests are found that score against a person, for every person of the country: most must
 * be passed over in a few steps. So it is found out once which names of the national lists are like one of the requests'.
 *
 * As with ../search.ts, only pairs that are proved to be below the floor may be left out, and comparators are symmetric.
 */

import type { Matcher } from '../../../matching/matcher.ts';
import type { NameLists } from '../../zip-names.ts';
import type { RequestRegister } from '../register.ts';
import { heldNameControl } from './name-control-search.ts';
import { heldWeakerName } from './weaker-name-search.ts';

/** One of the two names of a person. */
export interface HeldName {
  /** Place on the national list, or -1. */
  readonly listed: number;
  /** In comparable form; empty, and not looked at, where the name is listed. */
  readonly written: string;
}

export interface HeldSearch {
  /** By place on a national list: 1 where people with the name may match somebody, 0 where they match nobody. */
  readonly surnames: Uint8Array;
  readonly givenNames: Uint8Array;
  /** Tells of every request, by place in the register, that scores at or above the floor, in no set order. */
  find(surname: HeldName, givenName: HeldName, report: (request: number, score: number) => void): void;
}

/** The search for a matcher; a RangeError for one that has none. @param floor the lowest score of interest, above 0 */
export function heldSearch(
  { id, comparator }: Matcher,
  register: RequestRegister,
  lists: NameLists,
  floor: number,
): HeldSearch {
  if (comparator !== undefined) return heldWeakerName(comparator, register, lists, floor);
  if (id === 'name-control') return heldNameControl(register, lists);
  throw new RangeError(`a matcher without a search of requests for everybody: ${id}`);
}
