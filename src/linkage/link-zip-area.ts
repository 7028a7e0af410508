/**
 * Links one ZIP area: every request recorded there against everybody in the taxpayer file who lives there, for
 * all matchers, place scopes, decision rules and thresholds in one pass. The one place where scores and truth
 * meet: scores decide who is matched, the truth then says who that was.
 */

import { chooseMatcher } from '../matching/choose-matcher.ts';
import { gateList } from '../matching/gate.ts';
import { gates as allGates } from '../matching/gates/index.ts';
import type { Matcher } from '../matching/matcher.ts';
import { places as allPlaces } from '../matching/places/index.ts';
import type { ZipArea } from '../population/layout.ts';
import { misfiledNames } from '../population/misfiled-names.ts';
import type { Population } from '../population/population.ts';
import { ownersOfNumbers } from '../population/taxpayer-numbers.ts';
import type { RequestList } from '../requests/request-list.ts';
import type { RequestTruth } from '../requests/truth.ts';
import { normaliseName } from '../text/normalise.ts';
import { causes } from './causes.ts';
import type { CountPlan } from './counts.ts';
import { filedNames } from './filed-names.ts';
import { leadersUnder } from './leaders.ts';
import { type PlaceAgreement, placeAgreement } from './place-agreement.ts';
import { type Procedure, type ProcedureRequest, procedureMatcherId, procedureRunner } from './procedures.ts';
import { causeByHousehold } from './relation.ts';
import { type ReviewAssumptions, reviewer } from './review.ts';
import { rules as allRules } from './rules/index.ts';
import { FoundPeople, type SearchedPeople } from './search.ts';
import { searchedPeople } from './searched-people.ts';
import { searchOf } from './searches/index.ts';
import { sharedSearches } from './shared-searches.ts';
import type { Tally } from './tally.ts';
import { reachedBy, SCORE_TOLERANCE } from './thresholds-reached.ts';
import { type ZipCount, zipCounter } from './zip-count.ts';
import { type ZipHomes, zipHomes } from './zip-homes.ts';
import { nameLists, zipNamesMaker } from './zip-names.ts';

/** A reviewer who is not there refuses nobody. */
const NOBODY_LOOKS: ReviewAssumptions = { sensitivity: 1, specificity: 0 };

/** Of a match that came by the number on the record. */
const causeByNumber = causes.findIndex(({ id }) => id === 'number');

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
interface Request extends ProcedureRequest {
  readonly truth: RequestTruth;
}

/** A ZIP area whose people have been made. */
interface OpenArea {
  readonly homes: ZipHomes;
  readonly people: SearchedPeople;
}

/** What is asked beyond scores. */
export interface LinkOptions {
  /** Ids of gates that must hold under every matcher and procedure. */
  readonly gates?: readonly string[];
  /** Those that stand among the matchers of the plan, as `procedure:<id>`. */
  readonly procedures?: readonly Procedure[];
  /** The person who looks at matches under the rule `review`. */
  readonly review?: ReviewAssumptions;
  /** The matcher of an id; the built-in one unless given. */
  readonly matcherOf?: (id: string) => Matcher;
}

