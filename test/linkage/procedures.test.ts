/**
 * Procedures against brute force: on small worlds every request is taken through the steps record by record, with every
 * taxpayer of the country as candidate, and the engine must count the same pairs, requests and people.
 */

import { describe, expect, it } from 'vitest';
import { linkOptions } from '../../src/execution/run-plan.ts';
import { causes } from '../../src/linkage/causes.ts';
import { type CountPlan, cellIndex, cells, settingOf } from '../../src/linkage/counts.ts';
import { type LinkOptions, linker } from '../../src/linkage/link-zip-area.ts';
import { matchersByNumber, type Procedure, procedureMatcherId } from '../../src/linkage/procedures.ts';
import { emptyTally, type Tally } from '../../src/linkage/tally.ts';
import { gateList } from '../../src/matching/gate.ts';
import { gates } from '../../src/matching/gates/index.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { places } from '../../src/matching/places/index.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { requestsIn, type SmallWorld, smallWorld } from '../small-world.ts';

const certain = (value: number) => ({ value, assumption: 'for a test' });
const [irs] = loadScenario('irs-ice-2025').matching.procedures;
const byName = irs!.steps[1]!;
const procedure = (id: string, steps: Procedure['steps']): Procedure => ({ ...irs!, id, steps });
const thresholds = [0.7, 0.85, 0.92, 1];
const rulesTried = ['all', 'unique'];

function worldWithNumbers(seed: number): SmallWorld {
  const world = smallWorld({ seed, people: 4000, requests: 200, zipAreas: 3 });
  const scenario: SmallWorld['scenario'] = {
    ...world.scenario,
    population: {
      ...world.scenario.population,
      numbers: { borrowed: certain(0.6), invented: certain(0.1) },
    },
    requests: {
      ...world.scenario.requests,
      tin: {
        held: { inFile: certain(0.6), outsideFile: certain(0.6) },
        mistyped: certain(0.2),
        mistypedIsHeld: certain(0.5),
        fromEmployers: certain(0.6),
        borrowedAtHome: certain(0.9),
      },
    },
  };
  return { ...world, scenario, requests: requestList(scenario, world.population) };
}

function linked(world: SmallWorld, plan: CountPlan, options: LinkOptions): Tally {
  const { population, requests } = world;
  const link = linker(population, requests, plan, options);
  const tally = emptyTally(plan);
  for (let zip = 0; zip < population.layout.zipAreas; zip++) {
    link.link(population.layout.area(zip), requestsIn(requests, zip), tally);
  }
  return tally;
}

interface Match {
  readonly zip: number;
  readonly request: number;
  readonly person: number;
}

/** Whom a procedure without a second file matches, by going through everybody: by place, rule and threshold. */
function bruteForce(
  { population, requests }: SmallWorld,
  { steps }: Procedure,
  safeguardIds: readonly string[],
): (placeId: string, rule: string, threshold: number) => readonly Match[] {
  const people = Array.from({ length: population.size }, (_, i) => population.person(i).record);
  const safeguards = gateList(gates, safeguardIds);
  /** By request: who passes the gates, with score and the places that agree. */
  const passed: (Match & { readonly score: number; readonly places: readonly string[] })[][] = [];
  for (let request = 0; request < requests.size; request++) {
    const zip = requests.recordedZip(request);
    if (zip < 0) continue;
    const truth = requests.truth(request);
    const { record } = requests.record(request, truth);
    const step = steps.find(({ when }) => gateList(gates, when).admits(record))!;
    const required = gateList(gates, [...step.require, ...safeguardIds]);
    if (!required.admits(record) || !safeguards.admits(record)) continue;
    const owner = requests.numberOwner(request, truth, record);
    const matcher = matchers.find(({ id }) => id === step.matcher);
    passed.push(
      people.flatMap((other, person) => {
        if (step.by === 'tin' && person !== owner) return [];
        const agreeing = places.filter(
          ({ id, agrees }) =>
            step.by === 'tin' ||
            (step.place === undefined || step.place === id ? agrees(record, other) : false),
        );
        if (agreeing.length === 0 || !required.confirms(record, other)) return [];
        const score = matcher?.score(record, other) ?? 1;
        return [{ zip, request, person, score, places: agreeing.map(({ id }) => id) }];
      }),
    );
  }
  const fixed = steps.map(({ place }) => place).find((place) => place !== undefined);
  return (placeId, rule, threshold) =>
    passed.flatMap((candidates) => {
      const reached = candidates.filter(
        (each) => each.score + 1e-9 >= threshold && each.places.includes(fixed ?? placeId),
      );
      return rule === 'unique' && reached.length > 1 ? [] : reached;
    });
}

