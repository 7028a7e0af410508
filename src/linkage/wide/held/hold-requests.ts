/**
 * Holds a sample of requests against everybody of one ZIP area after the other, for all matchers and wide place scopes
 * in one pass. Where ../link-register.ts asks of a few people which requests match them, here a few requests are asked
 * whom they match: what everybody in the country is needed for, such as who is the best of them, can then be told.
 */

import type { Matcher } from '../../../matching/matcher.ts';
import type { Names } from '../../../population/names.ts';
import { statuses } from '../../../population/statuses.ts';
import { filedNames } from '../../filed-names.ts';
import { ticketsUnder } from '../../leaders.ts';
import { reachedBy, SCORE_TOLERANCE } from '../../thresholds-reached.ts';
import type { NameLists } from '../../zip-names.ts';
import type { EverybodyThere } from '../everybody-there.ts';
import type { HeldRequests } from './held-requests.ts';
import { addWrong, type HeldSizes, type HeldTally, lead, leaderKinds } from './held-tally.ts';
import { heldSearch } from './search.ts';

export interface HoldOptions {
  readonly names: Names;
  readonly lists: NameLists;
  readonly seed: number;
  readonly matchers: readonly Matcher[];
  /** Ascending. */
  readonly thresholds: readonly number[];
  /** Wide place scopes, how many. */
  readonly places: number;
  readonly datesMustAgree: boolean;
}

export interface RequestHolder {
  readonly sizes: HeldSizes;
  /**
   * Holds the requests against everybody there, and adds the outcome to `tally`.
   * @param agrees by place scope and code of the state of a request (of the sample's columns): whether addresses there agree
   */
  hold(there: EverybodyThere, agrees: readonly (readonly boolean[])[], tally: HeldTally): void;
}

export function requestHolder(
  { listed, numbers, columns, register }: HeldRequests,
  { names, lists, seed, matchers, thresholds, places, datesMustAgree }: HoldOptions,
): RequestHolder {
  const floor = thresholds[0]! - SCORE_TOLERANCE;
  const searches = matchers.map((matcher) => heldSearch(matcher, register, lists, floor));
  const bySurname = bitsOf(searches.map(({ surnames }) => surnames));
  const byGivenName = bitsOf(searches.map(({ givenNames }) => givenNames));
  const reached = (score: number) => 32 - Math.clz32(reachedBy(thresholds, score));
  const ticketOf = ticketsUnder(seed);
  const { admitted, birthDates, taxpayers } = columns;
  const { codes: stateCodes } = columns.states;
  const ways = matchers.length * places;

  return {
    sizes: { listed, requests: numbers.length, ways, thresholds: thresholds.length },
    hold({ area, people, misfiled, birthDate }, agrees, tally) {
      const filed = filedNames(names, lists.surnames.size, people, misfiled);
      const { status, birthYear } = people;
      taxpayers.forEach((taxpayer, request) => {
        const isHere = taxpayer >= area.firstPerson && taxpayer < area.firstPerson + area.people;
        if (isHere) tally.inFile[request] = 1;
      });

      // The person in hand, and the matcher.
      let row = 0;
      let date = -1;
      let matcher = 0;
      const isBornWith = (request: number) => {
        const asked = birthDates[request]!;
        if (asked === 0 || Math.floor(asked / 10_000) !== birthYear[row]) return false;
        if (date < 0) date = birthDate(row);
        return date === asked;
      };
      const report = (request: number, score: number) => {
        if (admitted[request] === 0 || (datesMustAgree && !isBornWith(request))) return;
        const person = area.firstPerson + row;
        const passed = reached(score);
        if (passed === 0) return;
        const isCorrect = taxpayers[request] === person;
        const isCitizen = statuses[status[row]!]!.citizen;
        for (let place = 0; place < places; place++) {
          if (!agrees[place]![stateCodes[request]!]) continue;
          const at = request * ways + matcher * places + place;
          if (isCorrect) tally.correct[at] = passed;
          else addWrong(tally, at, passed, isCitizen);
          if (score < tally.bestScore[at]!) continue;
          const kind = isCitizen ? leaderKinds.wrongCitizen : leaderKinds.wrong;
          const ticket = ticketOf(person, numbers[request]!);
          lead(tally, at, score, ticket, isCorrect ? leaderKinds.correct : kind);
        }
      };

      for (row = 0; row < area.people; row++) {
        const [surname, givenName] = [filed.surnames.listedAs(row), filed.givenNames.listedAs(row)];
        const searched =
          (surname < 0 ? EVERY_SEARCH : bySurname[surname]!) &
          (givenName < 0 ? EVERY_SEARCH : byGivenName[givenName]!);
        if (searched === 0) continue;
        date = -1;
        const written = {
          surname: { listed: surname, written: surname < 0 ? filed.surnames.writtenAs(row) : '' },
          givenName: { listed: givenName, written: givenName < 0 ? filed.givenNames.writtenAs(row) : '' },
        };
        for (matcher = 0; matcher < searches.length; matcher++) {
          if ((searched >>> matcher) & 1) searches[matcher]!.find(written.surname, written.givenName, report);
        }
      }
    },
  };
}

/** A bit for each search, of which there are at most eight. */
const EVERY_SEARCH = 0xff;

/** By place on a list: the searches that may find somebody, as bits. */
function bitsOf(columns: readonly Uint8Array[]): Uint8Array {
  const bits = new Uint8Array(columns[0]!.length);
  columns.forEach((column, search) => {
    for (let place = 0; place < bits.length; place++) bits[place]! |= column[place]! << search;
  });
  return bits;
}