export function linker(
  population: Population,
  requests: RequestList,
  plan: CountPlan,
  { gates = [], procedures = [], review = NOBODY_LOOKS, matcherOf = chooseMatcher }: LinkOptions = {},
): Linker {
  const places = chosen(allPlaces, plan.places);
  const rules = chosen(allRules, plan.rules);
  const floor = plan.thresholds[0]! - SCORE_TOLERANCE;
  const lists = nameLists(population.names);
  const namesOf = zipNamesMaker(lists);
  const ownersOfNumber = ownersOfNumbers(population.seed, population.size);
  const searchFor = sharedSearches((matcher, lowest) =>
    searchOf({ matcher: matcherOf(matcher), floor: lowest, lists, ownersOfNumber }),
  );
  const safeguards = gateList(allGates, gates);
  const accepts = reviewer(review, population.seed);
  const ways = plan.matchers.map((id) => {
    const procedure = procedures.find((each) => procedureMatcherId(each) === id);
    return procedure === undefined
      ? { search: searchFor(id, floor) }
      : { run: procedureRunner(procedure, { population, plan, safeguards, searchFor }) };
  });
  const leadersOf = leadersUnder(population.seed);
  const found = new FoundPeople();
  const openCount = zipCounter(plan);

  const open = (area: ZipArea): OpenArea => {
    const columns = population.people(area);
    return {
      homes: zipHomes(population, area, columns),
      people: searchedPeople(
        population,
        area,
        columns,
        namesOf(
          area.people,
          filedNames(
            population.names,
            lists.surnames.size,
            columns,
            misfiledNames(population, area, columns),
          ),
        ),
      ),
    };
  };
  const prepare = (number: number): Request => {
    const truth = requests.truth(number);
    const { record } = requests.record(number, truth);
    return {
      number,
      record,
      surname: normaliseName(record.surname),
      givenName: normaliseName(record.givenName),
      truth,
      numberOwner: () => requests.numberOwner(number, truth, record),
      accepts: (person) => accepts(number, person, person === truth.taxpayer),
    };
  };
  let reached = new Int32Array(found.people.length);

  /** What links the requests of an open ZIP area, one after the other. */
  const linkerIn = ({ homes, people }: OpenArea, count: ZipCount): ((request: Request) => void) => {
    const { area, origins: originOf } = homes;
    const { firstPerson } = area;
    const { household, status } = homes.people;
    const agreementOf = placeAgreement(homes, places);
    // Of the request in hand; it is the same functions that ask about one after the other.
    let inHand: Request;
    let causeOf: ((household: number) => number) | undefined;
    let candidate = 0;
    // Somebody of another ZIP area: each place scope and rule asks about the same one.
    let elsewhere = -1;
    let kind = { status: 0, origin: 0 };

    const isAccepted = () => inHand.accepts(candidate);
    const isConfirmed = (row: number) => safeguards.confirms(inHand.record, people.record(row));
    const causeAt = (home: number) => {
      causeOf ??= causeByHousehold(homes, inHand.record, inHand.truth);
      return causeOf(home);
    };
    /** @param person index in the file; by number they may live anywhere */
    const match = (person: number, matchedAt: number, byNumber: boolean) => {
      const row = person - firstPerson;
      if (person === inHand.truth.taxpayer) count.correct(matchedAt);
      else if (row >= 0 && row < area.people) {
        const why = byNumber ? causeByNumber : causeAt(household[row]!);
        count.wrong(row, matchedAt, status[row]!, originOf[row]!, why);
      } else {
        if (elsewhere !== person) {
          elsewhere = person;
          kind = population.kindOf(person);
        }
        count.wrong(row, matchedAt, kind.status, kind.origin, causeByNumber);
      }
    };
    const waysHere = ways.map(({ search, run }, m) => ({
      search: search?.(people),
      run: run?.(homes, people),
      outcome: {
        open: (p: number, r: number) => count.openRequest(m, p, r),
        match,
        close: () => count.closeRequest(),
      },
    }));

    /** Counts whom each rule matches of the people found. */
    const decide = (m: number, p: number) => {
      const { best, runnerUp } = leadersOf(found, firstPerson, inHand.number);
      const passedByRunnerUp = reachedBy(plan.thresholds, runnerUp);
      if (reached.length < found.count) reached = new Int32Array(found.people.length);
      for (let i = 0; i < found.count; i++) reached[i] = reachedBy(plan.thresholds, found.scores[i]!);
      for (let r = 0; r < rules.length; r++) {
        const rule = rules[r]!;
        const first = rule.onlyBest ? best : 0;
        const end = rule.onlyBest ? best + 1 : found.count;
        count.openRequest(m, p, r);
        for (let i = first; i < end; i++) {
          candidate = firstPerson + found.people[i]!;
          const matchedAt = rule.matchedAt(reached[i]!, i === best, passedByRunnerUp, isAccepted);
          if (matchedAt !== 0) match(candidate, matchedAt, false);
        }
        count.closeRequest();
      }
    };

    return (request) => {
      inHand = request;
      causeOf = undefined;
      const { truth, record } = request;
      count.request(truth.taxpayer >= 0);
      if (!safeguards.admits(record)) return;
      const agreement = agreementOf(record);
      for (let m = 0; m < waysHere.length; m++) {
        const { search, run, outcome } = waysHere[m]!;
        run?.(request, outcome);
        if (search === undefined) continue;
        found.count = 0;
        search(request, found);
        for (let p = 0; p < places.length && found.count > 0; p++) {
          keepOnly(found, agreement[p]!);
          if (p === 0 && safeguards.looksAtPairs) keepOnly(found, isConfirmed);
          if (found.count > 0) decide(m, p);
        }
      }
    };
  };

  return {
    link(area, numbers, tally) {
      const count = openCount(tally, area.people);
      if (numbers.length > 0 && area.people > 0) {
        const link = linkerIn(open(area), count);
        // All are prepared before the first is searched for: done by turns, either is slower.
        for (const request of Array.from(numbers, prepare)) link(request);
      }
      count.close(area.people, numbers.length);
    },

    pairs(area, numbers, matcherId, placeId) {
      const { homes, people } = open(area);
      const search = searchFor(matcherId, floor)(people);
      const agreementOf = placeAgreement(homes, places);
      const place = plan.places.indexOf(placeId);
      const pairs: { request: number; taxpayer: number; score: number }[] = [];
      for (const number of numbers) {
        const request = prepare(number);
        found.count = 0;
        search(request, found);
        keepOnly(found, agreementOf(request.record)[place]!);
        for (let i = 0; i < found.count; i++) {
          pairs.push({
            request: number,
            taxpayer: area.firstPerson + found.people[i]!,
            score: found.scores[i]!,
          });
        }
      }
      return pairs;
    },
  };
}

/** Leaves those people found who pass, in their order. */
function keepOnly(found: FoundPeople, passes: PlaceAgreement): void {
  if (passes === true) return;
  if (passes === false) {
    found.count = 0;
    return;
  }
  let kept = 0;
  for (let place = 0; place < found.count; place++) {
    if (!passes(found.people[place]!)) continue;
    found.people[kept] = found.people[place]!;
    found.scores[kept] = found.scores[place]!;
    kept += 1;
  }
  found.count = kept;
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