const of = (tally: Tally, setting: number, measure: string, group: string) =>
  tally.sum[setting * cells.length + cellIndex(measure, group)]!;

const cases: readonly (readonly [name: string, steps: Procedure['steps'], safeguards: readonly string[]])[] =
  [
    ['as in 2025', irs!.steps, []],
    [
      'by name, leniently',
      [
        { ...irs!.steps[0]! },
        { when: [], require: [], by: 'name', matcher: 'jaro-winkler', discloses: 'yes-or-no' },
      ],
      [],
    ],
    ['by number, unchecked', [{ ...irs!.steps[0]!, when: [], require: [] }], []],
    ['with safeguards', irs!.steps, ['address-well-formed', 'date-of-birth-agrees']],
  ];

describe.each(cases)('a procedure %s', (_, steps, safeguards) => {
  const world = worldWithNumbers(5);
  const tried = procedure('tried', steps);
  const plan: CountPlan = {
    matchers: [procedureMatcherId(tried)],
    places: ['zip', 'address'],
    rules: rulesTried,
    thresholds,
  };
  const tally = linked(world, plan, { procedures: [tried], gates: safeguards });

  it('matches whom going through everybody matches', () => {
    const matchesUnder = bruteForce(world, tried, safeguards);
    let found = 0;
    plan.places.forEach((place, p) => {
      plan.rules.forEach((rule, r) => {
        thresholds.forEach((threshold, t) => {
          const matches = matchesUnder(place, rule, threshold);
          const isCorrect = ({ request, person }: Match) => world.requests.truth(request).taxpayer === person;
          const wrong = matches.filter((match) => !isCorrect(match));
          const setting = settingOf(plan, 0, p, r) + t;
          const context = `${place} ${rule} ${threshold}`;
          expect(of(tally, setting, 'requests-correctly-matched', 'all'), context).toBe(
            matches.length - wrong.length,
          );
          expect(of(tally, setting, 'pairs-wrongly-matched', 'all'), context).toBe(wrong.length);
          const distinct = new Set(wrong.map(({ zip, person }) => `${zip} ${person}`)).size;
          expect(of(tally, setting, 'people-wrongly-matched', 'all'), context).toBe(distinct);
          found += matches.length;
        });
      });
    });
    expect(found).toBeGreaterThan(0);
  });

  it('counts people by cause without rest', () => {
    for (let setting = 0; setting < tally.wrongTimesCorrect.length; setting++) {
      const byCause = causes.reduce(
        (sum, { id }) => sum + of(tally, setting, 'people-wrongly-matched', `cause:${id}`),
        0,
      );
      expect(byCause).toBe(of(tally, setting, 'people-wrongly-matched', 'all'));
    }
  });
});

describe('a borrowed number', () => {
  it('matches its holder, wherever they live, and the cause is the number', () => {
    const world = worldWithNumbers(6);
    const unchecked = procedure('unchecked', [{ ...irs!.steps[0]!, when: [], require: [] }]);
    const plan = { matchers: ['procedure:unchecked'], places: ['zip'], rules: ['all'], thresholds: [0.7] };
    const tally = linked(world, plan, { procedures: [unchecked] });
    const wrong = of(tally, 0, 'people-wrongly-matched', 'all');
    expect(wrong).toBeGreaterThan(20);
    expect(of(tally, 0, 'people-wrongly-matched', 'cause:number')).toBe(wrong);
  });
});

