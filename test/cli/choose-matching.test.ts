/** Other matchers and places than a scenario names: what is allowed, what it does to the scenario, and what is refused. */

import { describe, expect, it } from 'vitest';
import { type Chosen, chosenBy, withChosen } from '../../src/cli/choose-matching.ts';
import { summarise } from '../../src/estimation/summarise.ts';
import { countPlan } from '../../src/execution/run-plan.ts';
import { cells, settings } from '../../src/linkage/counts.ts';
import { addTally, emptyTally } from '../../src/linkage/tally.ts';
import { matcherIds, placeIds } from '../../src/scenario/ids.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const base = loadScenario('irs-ice-2025');
const nameOnly = loadScenario('name-only');

function typed(flags: { matchers?: string; places?: string }, scenario = base) {
  const problems: string[] = [];
  const chosen = chosenBy(flags, problems);
  return { chosen, problems, scenario: withChosen(scenario, chosen, problems) };
}

describe('what is typed', () => {
  it('is ids in any order, or all', () => {
    expect(typed({}).chosen).toEqual({});
    expect(typed({ matchers: 'screening, exact,exact' }).chosen).toEqual({
      matchers: ['exact', 'screening'],
    });
    expect(typed({ matchers: 'all' }).chosen).toEqual({ matchers: matcherIds });
    expect(typed({ places: 'address' }).chosen).toEqual({ places: ['address'] });
    expect(typed({ places: 'all' }, nameOnly).chosen).toEqual({ places: placeIds });
  });

  it('is refused with a line for each mistake, all at once', () => {
    const { problems } = typed({ matchers: 'exakt,,soundex', places: 'city' });
    expect(problems.map((line) => line.replace(/allowed: .*; found/, 'found'))).toEqual([
      '--matchers: unknown; found: exakt; did you mean exact?',
      '--matchers: unknown; found: nothing',
      '--matchers: unknown; found: soundex',
      '--places: unknown; found: city',
    ]);
  });

  it('is refused where it cannot stand beside the rest of the scenario', () => {
    expect(typed({ places: 'zip,nation' }).problems).toEqual([
      '--places: procedures go through the people of a ZIP area, beside the place nation; allowed: no procedures; found: irs-2025',
    ]);
    const { problems } = typed({ matchers: 'exact,token-set,screening' }, nameOnly);
    expect(problems.map((line) => line.split('; ').at(-1))).toEqual(['found: token-set', 'found: screening']);
    for (const line of problems) expect(line).toMatch(/^--matchers: matchers has no search/);
  });
});

describe('the scenario', () => {
  it('stays what it is where nothing is chosen', () => {
    expect(typed({}).scenario).toBe(base);
  });

  it('tries what is chosen, and nothing else of it changes', () => {
    const narrow = typed({ matchers: 'all', places: 'zip,address' });
    expect(narrow.problems).toEqual([]);
    expect(countPlan(narrow.scenario)).toEqual({
      ...countPlan(base),
      matchers: [...matcherIds, 'procedure:irs-2025'],
    });
    expect({ ...narrow.scenario, matching: base.matching }).toEqual(base);
  });

  it('keeps its headline, or takes the first of what is chosen', () => {
    const headlineOf = (flags: { matchers?: string; places?: string }) =>
      typed(flags).scenario.reporting.headline;
    const { headline } = base.reporting;
    expect(headlineOf({ matchers: 'all' })).toEqual(headline);
    expect(headlineOf({ matchers: 'tin-name,screening' })).toEqual({ ...headline, matcher: 'screening' });
    const other = headline.place === 'zip' ? 'address' : 'zip';
    expect(headlineOf({ places: other })).toEqual({ ...headline, place: other });
  });

  it('tries what its headline is of', () => {
    for (const matchers of ['all', 'screening', 'exact,tin-name']) {
      const { scenario } = typed({ matchers, places: 'address' });
      const { matcher, place } = scenario.reporting.headline;
      expect(countPlan(scenario).matchers).toContain(matcher);
      expect(countPlan(scenario).places).toContain(place);
    }
  });
});

describe('the command that makes the numbers again', () => {
  const commandOf = (chosen: Chosen) => {
    const scenario = withChosen(base, chosen, []);
    const plan = countPlan(scenario);
    const tally = emptyTally(plan);
    addTally(tally, { ...emptyTally(plan), zipAreas: 1 });
    expect(tally.sum.length).toBe(settings(plan) * cells.length);
    const sampling = { zipShare: 0.5, requestShare: 1 };
    const facts = { tool: 'mismatch', scenario, scenarioSha256: '', seed: 3, sampling, chosen };
    const input = { plan, strata: [{ zipAreas: 2, tally }], requestShare: 1, peopleShare: 1 };
    return summarise(facts, [], { ...input, unplacedInFile: 0, level: 0.9 }).command;
  };

  it('names what was chosen', () => {
    const plain = 'mismatch simulate irs-ice-2025 --seed 3 --zips 0.5';
    expect(commandOf({})).toBe(plain);
    expect(commandOf({ matchers: ['exact', 'screening'], places: ['zip'] })).toBe(
      `${plain} --matchers exact,screening --places zip`,
    );
  });
});
