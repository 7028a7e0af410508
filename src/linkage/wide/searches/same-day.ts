/**
 * Search by the weaker of two names among those born on the same day, of whom there are few: they are gone through. What
 * is found out about a given name is kept until somebody with another is sought, so people are best sought given name
 * by given name; it takes a byte for each given name of the list, so that it stays in the processor's cache.
 */

import type { Comparator, Query } from '../../../matching/comparator.ts';
import type { RequestRegister } from '../register.ts';
import type { RegisterSearch } from '../search.ts';

/** Given names that are told apart in one byte; then what is known is forgotten. */
const TURNS = 128;

export function sameDay(
  comparator: Comparator,
  { surnames, givenNames, birthDates }: RequestRegister,
  floor: number,
): RegisterSearch {
  const dates = birthDates();
  const givenCodes = dates.requests.map((request) => givenNames.codes[request]!);
  // By code of a given name: whether it is like the one in hand, as two numbers of its turn, or of an earlier turn.
  const alike = new Uint8Array(givenNames.dictionary.size);
  let turn = TURNS;
  let givenNameInHand: string | undefined;
  let byGivenName: Query | undefined;
  const takeInHand = (givenName: string) => {
    givenNameInHand = givenName;
    byGivenName = comparator.query(givenNames.dictionary, givenName, floor);
    turn += 1;
    if (turn < TURNS) return;
    turn = 1;
    alike.fill(0);
  };

  return ({ surname, givenName, birthDate }, report) => {
    if (surname === '' || givenName === '' || birthDate === 0) return;
    const [first, end] = dates.on(birthDate);
    if (first === end) return;
    if (givenName !== givenNameInHand) takeInHand(givenName);
    const [no, yes] = [2 * turn, 2 * turn + 1];
    let bySurname: Query | undefined;
    for (let at = first; at < end; at++) {
      const code = givenCodes[at]!;
      const known = alike[code]!;
      if (known === no) continue;
      if (known !== yes) {
        alike[code] = byGivenName!.scoreOf(code) > 0 ? yes : no;
        if (alike[code] === no) continue;
      }
      const request = dates.requests[at]!;
      bySurname ??= comparator.query(surnames.dictionary, surname, floor);
      const ofSurname = bySurname.scoreOf(surnames.codes[request]!);
      if (ofSurname > 0) report(request, Math.min(ofSurname, byGivenName!.scoreOf(code)));
    }
  };
}
