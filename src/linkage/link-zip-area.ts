/**
 * Links one ZIP area: every request recorded there against everybody in the taxpayer file who lives there, for
 * all matchers, place scopes, decision rules and thresholds in one pass. The one place where scores and truth
 * meet: scores decide who is matched, the truth then says who that was.
 */

import { nameMatchers } from '../matching/matchers/index.ts';
import type { Address } from '../matching/place.ts';
import { places as allPlaces } from '../matching/places/index.ts';
import type { Neighbourhood } from '../population/addresses.ts';
import type { ZipArea } from '../population/layout.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import { cellOf, type Population } from '../population/population.ts';
import type { PersonRecord } from '../population/record.ts';
import { block, type Stream, stream } from '../random/stream.ts';
import type { RequestList } from '../requests/request-list.ts';
import type { RequestTruth } from '../requests/truth.ts';
import { normaliseName } from '../text/normalise.ts';
import { nameSearch, withCandidates } from './candidates.ts';
import { type CauseFacts, causeOf } from './causes.ts';
import type { CountPlan } from './counts.ts';
import { rules as allRules } from './rules/index.ts';
import type { Tally } from './tally.ts';
import { openZipCount } from './zip-count.ts';

/** A scored pair: row of the ZIP area, and score. */
interface ScoredCandidate {
  readonly person: number;
  readonly score: number;
}

export interface Linker {
  /** Links a ZIP area with the requests (their numbers) recorded in it, and adds the outcome to `tally`. */
  link(area: ZipArea, requests: Int32Array, tally: Tally): void;
  /** Every pair of one ZIP area at or above the lowest threshold, for one matcher and place scope. */
  pairs(
    area: ZipArea,
    requests: Int32Array,
    matcher: string,
    place: string,
  ): readonly { readonly request: number; readonly taxpayer: number; readonly score: number }[];
}

/** A request at work: record and truth side by side, and nowhere else. */
interface Request {
  readonly number: number;
  readonly record: PersonRecord;
  readonly surname: string;
  readonly givenName: string;
  readonly truth: RequestTruth;
}

/** Scores are compared to 1e-9, so that a threshold of 0.85 means what it says in binary. */
const SCORE_TOLERANCE = 1e-9;

export function linker(population: Population, requests: RequestList, plan: CountPlan): Linker {
  const matchers = chosen(nameMatchers, plan.matchers);
  const places = chosen(allPlaces, plan.places);
  const rules = chosen(allRules, plan.rules);
  const floor = plan.thresholds[0]! - SCORE_TOLERANCE;
  const search = nameSearch(population.names, matchers, floor);
  const lot = stream(population.seed, 'linkage/tie');

  return {
    link(area, numbers, tally) {
      const zip = openZipArea(population, area);
      const count = openZipCount(plan, tally);
      withCandidates(search, population.names, zip.people, (candidates) => {
        for (const number of numbers) {
          const request = prepare(requests, number);
          count.request(request.truth.taxpayer >= 0);
          for (let m = 0; m < matchers.length; m++) {
            let near: ScoredCandidate[] = [];
            candidates(m, request.surname, request.givenName, (person, score) =>
              near.push({ person, score }),
            );
            for (let p = 0; p < places.length && near.length > 0; p++) {
              near = near.filter(({ person }) => places[p]!.agrees(request.record, zip.addressOf(person)));
              const { best, runnerUp } = leaders(near, area.firstPerson, number, lot);
              const passedByRunnerUp = passed(plan, runnerUp);
              for (let r = 0; r < rules.length; r++) {
                const rule = rules[r]!;
                count.openRequest(m, p, r);
                for (const candidate of near) {
                  const matchedAt = rule.matchedAt(
                    passed(plan, candidate.score),
                    candidate === best,
                    passedByRunnerUp,
                  );
                  if (matchedAt === 0) continue;
                  const { person } = candidate;
                  if (area.firstPerson + person === request.truth.taxpayer) count.correct(matchedAt);
                  else {
                    const cause = causeOf(relation(zip, request, person));
                    count.wrong(person, matchedAt, zip.people.status[person]!, zip.originOf(person), cause);
                  }
                }
                count.closeRequest();
              }
            }
          }
        }
      });
      count.close(area.people, numbers.length);
    },

    pairs(area, numbers, matcherId, placeId) {
      const zip = openZipArea(population, area);
      const matcher = plan.matchers.indexOf(matcherId);
      const place = places[plan.places.indexOf(placeId)]!;
      const pairs: { request: number; taxpayer: number; score: number }[] = [];
      withCandidates(search, population.names, zip.people, (candidates) => {
        for (const number of numbers) {
          const request = prepare(requests, number);
          candidates(matcher, request.surname, request.givenName, (person, score) => {
            if (!place.agrees(request.record, zip.addressOf(person))) return;
            pairs.push({ request: number, taxpayer: area.firstPerson + person, score });
          });
        }
      });
      return pairs;
    },
  };
}

