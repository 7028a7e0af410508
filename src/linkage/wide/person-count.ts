/**
 * Counts the outcome of one ZIP area under wide place scopes, person by person: everybody who was looked up, with the
 * requests that match them wrongly, and apart from them each request that is about somebody who lives there.
 *
 * The unit is the person, so squares are added up over people: one for a person matched, and of a person's wrong pairs
 * their number. How many requests match somebody wrong, and whom the other rules leave, cannot be told from a part of the
 * people: those counts stay 0. Under rule `all` a match holds at the lowest thresholds up to some place, so a number says
 * which.
 */

import { statuses } from '../../population/statuses.ts';
import { causes } from '../causes.ts';
import { type CountPlan, cellIndex, cells, groupIndex, settingOf, settings } from '../counts.ts';
import { addZipArea, type Tally } from '../tally.ts';

/** What somebody looked up is: places in `statuses` and `origins`. */
export interface PersonKind {
  readonly status: number;
  readonly origin: number;
}

export interface PersonCount {
  /** The person in hand is wrongly matched by one more request, at the `reached` lowest thresholds. */
  wrong(matcher: number, place: number, cause: number, reached: number): void;
  /** The person in hand is done. */
  closePerson(kind: PersonKind): void;
  /** One more request about somebody of the ZIP area; matched to them at the `reached` lowest thresholds. */
  own(matcher: number, place: number, reached: number): void;
  /** Adds the ZIP area to the tally. */
  close(area: { readonly taxpayers: number; readonly lookedUp: number }): void;
}

const wrongPairs = [
  cellIndex('pairs-wrongly-matched', 'all'),
  cellIndex('pairs-wrongly-matched', 'citizens'),
] as const;
const correctRequests = cellIndex('requests-correctly-matched', 'all');
const missedRequests = cellIndex('requests-missed', 'all');

/** @param plan of wide place scopes; only its rule `all` is counted */
export function openPersonCount(plan: CountPlan, tally: Tally): PersonCount {
  const thresholds = plan.thresholds.length;
  const rule = plan.rules.indexOf('all');
  const counts = new Float64Array(settings(plan) * cells.length);
  // Of the person in hand, by matcher and place: requests by how many thresholds they reach; by cause, the most reached.
  const ways = plan.matchers.length * plan.places.length;
  const pairs = new Int32Array(ways * (thresholds + 1));
  const reachedBy = new Int32Array(ways * causes.length);
  const isTouched = new Uint8Array(ways);
  const add = (setting: number, cell: number, count: number) => {
    counts[setting * cells.length + cell]! += count;
    tally.requestSquares[setting * cells.length + cell]! += count * count;
  };
  const settingsOf = (way: number) =>
    settingOf(plan, Math.floor(way / plan.places.length), way % plan.places.length, rule);

  /** Adds one to a cell at thresholds `first` to `end`. */
  const addOne = (setting: number, cell: number, first: number, end: number) => {
    for (let threshold = first; threshold < end; threshold++) add(setting + threshold, cell, 1);
  };

  const closeWay = (way: number, { status, origin }: PersonKind) => {
    const setting = settingsOf(way);
    const { citizen } = statuses[status]!;
    let reached = 0;
    for (let cause = 0; cause < causes.length; cause++) {
      const byCause = reachedBy[way * causes.length + cause]!;
      reachedBy[way * causes.length + cause] = 0;
      if (byCause <= reached) continue;
      addOne(setting, groupIndex.cause + cause, reached, byCause);
      reached = byCause;
    }
    addOne(setting, groupIndex.all, 0, reached);
    addOne(setting, groupIndex.status + status, 0, reached);
    addOne(setting, groupIndex.origin + origin, 0, reached);
    if (citizen) addOne(setting, groupIndex.citizens, 0, reached);
    let passing = 0;
    for (let threshold = thresholds - 1; threshold >= 0; threshold--) {
      const at = way * (thresholds + 1) + threshold + 1;
      passing += pairs[at]!;
      pairs[at] = 0;
      if (passing === 0) continue;
      add(setting + threshold, wrongPairs[0], passing);
      if (citizen) add(setting + threshold, wrongPairs[1], passing);
    }
  };

  return {
    wrong(matcher, place, cause, reached) {
      if (reached === 0) return;
      const way = matcher * plan.places.length + place;
      isTouched[way] = 1;
      pairs[way * (thresholds + 1) + reached]! += 1;
      const at = way * causes.length + cause;
      if (reached > reachedBy[at]!) reachedBy[at] = reached;
    },
    closePerson(kind) {
      for (let way = 0; way < ways; way++) {
        if (isTouched[way] === 0) continue;
        isTouched[way] = 0;
        closeWay(way, kind);
      }
    },
    own(matcher, place, reached) {
      const setting = settingOf(plan, matcher, place, rule);
      addOne(setting, correctRequests, 0, reached);
      addOne(setting, missedRequests, reached, thresholds);
    },
    close({ taxpayers, lookedUp }) {
      addZipArea(tally, { taxpayers, requests: 0, lookedUp, counts });
    },
  };
}
