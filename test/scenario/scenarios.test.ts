/** The scenarios of record: each loads, opens with its question, stays short, and can be explained in full. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explanation } from '../../src/cli/commands/explain.ts';
import { withRates } from '../../src/corruption/rates.ts';
import { openWorld } from '../../src/execution/run-plan.ts';
import { explain } from '../../src/scenario/explain.ts';
import { listScenarios, loadScenario, scenarioHash } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const base = loadScenario('irs-ice-2025');
const ids = listScenarios().map(({ id }) => id);
const scenarios = new Map(ids.map((id) => [id, loadScenario(id)]));
const others = ids.filter((id) => id !== base.id);
const textOf = (id: string) => readFileSync(new URL(`../../scenarios/${id}.yaml`, import.meta.url), 'utf8');
const MOST_LINES = 60;

/** Paths at which a scenario says something else than the base. */
function differing(a: unknown, b: unknown, path = ''): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const isMap = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part);
  if (!isMap(a) || !isMap(b) || 'value' in (a as object)) return [path];
  const [of, there] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(of), ...Object.keys(there)])].flatMap((key) =>
    differing(of[key], there[key], path === '' ? key : `${path}.${key}`),
  );
}
const changes = (scenario: Scenario) =>
  differing(scenario, base).filter((path) => !['id', 'title', 'question'].includes(path));

it('are those of the list', () => {
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['irs-ice-2025', 'address-confirmation', 'seven-million', 'million-a-year', 'borrowed-number'],
      ...['medicaid-pipeline', 'broker-pipeline', 'fiscal-chill', 'safeguard-address'],
      ...['name-only', 'crosscheck'],
      ...['safeguard-birthdate', 'safeguard-unique', 'safeguard-tin', 'safeguard-review'],
    ]),
  );
});

describe.each(others)('%s', (id) => {
  const text = textOf(id);
  const scenario = scenarios.get(id)!;

  it('opens with its question, and is short', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^# .*\?$/);
    expect(lines.length).toBeLessThan(MOST_LINES);
    expect(scenario.question).toMatch(/\?$/);
    expect(scenario.id).toBe(id);
  });

  it('has a title, a question and a hash of its own', () => {
    for (const other of scenarios.values()) {
      if (other === scenario) continue;
      expect(scenario.title).not.toBe(other.title);
      expect(scenario.question).not.toBe(other.question);
      expect(scenarioHash(scenario)).not.toBe(scenarioHash(other));
    }
  });

  it('gives every number that it sets a range and a reason', () => {
    const parameters = new Map(explain(scenario).map((parameter) => [parameter.path, parameter]));
    expect(changes(scenario).length).toBeGreaterThan(0);
    for (const path of changes(scenario)) {
      const parameter = parameters.get(path);
      if (
        typeof parameter?.value !== 'number' ||
        path.startsWith('sampling.') ||
        path.startsWith('matching.thresholds.') ||
        path.startsWith('reporting.')
      )
        continue;
      expect(parameter.low, path).not.toBeNull();
      expect(parameter.high, path).not.toBeNull();
      expect(parameter.source.assumption, path).not.toBeNull();
    }
  });

  it('can be explained in full', () => {
    const parameters = explain(withRates(scenario));
    const told = explanation(scenario, parameters, 80);
    for (const { path } of parameters) expect(told).toContain(`\n${path}`);
    expect(told).not.toMatch(/\[object|undefined|NaN/);
  });
});

it('of the safeguards change nothing but the safeguard, so that a comparison with the base shows it alone', () => {
  const allowed = /^(matching\.(gates|rules|review\..*)|reporting\.headline\.rule)$/;
  for (const id of others.filter((one) => one.startsWith('safeguard-'))) {
    for (const path of changes(scenarios.get(id)!)) expect(path, id).toMatch(allowed);
  }
});

it('of the year has as many people as the list sent once', () => {
  const { count, duplicates } = loadScenario('million-a-year').requests;
  const people = count.value * (1 - duplicates.value);
  expect(Math.abs(people / base.requests.count.value - 1)).toBeLessThan(0.001);
});

it.each(['seven-million', 'million-a-year'])(
  '%s finds enough people to request',
  { timeout: 120_000 },
  (id) => {
    const scenario = scenarios.get(id)!;
    expect(openWorld(scenario, 1).requests.size).toBe(scenario.requests.count.value);
  },
);