/** The thresholds that a score reaches, as the low bits of a word. */
function passed({ thresholds }: CountPlan, score: number): number {
  let count = 0;
  while (count < thresholds.length && score + SCORE_TOLERANCE >= thresholds[count]!) count++;
  return 2 ** count - 1;
}

/** The best candidate, and the score of the next (-1 if there is none); a tie for best is drawn by lot. */
function leaders(candidates: readonly ScoredCandidate[], firstPerson: number, request: number, lot: Stream) {
  let best: ScoredCandidate | undefined;
  let runnerUp = -1;
  let drawn = -1;
  const words = new Uint32Array(4);
  const ticket = ({ person }: ScoredCandidate) => {
    block(lot, firstPerson + person, request, words);
    return words[0]!;
  };
  for (const candidate of candidates) {
    if (best === undefined) best = candidate;
    else if (candidate.score > best.score) {
      runnerUp = best.score;
      best = candidate;
      drawn = -1;
    } else if (candidate.score === best.score) {
      runnerUp = best.score;
      if (drawn === -1) drawn = ticket(best);
      const other = ticket(candidate);
      if (other > drawn) {
        best = candidate;
        drawn = other;
      }
    } else runnerUp = Math.max(runnerUp, candidate.score);
  }
  return { best, runnerUp };
}

/** How the matched person stands to the requested one. */
function relation(zip: OpenZipArea, { record, truth }: Request, person: number): CauseFacts {
  const dwelling = zip.dwellingOf(person);
  const building = (d: number) => {
    const { street, houseNumber } = zip.neighbourhood.addressCode(d);
    return `${street} ${houseNumber}`;
  };
  const recordedHere = truth.recordedArea.zip === zip.area.zip && record.street !== '';
  return {
    livesWithRequested: truth.area.zip === zip.area.zip && dwelling === truth.homeDwelling,
    livesAtFormerAddress: truth.isFormerAddress && recordedHere && dwelling === truth.recordedDwelling,
    livesInUnitlessBuilding:
      recordedHere &&
      record.unit === '' &&
      zip.neighbourhood.addressCode(truth.recordedDwelling).unit > 0 &&
      building(dwelling) === building(truth.recordedDwelling),
  };
}

function chosen<T extends { readonly id: string }>(
  registry: readonly T[],
  ids: readonly string[],
): readonly T[] {
  return ids.map((id) => {
    const found = registry.find((entry) => entry.id === id);
    if (found === undefined)
      throw new RangeError(`no such id; one of ${registry.map((e) => e.id).join(', ')}: ${id}`);
    return found;
  });
}

function prepare(requests: RequestList, number: number): Request {
  const truth = requests.truth(number);
  const { record } = requests.record(number, truth);
  return {
    number,
    record,
    surname: normaliseName(record.surname),
    givenName: normaliseName(record.givenName),
    truth,
  };
}

/** A ZIP area at work: its people, and what is looked up about some of them, remembered. */
interface OpenZipArea {
  readonly area: ZipArea;
  readonly people: PeopleColumns;
  readonly neighbourhood: Neighbourhood;
  addressOf(person: number): Address;
  dwellingOf(person: number): number;
  /** Place in `origins`. */
  originOf(person: number): number;
}

function openZipArea(population: Population, area: ZipArea): OpenZipArea {
  const people = population.people(area);
  const neighbourhood = population.neighbourhood(area);
  const dwellings = new Int32Array(area.households).fill(-1);
  const addresses: Address[] = [];
  const dwellingOf = (person: number) => {
    const household = people.household[person]!;
    if (dwellings[household] === -1) dwellings[household] = neighbourhood.dwellingOf(household);
    return dwellings[household]!;
  };
  return {
    area,
    people,
    neighbourhood,
    dwellingOf,
    addressOf(person) {
      const household = people.household[person]!;
      addresses[household] ??= addressAt(neighbourhood, area, dwellingOf(person));
      return addresses[household];
    },
    originOf: (person) => cellOf(area, people.household[person]!).origin,
  };
}

function addressAt(neighbourhood: Neighbourhood, area: ZipArea, dwelling: number): Address {
  return { ...neighbourhood.addressText(neighbourhood.filedCode(dwelling)), zip: area.code };
}
