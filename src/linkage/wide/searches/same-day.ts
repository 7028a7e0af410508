/**
 * Search by the weaker of two names among those born on the same day, of whom there are few: they are gone through. What
 * is found out about a given name is kept until somebody with another is sought, so people are best sought given name
 * by given name.
 */

import type { Comparator, Query } from '../../../matching/comparator.ts';
import type { RequestRegister } from '../register.ts';
import type { RegisterSearch } from '../search.ts';

export function sameDay(
  comparator: Comparator,
  { surnames, givenNames, byBirthDate, bornOn }: RequestRegister,
  floor: number,
): RegisterSearch {
  const givenCodes = byBirthDate.map((request) => givenNames.codes[request]!);
  // By code of a given name: its score, if the stamp is that of the given name in hand.
  const scores = new Float64Array(givenNames.dictionary.size);
  const stamps = new Int32Array(givenNames.dictionary.size);
  let stamp = 0;
  let givenNameInHand = '';
  let query: Query | undefined;

  return ({ surname, givenName, birthDate }, report) => {
    if (surname === '' || givenName === '' || birthDate === 0) return;
    if (query === undefined || givenName !== givenNameInHand) {
      givenNameInHand = givenName;
      query = comparator.query(givenNames.dictionary, givenName, floor);
      stamp += 1;
    }
    let bySurname: Query | undefined;
    const [first, end] = bornOn(birthDate);
    for (let at = first; at < end; at++) {
      const code = givenCodes[at]!;
      if (stamps[code] !== stamp) {
        stamps[code] = stamp;
        scores[code] = query.scoreOf(code);
      }
      const ofGivenName = scores[code]!;
      if (ofGivenName === 0) continue;
      const request = byBirthDate[at]!;
      bySurname ??= comparator.query(surnames.dictionary, surname, floor);
      const ofSurname = bySurname.scoreOf(surnames.codes[request]!);
      if (ofSurname > 0) report(request, ofSurname < ofGivenName ? ofSurname : ofGivenName);
    }
  };
}
