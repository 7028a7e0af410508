/**
 * Runs procedures: for each request the first step whose conditions hold, its gates, and then either the owner of the
 * number, wherever they live, or the people of the ZIP area with a like name. A procedure takes the place of a matcher in
 * the counts: its step by name moves with the thresholds, and with the place scopes and decision rules that it does
 * not settle itself; its step by number does not.
 */

import { type GateList, gateList } from '../matching/gate.ts';
import { gates } from '../matching/gates/index.ts';
import type { Address, PlaceScope } from '../matching/place.ts';
import { places as allPlaces } from '../matching/places/index.ts';
import type { Population } from '../population/population.ts';
import type { PersonRecord } from '../population/record.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { CountPlan } from './counts.ts';
import { leadersUnder } from './leaders.ts';
import { type Refresh, refreshFrom } from './refreshed-address.ts';
import type { DecisionRule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { FoundPeople, type Search, type SearchedPeople, type SearchedRequest } from './search.ts';
import { reachedBy, SCORE_TOLERANCE } from './thresholds-reached.ts';
import type { ZipHomes } from './zip-homes.ts';

export type Procedure = Scenario['matching']['procedures'][number];

/** The id under which the estimates of a procedure stand among the matchers. */
export const procedureMatcherId = ({ id }: Pick<Procedure, 'id'>) => `procedure:${id}`;

/** Under which of the matchers of a run somebody may be matched by number: procedures with a step that does so. */
export function matchersByNumber(procedures: readonly Procedure[]): readonly string[] {
  return procedures.filter(({ steps }) => steps.some(({ by }) => by === 'tin')).map(procedureMatcherId);
}

/** A request as a procedure sees it. */
export interface ProcedureRequest extends SearchedRequest {
  readonly number: number;
  /** Index in the file of the person whose number is on the record; -1 if it is nobody's. */
  numberOwner(): number;
  /** Whether a reviewer accepts this pair; `person` is an index in the file. */
  accepts(person: number): boolean;
}

/**
 * Told of each match: of which place scope and decision rule of the plan, the person's index in the file, and the
 * thresholds. Matches of one place scope and rule are told together.
 */
export interface ProcedureOutcome {
  open(place: number, rule: number): void;
  match(person: number, matchedAt: number, byNumber: boolean): void;
  close(): void;
}

/** A procedure at work in one ZIP area. */
export type ProcedureRun = (request: ProcedureRequest, outcome: ProcedureOutcome) => void;

export interface ProcedureOptions {
  readonly population: Population;
  readonly plan: CountPlan;
  /** Gates that hold under every procedure. */
  readonly safeguards: GateList;
  readonly searchFor: (matcher: string, floor: number) => Search;
}

/** Who is found by name, before any rule: at one place scope, with the best of them and the next. */
interface Step {
  readonly when: GateList;
  readonly require: GateList;
  readonly place: PlaceScope | undefined;
  readonly rule: DecisionRule | undefined;
  readonly search: Search | undefined;
  readonly refreshes: readonly ((homes: ZipHomes, people: SearchedPeople) => Refresh)[];
}

export function procedureRunner(
  procedure: Procedure,
  { population, plan, safeguards, searchFor }: ProcedureOptions,
): (homes: ZipHomes, people: SearchedPeople) => ProcedureRun {
  const leadersOf = leadersUnder(population.seed);
  const floor = plan.thresholds[0]! - SCORE_TOLERANCE;
  const every = 2 ** plan.thresholds.length - 1;
  const places = plan.places.map((id) => entry(allPlaces, id));
  const rules = plan.rules.map((id) => entry(allRules, id));
  const steps = procedure.steps.map(
    (step): Step => ({
      when: gateList(gates, step.when),
      require: gateList(gates, step.require),
      place: step.place && entry(allPlaces, step.place),
      rule: step.rule && entry(allRules, step.rule),
      search: step.matcher && searchFor(step.matcher, floor),
      refreshes: (step.refreshAddress ?? []).map((file) =>
        refreshFrom(
          { ...file, coverage: file.coverage.value, staleness: file.staleness.value },
          searchFor(file.matcher, file.threshold - SCORE_TOLERANCE),
          { population, leadersOf },
        ),
      ),
    }),
  );
  const found = new FoundPeople();
  const near = new FoundPeople();

  /** Tells, for one place scope, whom each rule matches of those who are near. */
  const decide = (
    request: ProcedureRequest,
    firstPerson: number,
    place: number,
    step: Step,
    outcome: ProcedureOutcome,
  ) => {
    const { best, runnerUp } = leadersOf(near, firstPerson, request.number);
    const passedByRunnerUp = reachedBy(plan.thresholds, runnerUp);
    rules.forEach((rule, r) => {
      outcome.open(place, r);
      for (let i = 0; i < near.count; i++) {
        const person = firstPerson + near.people[i]!;
        const matchedAt = (step.rule ?? rule).matchedAt(
          reachedBy(plan.thresholds, near.scores[i]!),
          i === best,
          passedByRunnerUp,
          () => request.accepts(person),
        );
        if (matchedAt !== 0) outcome.match(person, matchedAt, false);
      }
      outcome.close();
    });
  };

  const matchOwner = (request: ProcedureRequest, step: Step, outcome: ProcedureOutcome) => {
    const owner = request.numberOwner();
    if (owner < 0) return;
    if (step.require.looksAtPairs || safeguards.looksAtPairs) {
      const { record } = population.person(owner);
      if (!step.require.confirms(request.record, record)) return;
      if (!safeguards.confirms(request.record, record)) return;
    }
    places.forEach((_, place) => {
      rules.forEach((rule, r) => {
        const matchedAt = (step.rule ?? rule).matchedAt(every, true, 0, () => request.accepts(owner));
        if (matchedAt === 0) return;
        outcome.open(place, r);
        outcome.match(owner, matchedAt, true);
        outcome.close();
      });
    });
  };

  return (homes, people) => {
    const stepsHere = steps.map((step) => ({
      step,
      search: step.search?.(people),
      refreshes: step.refreshes.map((refresh) => refresh(homes, people)),
    }));
    const isNear = (record: PersonRecord, { require }: Step, person: number) =>
      !(require.looksAtPairs || safeguards.looksAtPairs) ||
      (require.confirms(record, people.record(person)) && safeguards.confirms(record, people.record(person)));

    return (request, outcome) => {
      const { record } = request;
      const taken = stepsHere.find(({ step }) => step.when.admits(record));
      if (taken === undefined || !taken.step.require.admits(record) || !safeguards.admits(record)) return;
      const { step, search, refreshes } = taken;
      if (search === undefined) {
        matchOwner(request, step, outcome);
        return;
      }
      const address = refreshes.reduce<Address>(
        (known, refresh) => refresh(request, request.number, known),
        record,
      );
      found.count = 0;
      search(request, found);
      places.forEach((place, p) => {
        near.count = 0;
        for (let i = 0; i < found.count; i++) {
          const person = found.people[i]!;
          const home = homes.addressOf(homes.people.household[person]!);
          if (!(step.place ?? place).agrees(address, home) || !isNear(record, step, person)) continue;
          near.add(person, found.scores[i]!);
        }
        if (near.count > 0) decide(request, people.firstPerson, p, step, outcome);
      });
    };
  };
}

function entry<T extends { readonly id: string }>(registry: readonly T[], id: string): T {
  const found = registry.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw new RangeError(`no such id; one of ${registry.map((each) => each.id).join(', ')}: ${id}`);
}
