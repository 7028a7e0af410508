/**
 * Counts the outcome of one ZIP area. People are counted once each, however many requests match them: the
 * thresholds at which somebody is matched are collected as a word of bits over all requests, and read off when
 * the ZIP area is closed.
 */

import { statuses } from '../population/statuses.ts';
import { causes } from './causes.ts';
import { type CountPlan, cellIndex, cells, groupIndex, settingOf, settings } from './counts.ts';
import { addZipArea, type Tally } from './tally.ts';

export interface ZipCount {
  /** One more request of the ZIP area. */
  request(inFile: boolean): void;
  /** Begins the outcome of that request under one matcher, place scope and decision rule. */
  openRequest(matcher: number, place: number, rule: number): void;
  /** It is matched to the requested person at these thresholds. */
  correct(matchedAt: number): void;
  /** It is matched to somebody else: a row of the ZIP area, with places of status, origin and cause. */
  wrong(person: number, matchedAt: number, status: number, origin: number, cause: number): void;
  closeRequest(): void;
  /** Adds the ZIP area to the tally. */
  close(taxpayers: number, requests: number): void;
}

const wrongRequests = [
  cellIndex('requests-wrongly-matched', 'all'),
  cellIndex('requests-wrongly-matched', 'citizens'),
] as const;
const wrongPairs = [
  cellIndex('pairs-wrongly-matched', 'all'),
  cellIndex('pairs-wrongly-matched', 'citizens'),
] as const;
const correctRequests = cellIndex('requests-correctly-matched', 'all');
const missedRequests = cellIndex('requests-missed', 'all');

/** Somebody wrongly matched under one rule: at which thresholds, by cause. */
interface MatchedPerson {
  readonly status: number;
  readonly origin: number;
  readonly byCause: number[];
}

export function openZipCount(plan: CountPlan, tally: Tally): ZipCount {
  const counts = new Float64Array(tally.sum.length);
  const people = new Map<number, Map<number, MatchedPerson>>();
  let inFileHere = 0;

  // The outcome of the request in hand under the rule in hand.
  let setting = 0;
  let matched = new Map<number, MatchedPerson>();
  let correctAt = 0;
  const own = new Map<number, number>();

  const add = (group: number, matchedAt: number) => {
    for (let bits = matchedAt; bits !== 0; bits &= bits - 1) {
      const at = (setting + lowestBit(bits)) * cells.length + group;
      own.set(at, (own.get(at) ?? 0) + 1);
    }
  };

  return {
    request(inFile) {
      if (inFile) inFileHere += 1;
    },

    openRequest(matcher, place, rule) {
      setting = settingOf(plan, matcher, place, rule);
      let here = people.get(setting);
      if (here === undefined) {
        here = new Map();
        people.set(setting, here);
      }
      matched = here;
      correctAt = 0;
    },

    correct(matchedAt) {
      correctAt |= matchedAt;
    },

    wrong(person, matchedAt, status, origin, cause) {
      let entry = matched.get(person);
      if (entry === undefined) {
        entry = { status, origin, byCause: causes.map(() => 0) };
        matched.set(person, entry);
      }
      entry.byCause[cause]! |= matchedAt;
      for (const group of groupsOf(status, origin)) add(group, matchedAt);
      add(groupIndex.cause + cause, matchedAt);
    },

    closeRequest() {
      for (let bits = correctAt; bits !== 0; bits &= bits - 1) {
        const at = (setting + lowestBit(bits)) * cells.length + correctRequests;
        counts[at]! += 1;
        tally.requestSquares[at]! += 1;
      }
      for (const [at, pairs] of own) {
        tally.requestSquares[at]! += pairs * pairs;
        const group = at % cells.length;
        if (group !== groupIndex.all && group !== groupIndex.citizens) continue;
        const ofRequests = at - group + wrongRequests[group]!;
        counts[ofRequests]! += 1;
        tally.requestSquares[ofRequests]! += 1;
        const ofPairs = at - group + wrongPairs[group]!;
        counts[ofPairs]! += pairs;
        tally.requestSquares[ofPairs]! += pairs * pairs;
      }
      own.clear();
    },

    close(taxpayers, requests) {
      for (const [first, here] of people) {
        for (const { status, origin, byCause } of here.values()) {
          const anyCause = byCause.reduce((all, matchedAt) => all | matchedAt, 0);
          for (const group of groupsOf(status, origin)) count(counts, first, group, anyCause);
          let explained = 0;
          byCause.forEach((matchedAt, cause) => {
            count(counts, first, groupIndex.cause + cause, matchedAt & ~explained);
            explained |= matchedAt;
          });
        }
      }
      const every = settings(plan);
      for (let s = 0; s < every; s++) {
        const at = s * cells.length;
        counts[at + missedRequests] = inFileHere - counts[at + correctRequests]!;
        tally.requestSquares[at + missedRequests]! += counts[at + missedRequests]!;
      }
      addZipArea(tally, { taxpayers, requests, counts });
    },
  };
}

function count(counts: Float64Array, setting: number, group: number, matchedAt: number): void {
  for (let bits = matchedAt; bits !== 0; bits &= bits - 1) {
    counts[(setting + lowestBit(bits)) * cells.length + group]! += 1;
  }
}

/** The groups, other than by cause, that a person is in. */
function groupsOf(status: number, origin: number): readonly number[] {
  const always = [groupIndex.all, groupIndex.status + status, groupIndex.origin + origin];
  return statuses[status]!.citizen ? [...always, groupIndex.citizens] : always;
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
