/**
 * Counts the outcome of one ZIP area. People are counted once each, however many requests match them: the
 * thresholds at which somebody is matched are kept as a word of bits for each match, brought together over all
 * requests when the ZIP area is closed.
 *
 * Method: a word of thresholds is a run of bits, or a few. To count how many matches there are at each threshold, one is
 * added where a run begins and taken away where it ends; the running sum is the count (a difference array).
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

/** Numbers a match takes in the list of matches: rule, person, what the person is, thresholds. */
const MATCH = 4;

/**
 * What counts one ZIP area after the other: the next is opened when the last is closed. What it costs follows from
 * what is matched, so that a country of small ZIP areas is no dearer than one of large ones.
 */
export function zipCounter(plan: CountPlan): (tally: Tally, people: number) => ZipCount {
  const thresholds = plan.thresholds.length;
  const rules = settings(plan) / thresholds;
  // All 0 between two ZIP areas.
  const counts = new Float64Array(settings(plan) * cells.length);
  const isMatched = new Uint8Array(rules);
  let matches = new Int32Array(1024 * MATCH);
  const own = thresholdCounts(thresholds);
  const distinct = distinctPeople(thresholds);

  let isOpen = false;
  const clear = () => {
    counts.fill(0);
    isMatched.fill(0);
    own.read(() => {});
  };

  return (tally, people) => {
    // A ZIP area before this one was broken off by an error.
    if (isOpen) clear();
    isOpen = true;
    const matchesOf = new Int32Array(rules + 1);
    let length = 0;
    let inFileHere = 0;

    // The outcome of the request in hand under the rule in hand.
    let setting = 0;
    let correctAt = 0;

    /** Counts the pairs of that request in one group at one threshold. */
    const countPairs = (group: number, threshold: number, pairs: number) => {
      const { requestSquares } = tally;
      const at = (setting + threshold) * cells.length;
      requestSquares[at + group]! += pairs * pairs;
      if (group !== groupIndex.all && group !== groupIndex.citizens) return;
      counts[at + wrongRequests[group]]! += 1;
      requestSquares[at + wrongRequests[group]]! += 1;
      counts[at + wrongPairs[group]]! += pairs;
      requestSquares[at + wrongPairs[group]]! += pairs * pairs;
    };

    return {
      request(inFile) {
        if (inFile) inFileHere += 1;
      },

      openRequest(matcher, place, rule) {
        setting = settingOf(plan, matcher, place, rule);
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
        const rule = setting / thresholds;
        matchesOf[rule + 1]! += 1;
        matches[length++] = rule;
        matches[length++] = person;
        matches[length++] = kindOf(status, origin, cause);
        matches[length++] = matchedAt;
        addGroups(own, status, origin, matchedAt);
        own.add(groupIndex.cause + cause, matchedAt);
      },

      closeRequest() {
        if (correctAt !== 0) isMatched[setting / thresholds] = 1;
        for (let bits = correctAt; bits !== 0; bits &= bits - 1) {
          const at = (setting + lowestBit(bits)) * cells.length + correctRequests;
          counts[at]! += 1;
          tally.requestSquares[at]! += 1;
        }
        own.read(countPairs);
      },

      close(taxpayers, requests) {
        for (let rule = 0; rule < rules; rule++) {
          if (matchesOf[rule + 1]! > 0) isMatched[rule] = 1;
          matchesOf[rule + 1]! += matchesOf[rule]!;
        }
        const byRule = sortedByRule(matches.subarray(0, length), matchesOf);
        const counted: number[] = [];
        for (let rule = 0; rule < rules; rule++) {
          const isCounted = isMatched[rule] === 1;
          if (isCounted) {
            distinct(people, byRule, matchesOf[rule]!, matchesOf[rule + 1]!, (group, threshold, count) => {
              counts[(rule * thresholds + threshold) * cells.length + group]! += count;
            });
          }
          for (let s = rule * thresholds; s < (rule + 1) * thresholds; s++) {
            const missedAt = s * cells.length + missedRequests;
            const missed = inFileHere - counts[s * cells.length + correctRequests]!;
            tally.requestSquares[missedAt]! += missed;
            if (isCounted) {
              counts[missedAt] = missed;
              counted.push(s);
            } else addCount(tally, missedAt, missed);
          }
        }
        addZipArea(tally, { taxpayers, requests, counts, settings: counted });
        for (const s of counted) counts.fill(0, s * cells.length, (s + 1) * cells.length);
        isMatched.fill(0);
        isOpen = false;
      },
    };
  };
}

