/**
 * Counts the outcome of one ZIP area. People are counted once each, however many requests match them: the
 * thresholds at which somebody is matched are kept as a word of bits for each match, brought together over all
 * requests when the ZIP area is closed.
 */

import { statuses } from '../population/statuses.ts';
import { causes } from './causes.ts';
import {
  type CountPlan,
  cellIndex,
  cells,
  groupIndex,
  groupsOfPeople,
  settingOf,
  settings,
} from './counts.ts';
import { lowestBit, type StepCounts, stepCounts } from './step-counts.ts';
import { addCount, addZipArea, type Tally } from './tally.ts';

export interface ZipCount {
  /** One more request of the ZIP area. */
  request(inFile: boolean): void;
  /** Begins the outcome of that request under one matcher, place scope and decision rule. */
  openRequest(matcher: number, place: number, rule: number): void;
  /** It is matched to the requested person at these thresholds. */
  correct(matchedAt: number): void;
  /**
   * It is matched to somebody else: a row of the ZIP area, or, of somebody who lives elsewhere, any other whole number
   * that is theirs alone; with places of status, origin and cause.
   */
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

/** Numbers a match takes in the list of matches: end of the one before under the same rule, person, kind, thresholds. */
const MATCH = 4;
/** Where no match ends. */
const NONE = 0;

/**
 * What counts one ZIP area after the other: the next is opened when the last is closed. What it costs follows from
 * what is matched, so that a country of small ZIP areas is no dearer than one of large ones.
 */
export function zipCounter(plan: CountPlan): (tally: Tally, people: number) => ZipCount {
  const thresholds = plan.thresholds.length;
  const rules = settings(plan) / thresholds;
  // All empty between two ZIP areas. Counts of the area, and of its requests one by one the squares, are kept by rule and
  // cell; in between pairs of the request in hand by group.
  const sums = stepCounts(rules * cells.length);
  const squares = stepCounts(rules * cells.length);
  const pairs = stepCounts(groupsOfPeople);
  const isMatched = new Uint8Array(rules);
  const counts = new Float64Array(settings(plan) * cells.length);
  const addDistinct = distinctPeople(sums);

  // The matches, those of a rule one behind the other from the last.
  let matches = new Int32Array(1024 * MATCH);
  let length = 0;
  const lastOf = new Int32Array(rules).fill(NONE);

  let isOpen = false;
  const clear = () => {
    for (const each of [sums, squares, pairs]) each.read(() => {});
    isMatched.fill(0);
    lastOf.fill(NONE);
    length = 0;
  };

  return (tally, people) => {
    // A ZIP area before this one was broken off by an error.
    if (isOpen) clear();
    isOpen = true;
    let inFileHere = 0;

    // The outcome of the request in hand under the rule in hand.
    let rule = 0;
    let correctAt = 0;

    /** Counts the request in hand in a cell. */
    const count = (cell: number, matchedAt: number, by: number) => {
      sums.add(rule * cells.length + cell, matchedAt, by);
      squares.add(rule * cells.length + cell, matchedAt, by * by);
    };
    const countPairs = (group: number, matchedAt: number, by: number) => {
      squares.add(rule * cells.length + group, matchedAt, by * by);
      if (group !== groupIndex.all && group !== groupIndex.citizens) return;
      count(wrongRequests[group], matchedAt, 1);
      count(wrongPairs[group], matchedAt, by);
    };

    /** Calls back for each threshold of a word that is counted under a key, with its place among all counts. */
    const eachCount = (key: number, matchedAt: number, at: (place: number) => void) => {
      const ofRule = Math.floor(key / cells.length);
      const cell = key - ofRule * cells.length;
      for (let bits = matchedAt; bits !== 0; bits &= bits - 1) {
        at((ofRule * thresholds + lowestBit(bits)) * cells.length + cell);
      }
    };

    return {
      request(inFile) {
        if (inFile) inFileHere += 1;
      },

      openRequest(matcher, place, ofPlan) {
        rule = settingOf(plan, matcher, place, ofPlan) / thresholds;
        correctAt = 0;
      },

      correct(matchedAt) {
        correctAt |= matchedAt;
      },

      wrong(person, matchedAt, status, origin, cause) {
        if (length === matches.length) {
          const longer = new Int32Array(2 * length);
          longer.set(matches);
          matches = longer;
        }
        matches[length] = lastOf[rule]!;
        matches[length + 1] = person;
        matches[length + 2] = kindOf(status, origin, cause);
        matches[length + 3] = matchedAt;
        length += MATCH;
        lastOf[rule] = length;
        isMatched[rule] = 1;
        addGroups(pairs, 0, status, origin, matchedAt);
        pairs.add(groupIndex.cause + cause, matchedAt, 1);
      },

      closeRequest() {
        if (correctAt !== 0) {
          isMatched[rule] = 1;
          count(correctRequests, correctAt, 1);
        }
        pairs.read(countPairs);
      },

      close(taxpayers, requests) {
        const counted: number[] = [];
        for (let r = 0; r < rules; r++) addDistinct(r * cells.length, people, matches, lastOf[r]!);
        sums.read((key, matchedAt, sum) => {
          eachCount(key, matchedAt, (at) => {
            counts[at] = sum;
          });
        });
        squares.read((key, matchedAt, sum) => {
          eachCount(key, matchedAt, (at) => {
            tally.requestSquares[at]! += sum;
          });
        });
        for (let s = 0; s < rules * thresholds; s++) {
          const missedAt = s * cells.length + missedRequests;
          const missed = inFileHere - counts[s * cells.length + correctRequests]!;
          tally.requestSquares[missedAt]! += missed;
          if (isMatched[Math.floor(s / thresholds)] === 1) {
            counts[missedAt] = missed;
            counted.push(s);
          } else addCount(tally, missedAt, missed);
        }
        addZipArea(tally, { taxpayers, requests, counts, settings: counted });
        for (const s of counted) counts.fill(0, s * cells.length, (s + 1) * cells.length);
        clear();
        isOpen = false;
      },
    };
  };
}

/** What a matched person is and why they were matched, in one number. */
const kindOf = (status: number, origin: number, cause: number) => (origin << 16) | (status << 8) | cause;

/** Counts each person of the matches of a rule once at each threshold, and once among the causes. */
function distinctPeople(into: StepCounts) {
  // By row of the ZIP area and, of those who live elsewhere, by their number: one past their place in the columns below.
  // Empty between two calls.
  let placeOfRow = new Int32Array(0);
  const placeElsewhere = new Map<number, number>();
  // By place; thresholds by place and cause.
  const persons: number[] = [];
  const kinds: number[] = [];
  const words: number[] = [];
  /** @param firstKey of the cells of the rule @param last end of the last of its matches */
  return (firstKey: number, people: number, matches: Int32Array, last: number) => {
    if (placeOfRow.length < people) placeOfRow = new Int32Array(2 * people);
    const isRow = (person: number) => person >= 0 && person < people;
    let count = 0;
    for (let end = last; end !== NONE; end = matches[end - MATCH]!) {
      const person = matches[end - MATCH + 1]!;
      const kind = matches[end - MATCH + 2]!;
      let place = isRow(person) ? placeOfRow[person]! : (placeElsewhere.get(person) ?? 0);
      if (place === 0) {
        persons[count] = person;
        kinds[count] = kind;
        for (let cause = 0; cause < causes.length; cause++) words[count * causes.length + cause] = 0;
        place = ++count;
        if (isRow(person)) placeOfRow[person] = place;
        else placeElsewhere.set(person, place);
      }
      words[(place - 1) * causes.length + (kind & 0xff)]! |= matches[end - MATCH + 3]!;
    }
    for (let place = 0; place < count; place++) {
      let explained = 0;
      for (let cause = 0; cause < causes.length; cause++) {
        const matchedAt = words[place * causes.length + cause]!;
        into.add(firstKey + groupIndex.cause + cause, matchedAt & ~explained, 1);
        explained |= matchedAt;
      }
      addGroups(into, firstKey, (kinds[place]! >>> 8) & 0xff, kinds[place]! >>> 16, explained);
      if (isRow(persons[place]!)) placeOfRow[persons[place]!] = 0;
    }
    placeElsewhere.clear();
  };
}

/** Counts a person once more in the groups, other than by cause, that they are in. */
function addGroups(
  into: StepCounts,
  firstKey: number,
  status: number,
  origin: number,
  matchedAt: number,
): void {
  into.add(firstKey + groupIndex.all, matchedAt, 1);
  into.add(firstKey + groupIndex.status + status, matchedAt, 1);
  into.add(firstKey + groupIndex.origin + origin, matchedAt, 1);
  if (statuses[status]!.citizen) into.add(firstKey + groupIndex.citizens, matchedAt, 1);
}