describe('matches by number', () => {
  it('come under the procedures that have such a step', () => {
    const procedures = [procedure('both', irs!.steps), procedure('names-alone', [byName])];
    expect(matchersByNumber(procedures)).toEqual(['procedure:both']);
  });
});

describe('an address taken from a second file', () => {
  const world = smallWorld({ seed: 7, people: 9000, requests: 400, zipAreas: 3 });
  const refreshing = (coverage: number, staleness: number) =>
    procedure(`refresh-${coverage * 10}-${staleness * 10}`, [
      {
        ...byName,
        refreshAddress: [
          {
            file: 'health-coverage',
            coverage: certain(coverage),
            staleness: certain(staleness),
            matcher: 'jaro-winkler',
            threshold: 0.8,
            rule: 'best',
          },
        ],
      },
    ]);
  const plain = procedure('plain', [byName]);
  const tried = [plain, refreshing(0, 0), refreshing(1, 0), refreshing(1, 1)];
  const plan = { matchers: tried.map(procedureMatcherId), places: ['zip'], rules: ['all'], thresholds };
  const tally = linked(world, plan, { procedures: tried });
  const pairs = (which: number, measure: string, threshold = 0) =>
    of(tally, settingOf(plan, which, 0, 0) + threshold, measure, 'all');

  it('that nobody is in changes nothing', () => {
    for (let t = 0; t < thresholds.length; t++) {
      for (const measure of ['pairs-wrongly-matched', 'requests-correctly-matched']) {
        expect(pairs(1, measure, t)).toBe(pairs(0, measure, t));
      }
    }
  });

  it('finds people whom the recorded address does not, right and wrong ones', () => {
    expect(pairs(2, 'requests-correctly-matched')).toBeGreaterThan(pairs(0, 'requests-correctly-matched'));
    expect(pairs(2, 'pairs-wrongly-matched')).toBeGreaterThan(pairs(0, 'pairs-wrongly-matched'));
  });

  it('loses them again where its addresses are out of date', () => {
    expect(pairs(3, 'requests-correctly-matched')).toBeLessThan(pairs(2, 'requests-correctly-matched') / 4);
  });
});

describe('review by a person', () => {
  const world = smallWorld({ seed: 8, people: 9000, requests: 500, zipAreas: 3 });
  const plan = { matchers: ['jaro-winkler'], places: ['zip'], rules: ['all', 'review'], thresholds: [0.8] };
  const under = (sensitivity: number, specificity: number) =>
    linked(world, plan, { review: { sensitivity, specificity } });
  const counts = (tally: Tally, rule: number) =>
    ['requests-correctly-matched', 'pairs-wrongly-matched'].map((measure) =>
      of(tally, settingOf(plan, 0, 0, rule), measure, 'all'),
    ) as [number, number];

  it('without a fault keeps the correct and none of the wrong; without judgement keeps all', () => {
    const perfect = under(1, 1);
    expect(counts(perfect, 1)).toEqual([counts(perfect, 0)[0], 0]);
    const blind = under(1, 0);
    expect(counts(blind, 1)).toEqual(counts(blind, 0));
  });

  it('keeps the stated shares', () => {
    const tally = under(0.9, 0.7);
    const [correct, wrong] = counts(tally, 0);
    const [kept, taken] = counts(tally, 1);
    expect(kept / correct).toBeCloseTo(0.9, 0);
    expect(Math.abs(taken / wrong - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / wrong));
  });

  it('of the scenario reaches the links', () => {
    const options = linkOptions(loadScenario('irs-ice-2025'));
    expect(options.review).toEqual({ sensitivity: 0.9, specificity: 0.8 });
    expect(options.procedures?.map(({ id }) => id)).toEqual(['irs-2025']);
  });
});
