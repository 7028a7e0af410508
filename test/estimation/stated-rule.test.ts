/** The rule of an estimate in words: what the scenario states, and nothing that it does not. */
import { describe, expect, it } from 'vitest';
import { statedRule } from '../../src/estimation/stated-rule.ts';
import { rules } from '../../src/linkage/rules/index.ts';
import { listScenarios, loadScenario } from '../../src/scenario/load.ts';

const ruleOf = (id: string) => {
  const scenario = loadScenario(id);
  return statedRule(scenario, scenario.reporting.headline);
};

describe('the stated rule', () => {
  it('of a matcher is its threshold, place and decision rule', () => {
    expect(ruleOf('irs-ice-2025')).toBe(
      'Jaro-Winkler name score of at least 0.92, in the same ZIP area; every taxpayer at or above the threshold counts as matched.',
    );
  });

  it('of a matcher that knows only yes and no speaks of no threshold', () => {
    expect(ruleOf('name-only')).toBe(
      'The same surname and given name, anywhere in the country; every such taxpayer counts as matched.',
    );
  });

  it.each(rules)('$id of such a matcher speaks of no threshold and no score', ({ id }) => {
    const scenario = loadScenario('name-only');
    const { headline } = scenario.reporting;
    expect(statedRule(scenario, { ...headline, rule: id })).not.toMatch(/threshold|score/);
  });

  it('of a match by number speaks of no score', () => {
    expect(ruleOf('borrowed-number')).toBe(
      'Number and name control agree: the owner of the number is matched, provided that the taxpayer numbers are the same, and so are the first four letters of the surnames.',
    );
  });

  it('of a chain names the file that the address comes from', () => {
    const rule = ruleOf('medicaid-pipeline');
    expect(rule).toMatch(
      /the address is first taken from health coverage; the same surname and given name, /,
    );
    expect(rule).toMatch(/at the same address; every such taxpayer counts as matched/);
  });

  it('of steps names their conditions in order', () => {
    const scenario = loadScenario('irs-ice-2025');
    const rule = statedRule(scenario, { ...scenario.reporting.headline, matcher: 'procedure:irs-2025' });
    expect(rule).toMatch(
      /: if the request has a taxpayer number of nine digits, the owner of the number is matched, provided/,
    );
    expect(rule).toMatch(/; else, the same surname and given name, at the same address; /);
  });

  it('ends with the safeguards', () => {
    expect(ruleOf('safeguard-birthdate')).toMatch(
      /\. Only where both records have a date of birth, and it is the same\.$/,
    );
  });

  it.each(listScenarios().map(({ id }) => id))('of %s has no id in it', (id) => {
    expect(ruleOf(id)).not.toMatch(/procedure:|undefined|-agree|jaro-winkler/);
    expect(ruleOf(id)).toMatch(/\.$/);
  });
});