/** What a matched person is and why they were matched, in one number. */
const kindOf = (status: number, origin: number, cause: number) => (origin << 16) | (status << 8) | cause;

/** The matches in the order of their rules; those of a rule are `starts[rule]` to `starts[rule + 1]`. */
function sortedByRule(matches: Int32Array, starts: Int32Array): Int32Array {
  const sorted = new Int32Array(matches.length);
  const next = starts.slice();
  for (let from = 0; from < matches.length; from += MATCH) {
    const to = next[matches[from]!]!++ * MATCH;
    for (let i = 0; i < MATCH; i++) sorted[to + i] = matches[from + i]!;
  }
  return sorted;
}

/** Counts each person of the matches of a rule once at each threshold, and once among the causes. */
function distinctPeople(thresholds: number) {
  // All 0 between two calls.
  let placeOfRow = new Int32Array(0);
  const here = thresholdCounts(thresholds);
  return (
    people: number,
    matches: Int32Array,
    first: number,
    end: number,
    report: (group: number, threshold: number, count: number) => void,
  ) => {
    if (placeOfRow.length < people) placeOfRow = new Int32Array(2 * people);
    const placeElsewhere = new Map<number, number>();
    const kinds: number[] = [];
    const words: number[] = [];
    const rows: number[] = [];
    for (let match = first; match < end; match++) {
      const person = matches[match * MATCH + 1]!;
      const kind = matches[match * MATCH + 2]!;
      const isRow = person >= 0 && person < people;
      let place = isRow ? placeOfRow[person]! : (placeElsewhere.get(person) ?? 0);
      if (place === 0) {
        place = kinds.push(kind);
        for (let cause = 0; cause < causes.length; cause++) words.push(0);
        if (isRow) {
          placeOfRow[person] = place;
          rows.push(person);
        } else placeElsewhere.set(person, place);
      }
      words[(place - 1) * causes.length + (kind & 0xff)]! |= matches[match * MATCH + 3]!;
    }
    kinds.forEach((kind, place) => {
      let explained = 0;
      for (let cause = 0; cause < causes.length; cause++) {
        const matchedAt = words[place * causes.length + cause]!;
        here.add(groupIndex.cause + cause, matchedAt & ~explained);
        explained |= matchedAt;
      }
      addGroups(here, (kind >>> 8) & 0xff, kind >>> 16, explained);
    });
    here.read(report);
    for (const row of rows) placeOfRow[row] = 0;
  };
}

/** Counts by group and threshold; reading empties them. */
interface ThresholdCounts {
  /** One more of the group at each threshold of the word. */
  add(group: number, matchedAt: number): void;
  /** Calls back for every count that is not 0. */
  read(report: (group: number, threshold: number, count: number) => void): void;
}

function thresholdCounts(thresholds: number): ThresholdCounts {
  const width = thresholds + 1;
  const changes = new Int32Array(groupsOfPeople * width);
  // By group: the end of its last run, 0 where it has none.
  const ends = new Uint8Array(groupsOfPeople);
  const touched: number[] = [];
  return {
    add(group, matchedAt) {
      if (matchedAt === 0) return;
      if (ends[group] === 0) touched.push(group);
      const end = 32 - Math.clz32(matchedAt);
      if (ends[group]! < end) ends[group] = end;
      for (let rest = matchedAt, from = 0; rest !== 0; ) {
        const gap = lowestBit(rest);
        const run = lowestBit(~(rest >>> gap));
        changes[group * width + from + gap]! += 1;
        changes[group * width + from + gap + run]! -= 1;
        from += gap + run;
        rest >>>= gap + run;
      }
    },
    read(report) {
      for (const group of touched) {
        const first = group * width;
        let count = 0;
        for (let threshold = 0; threshold < ends[group]!; threshold++) {
          count += changes[first + threshold]!;
          changes[first + threshold] = 0;
          if (count !== 0) report(group, threshold, count);
        }
        changes[first + ends[group]!] = 0;
        ends[group] = 0;
      }
      touched.length = 0;
    },
  };
}

/** The groups, other than by cause, that a person is in. */
function addGroups(into: ThresholdCounts, status: number, origin: number, matchedAt: number): void {
  into.add(groupIndex.all, matchedAt);
  into.add(groupIndex.status + status, matchedAt);
  into.add(groupIndex.origin + origin, matchedAt);
  if (statuses[status]!.citizen) into.add(groupIndex.citizens, matchedAt);
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);
