/**
 * Links the people of one ZIP area with the whole request list, for the place scopes that are wider than a ZIP area.
 * Elsewhere a request is held against the people of a place; here the question is turned round, because requests cannot
 * be thinned (somebody is wrongly matched if any of them matches) and people can: a share of them is looked up in the list.
 * Each request about somebody of the ZIP area is held against that person, whether they are looked up or not.
 * Beside that a sample of requests may be held against everybody (held/), for what all people are needed to tell.
 *
 * With `link-zip-area.ts` the one place where scores and truth meet.
 */

import { gateList } from '../../matching/gate.ts';
import { gates as allGates } from '../../matching/gates/index.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { matchers as allMatchers } from '../../matching/matchers/index.ts';
import { places as allPlaces } from '../../matching/places/index.ts';
import type { ZipArea } from '../../population/layout.ts';
import type { Population } from '../../population/population.ts';
import { blankRecord } from '../../population/record.ts';
import type { RequestList } from '../../requests/request-list.ts';
import { causeOf, causes } from '../causes.ts';
import type { CountPlan } from '../counts.ts';
import { type Relation, relationTo } from '../relation.ts';
import { heldTallyOf, type Tally } from '../tally.ts';
import { reachedBy, SCORE_TOLERANCE } from '../thresholds-reached.ts';
import { nameLists } from '../zip-names.ts';
import { everybodyThere } from './everybody-there.ts';
import { heldRequests } from './held/held-requests.ts';
import { requestHolder } from './held/hold-requests.ts';
import { type PeopleLookedUp, peopleLookedUp } from './people-looked-up.ts';
import { openPersonCount } from './person-count.ts';
import { openRegister, sortedBy } from './register.ts';
import { type RegisterColumns, valuesOf } from './register-columns.ts';
import { registerSearch } from './search.ts';

/** The gate about pairs that the register knows the dates for. */
const DATES_AGREE = 'date-of-birth-agrees';

export interface WideLinker {
  /**
   * Looks up people of a ZIP area, and adds the outcome to `tally`.
   * @param share of the people there who are looked up, in (0, 1]
   */
  link(area: ZipArea, share: number, tally: Tally): void;
}

const namesake = causes.findIndex(({ id }) => id === 'namesake');

/**
 * @param columns of the whole request list
 * @param plan of wide place scopes; people are looked up for its rule `all`, if it has it
 * @param gates ids of those that must hold; those about requests are in the columns already
 * @param requestsHeld how many requests to hold against everybody, drawn by lot
 */
