/**
 * Links one ZIP area: every request recorded there against everybody in the taxpayer file who lives there, for
 * all matchers, place scopes, decision rules and thresholds in one pass. The one place where scores and truth
 * meet: scores decide who is matched, the truth then says who that was.
 */

import { gateList } from '../matching/gate.ts';
import { gates as allGates } from '../matching/gates/index.ts';
import { matchers as allMatchers } from '../matching/matchers/index.ts';
import { places as allPlaces } from '../matching/places/index.ts';
import type { ZipArea } from '../population/layout.ts';
import { misfiledNames } from '../population/misfiled-names.ts';
import { origins } from '../population/origins.ts';
import type { Population, Taxpayer } from '../population/population.ts';
import { statuses } from '../population/statuses.ts';
import { ownersOfNumbers } from '../population/taxpayer-numbers.ts';
import type { RequestList } from '../requests/request-list.ts';
import type { RequestTruth } from '../requests/truth.ts';
import { normaliseName } from '../text/normalise.ts';
import { causes } from './causes.ts';
import type { CountPlan } from './counts.ts';
import { leadersUnder } from './leaders.ts';
import { type PlaceAgreement, placeAgreement } from './place-agreement.ts';
import { type Procedure, procedureMatcherId, procedureRunner } from './procedures.ts';
import { causeByHousehold } from './relation.ts';
import { type ReviewAssumptions, reviewer } from './review.ts';
import { rules as allRules } from './rules/index.ts';
import { FoundPeople, type SearchedPeople, type SearchedRequest } from './search.ts';
import { searchedPeople } from './searched-people.ts';
import { searchOf } from './searches/index.ts';
import type { Tally } from './tally.ts';
import { reachedBy, SCORE_TOLERANCE } from './thresholds-reached.ts';
import { zipCounter } from './zip-count.ts';
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
interface Request extends SearchedRequest {
  readonly number: number;
  readonly truth: RequestTruth;
}

/** What is asked beyond scores. */
export interface LinkOptions {
  /** Ids of gates that must hold under every matcher and procedure. */
  readonly gates?: readonly string[];
  /** Those that stand among the matchers of the plan, as `procedure:<id>`. */
  readonly procedures?: readonly Procedure[];
  /** The person who looks at matches under the rule `review`. */
  readonly review?: ReviewAssumptions;
}

export function linker(
  population: Population,
  requests: RequestList,
  plan: CountPlan,
  { gates = [], procedures = [], review = NOBODY_LOOKS }: LinkOptions = {},
): Linker {
  const places = chosen(allPlaces, plan.places);
  const rules = chosen(allRules, plan.rules);
  const floor = plan.thresholds[0]! - SCORE_TOLERANCE;
  const lists = nameLists(population.names);
  const namesOf = zipNamesMaker(population.names, lists);
  const ownersOfNumber = ownersOfNumbers(population.seed, population.size);
  const searchFor = (matcher: string, lowest: number) =>
    searchOf({ matcher: chosen(allMatchers, [matcher])[0]!, floor: lowest, lists, ownersOfNumber });
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

  const open = (area: ZipArea): { readonly homes: ZipHomes; readonly people: SearchedPeople } => {
    const columns = population.people(area);
    return {
      homes: zipHomes(population, area, columns),
      people: searchedPeople(
        population,
        area,
        columns,
        namesOf(columns, misfiledNames(population, area, columns)),
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
    };
  };

  return {
    link(area, numbers, tally) {
      const count = openCount(tally, area.people);
      if (numbers.length > 0 && area.people > 0) {
        const { homes, people } = open(area);
        const { household, status } = homes.people;
        const waysHere = ways.map(({ search, run }) => ({
          search: search?.(people),
          run: run?.(homes, people),
        }));
        const agreementOf = placeAgreement(homes, places);
        for (const number of numbers) {
          const request = prepare(number);
          const { truth, record } = request;
          count.request(truth.taxpayer >= 0);
          const agreement = agreementOf(record);
          let causeOf: ((household: number) => number) | undefined;
          const causeOfMatch = (of: number) => {
            causeOf ??= causeByHousehold(homes, record, truth);
            return causeOf(of);
          };
          /** @param person index in the file; by number they may live anywhere */
          const matched = (person: number, matchedAt: number, byNumber: boolean) => {
            const row = person - area.firstPerson;
            if (person === truth.taxpayer) count.correct(matchedAt);
            else if (row >= 0 && row < area.people) {
              const why = byNumber ? causeByNumber : causeOfMatch(household[row]!);
              count.wrong(row, matchedAt, status[row]!, homes.origins[row]!, why);
            } else count.wrong(row, matchedAt, ...kindOf(population.person(person)), causeByNumber);
          };
          const admitted = safeguards.admits(record);
          waysHere.forEach(({ search, run }, m) => {
            if (!admitted) return;
            run?.(
              {
                ...request,
                numberOwner: () => requests.numberOwner(number, truth, record),
                accepts: (person) => accepts(number, person, person === truth.taxpayer),
              },
              {
                open: (p, r) => count.openRequest(m, p, r),
                match: matched,
                close: () => count.closeRequest(),
              },
            );
            if (search === undefined) return;
            found.count = 0;
            search(request, found);
            for (let p = 0; p < places.length && found.count > 0; p++) {
              keepOnly(found, agreement[p]!);
              if (p === 0 && safeguards.looksAtPairs) {
                keepOnly(found, (person) => safeguards.confirms(record, people.record(person)));
              }
              const { best, runnerUp } = leadersOf(found, area.firstPerson, number);
              const passedByRunnerUp = reachedBy(plan.thresholds, runnerUp);
              rules.forEach((rule, r) => {
                count.openRequest(m, p, r);
                for (let place = 0; place < found.count; place++) {
                  const person = area.firstPerson + found.people[place]!;
                  const reached = reachedBy(plan.thresholds, found.scores[place]!);
                  const matchedAt = rule.matchedAt(reached, place === best, passedByRunnerUp, () =>
                    accepts(number, person, person === truth.taxpayer),
                  );
                  if (matchedAt !== 0) matched(person, matchedAt, false);
                }
                count.closeRequest();
              });
            }
          });
        }
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

/** Places of status and origin of somebody of the file. */
function kindOf({ status, origin }: Taxpayer): readonly [status: number, origin: number] {
  return [statuses.findIndex(({ id }) => id === status), origins.findIndex(({ id }) => id === origin)];
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
