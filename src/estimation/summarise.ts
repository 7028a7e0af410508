/** Puts the estimates of a run into the summary that is published. */

import { halvesOf } from '../linkage/counts.ts';
import { statuses } from '../population/statuses.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type EstimationInput, estimates } from './estimate.ts';
import { contextFigures } from './fiscal.ts';
import { heldAgainstEverybody } from './held-pairs.ts';
import { statedRule } from './stated-rule.ts';
import type { Summary } from './summary.ts';

export interface RunFacts {
  readonly tool: string;
  readonly scenario: Scenario;
  readonly scenarioSha256: string;
  readonly seed: number;
  readonly sampling: { readonly zipShare: number; readonly requestShare: number };
  /** Matchers and place scopes that stand in the scenario in place of its own. */
  readonly chosen?: { readonly matchers?: readonly string[]; readonly places?: readonly string[] };
  /** How often the uncertain parameters are drawn. */
  readonly draws?: { readonly count: number };
  readonly warnings?: readonly string[];
}

/** What to type to get the same numbers again. */
function command({ scenario, seed, sampling, chosen = {}, draws }: RunFacts): string {
  const requests = sampling.requestShare === 1 ? '' : ` --requests ${sampling.requestShare}`;
  const drawn = draws === undefined ? '' : ` --draws ${draws.count}`;
  const { matchers, places } = chosen;
  const instead =
    (matchers === undefined ? '' : ` --matchers ${matchers.join(',')}`) +
    (places === undefined ? '' : ` --places ${places.join(',')}`);
  return `mismatch simulate ${scenario.id} --seed ${seed} --zips ${sampling.zipShare}${requests}${instead}${drawn}`;
}

/** The people of a group, as a sentence names them. */
function inWords(group: string): string {
  if (group === 'all') return 'people';
  if (group === 'citizens') return 'US citizens';
  return statuses.find((status) => status.group === group)?.label ?? group;
}

export type RealisedRate = Summary['realised'][number];

export function summarise(
  facts: RunFacts,
  realised: readonly RealisedRate[],
  input: EstimationInput,
): Summary {
  const { scenario } = facts;
  const { headline } = scenario.reporting;
  const all = estimates(input);
  const context = contextFigures(scenario);
  const main = all.find(
    (e) =>
      e.measure === 'people-wrongly-matched' &&
      e.matcher === headline.matcher &&
      e.place === headline.place &&
      e.rule === headline.rule &&
      e.threshold === headline.threshold &&
      e.group === headline.group,
  );
  if (main === undefined) throw new Error('the headline is not among the estimates');
  const total = (of: 'zipAreas' | 'taxpayers' | 'requests' | 'lookedUp') =>
    input.strata.reduce((sum, { tally }) => sum + tally[of], 0);
  const { narrow, wide } = halvesOf(input.plan);
  const held = heldAgainstEverybody(input, all);
  const people = scenario.population.people.value;
  const requests = scenario.requests.count.value;
  const number = main.events === 0 ? 'no more than about' : 'about';
  const shown = main.events === 0 ? main.high : main.estimate;
  return {
    schemaVersion: 1,
    tool: facts.tool,
    scenario: {
      id: scenario.id,
      title: scenario.title,
      question: scenario.question,
      sha256: facts.scenarioSha256,
    },
    seed: facts.seed,
    command: command(facts),
    requests: { represented: requests, simulated: narrow === undefined ? requests : total('requests') },
    taxpayers: { represented: people, simulated: total('taxpayers') },
    ...(wide === undefined ? {} : { lookedUp: { represented: people, simulated: total('lookedUp') } }),
    ...(held === undefined ? {} : { heldAgainstEverybody: held }),
    zipAreas: {
      represented: input.strata.reduce((sum, { zipAreas }) => sum + zipAreas, 0),
      simulated: total('zipAreas'),
    },
    headline: {
      text:
        `Under the stated rule, the model estimates that ${number} ${Number((shown ?? 0).toPrecision(3)).toLocaleString('en-US')} ` +
        `${inWords(headline.group)} would be matched to a request that is about somebody else.`,
      rule: statedRule(scenario, main),
      estimate: main,
    },
    ...(context.length === 0 ? {} : { context }),
    cautions: [
      ...scenario.reporting.cautions,
      ...(input.requestShare < 1
        ? [
            'Only a share of the requests was linked. A person whom two requests match is then often seen once and ' +
              'weighted up for each: numbers of people are upper bounds. Link all requests for an unbiased number.',
          ]
        : []),
      ...(wide === undefined
        ? []
        : [
            held === undefined
              ? 'Under a place wider than a ZIP area, people are looked up in the whole request list. How many requests match ' +
                'somebody wrong, and whom the rules best and unique leave, is left out there: it takes all people of the ' +
                'country at once to tell. Simulate every ZIP area (--full) to have it estimated.'
              : 'Under a place wider than a ZIP area, people are looked up in the whole request list. How many requests match ' +
                `somebody wrong, and whom the rules best and unique leave, is told from ${held.simulated.toLocaleString('en-US')} ` +
                'requests, drawn by lot and held against everybody. Under these two rules numbers of people are left ' +
                'out; there are at most as many people as pairs.',
          ]),
    ],
    warnings: facts.warnings ?? [],
    realised,
    estimates: all,
  };
}