export function wideLinker(
  population: Population,
  requests: RequestList,
  columns: RegisterColumns,
  plan: CountPlan,
  gates: readonly string[],
  requestsHeld = 0,
): WideLinker {
  const datesMustAgree = gates.includes(DATES_AGREE);
  refuseOtherPairGates(gates);
  const register = openRegister(columns);
  const { admitted, birthDates, homeZips, recordedZips, taxpayers } = columns;
  const { codes: stateCodes } = columns.states;
  const states = valuesOf(columns.states);
  const surnames = register.surnames.dictionary.values;
  const givenNames = register.givenNames.dictionary.values;
  const requestsByPerson = sortedBy(taxpayers);
  const floor = plan.thresholds[0]! - SCORE_TOLERANCE;
  const matchers = plan.matchers.map(matcherOf);
  const searches = matchers.map((matcher) => registerSearch(matcher, register, floor, datesMustAgree));
  const places = plan.places.map((id) => allPlaces.find((place) => place.id === id)!);
  const lists = nameLists(population.names);
  const everybodyIn = everybodyThere(population);
  const lookedUpIn = peopleLookedUp(population, lists);
  const isLookingUp = plan.rules.includes('all');
  const sample = requestsHeld === 0 ? undefined : heldRequests(columns, requestsHeld, population.seed);
  const holder =
    sample &&
    requestHolder(sample, {
      names: population.names,
      lists,
      seed: population.seed,
      matchers,
      thresholds: plan.thresholds,
      places: places.length,
      datesMustAgree,
    });
  const reached = (score: number) => 32 - Math.clz32(reachedBy(plan.thresholds, score));

  /** Requests about people of the ZIP area, by the row of the person. */
  const requestsAbout = (area: ZipArea): ReadonlyMap<number, readonly number[]> => {
    const about = new Map<number, number[]>();
    let at = firstAtLeast(requestsByPerson, taxpayers, area.firstPerson);
    for (; at < requestsByPerson.length; at++) {
      const request = requestsByPerson[at]!;
      const row = taxpayers[request]! - area.firstPerson;
      if (row >= area.people) break;
      const before = about.get(row);
      if (before === undefined) about.set(row, [request]);
      else before.push(request);
    }
    return about;
  };

  /** By place scope and code of the state of a request: whether it agrees with an address of the ZIP area. */
  const agreementWith = ({ state }: ZipArea, among: readonly string[]) =>
    places.map((place) =>
      among.map((other) => place.agrees({ ...blankRecord, state: other }, { ...blankRecord, state })),
    );

  /** Why somebody of a household of the ZIP area is matched to a request about somebody else. */
  const causesIn = (area: ZipArea): ((request: number, household: number) => number) => {
    const neighbourhood = population.neighbourhood(area);
    const homes = { area, neighbourhood, dwellingOf: neighbourhood.dwellingOf };
    const relations = new Map<number, Relation>();
    return (request, household) => {
      if (homeZips[request] !== area.zip && recordedZips[request] !== area.zip) return namesake;
      let relation = relations.get(request);
      if (relation === undefined) {
        const truth = requests.truth(request);
        relation = relationTo(homes, requests.record(request, truth).record, truth);
        relations.set(request, relation);
      }
      return causeOf({ ...relation(household), matchedByNumber: false });
    };
  };

  return {
    link(area, share, tally) {
      const there = everybodyIn(area);
      if (sample !== undefined && holder !== undefined) {
        const agreesWithSample = agreementWith(area, valuesOf(sample.columns.states));
        holder.hold(there, agreesWithSample, heldTallyOf(tally, holder.sizes));
      }
      const count = openPersonCount(plan, tally);
      if (!isLookingUp) {
        count.close({ taxpayers: area.people, lookedUp: 0 });
        return;
      }
      const about = requestsAbout(area);
      const people = lookedUpIn(there, new Set(about.keys()), share);
      const agrees = agreementWith(area, states);
      const causeFor = causesIn(area);
      let lookedUp = 0;
      for (const place of byGivenName(people)) {
        const row = people.rows[place]!;
        const index = area.firstPerson + row;
        const person = {
          surname: people.names.surnames.dictionary.values[people.names.surnames.codes[place]!]!,
          givenName: people.names.givenNames.dictionary.values[people.names.givenNames.codes[place]!]!,
          birthDate: datesMustAgree ? people.birthDate(place) : 0,
        };
        const passes = (request: number) =>
          admitted[request] === 1 &&
          (!datesMustAgree || (person.birthDate !== 0 && birthDates[request] === person.birthDate));

        for (const request of about.get(row) ?? []) {
          const names = {
            ...blankRecord,
            surname: surnames[register.surnames.codes[request]!]!,
            givenName: givenNames[register.givenNames.codes[request]!]!,
          };
          matchers.forEach((matcher, m) => {
            const score = passes(request) ? matcher.score(names, { ...blankRecord, ...person }) : 0;
            places.forEach((_, p) => {
              count.own(m, p, agrees[p]![stateCodes[request]!] ? reached(score) : 0);
            });
          });
        }

        if (people.isDrawn[place] === 0) continue;
        lookedUp += 1;
        const household = people.household[place]!;
        searches.forEach((search, m) => {
          search(person, (request, score) => {
            if (taxpayers[request] === index || !passes(request)) return;
            const cause = causeFor(request, household);
            const thresholds = reached(score);
            for (let p = 0; p < places.length; p++) {
              if (agrees[p]![stateCodes[request]!]) count.wrong(m, p, cause, thresholds);
            }
          });
        });
        count.closePerson({ status: people.status[place]!, origin: people.origin[place]! });
      }
      count.close({ taxpayers: area.people, lookedUp });
    },
  };
}

function matcherOf(id: string): Matcher {
  const found = allMatchers.find((matcher) => matcher.id === id);
  if (found === undefined) throw new RangeError(`no such matcher under a wide place scope: ${id}`);
  return found;
}

function refuseOtherPairGates(ids: readonly string[]): void {
  const other = ids.filter((id) => id !== DATES_AGREE);
  if (gateList(allGates, other).looksAtPairs) {
    throw new RangeError(`a gate that the request register cannot answer for: ${other.join(', ')}`);
  }
}

/** The first place in `order` whose value is at least so much. */
function firstAtLeast(order: Int32Array, values: Int32Array, least: number): number {
  let [first, end] = [0, order.length];
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (values[order[middle]!]! < least) first = middle + 1;
    else end = middle;
  }
  return first;
}

/** The places of people, given name by given name: what a search found out about one serves everybody who bears it. */
function byGivenName({ names }: PeopleLookedUp): Int32Array {
  return names.givenNames.people;
}
