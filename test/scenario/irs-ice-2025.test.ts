/** The base scenario: whole, sourced, and with the arithmetic that its assumptions state. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explanation } from '../../src/cli/commands/explain.ts';
import { fact } from '../../src/evidence/facts.ts';
import { explain } from '../../src/scenario/explain.ts';
import { listScenarios, loadScenario, scenarioHash } from '../../src/scenario/load.ts';
import { thresholdsOf } from '../../src/scenario/thresholds.ts';

const scenario = loadScenario('irs-ice-2025');
const parameters = explain(scenario);

/** Paths of all maps with the key `value`, found without the schema. */
function quantityPaths(part: unknown, path: string): readonly string[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [];
  if ('value' in part) return [path];
  return Object.entries(part).flatMap(([key, child]) =>
    quantityPaths(child, path === '' ? key : `${path}.${key}`),
  );
}

describe('the base scenario', () => {
  it('opens with a comment that asks its question', () => {
    const [first] = readFileSync(new URL('../../scenarios/irs-ice-2025.yaml', import.meta.url), 'utf8').split(
      '\n',
    );
    expect(first).toMatch(/^# .*\?$/);
  });

  it('is listed under the name of its file', () => {
    expect(listScenarios().map(({ id }) => id)).toContain('irs-ice-2025');
  });

  it('has the published size', () => {
    expect(scenario.requests.count.value).toBe(fact('requests-final').value);
    expect(scenario.population.returns.value).toBe(fact('returns-2024').value);
  });

  it('accounts for the people on the returns of 2013, and has as many heads a return as joint ones say', () => {
    const { returns, taxpayerExemptions, returnsFiledByDependents } = fact('persons-on-returns-2013')
      .value as Readonly<Record<string, number>>;
    const { joint } = fact('filing-status-2013').value as Readonly<Record<string, number>>;
    const heads = returns! + joint!;
    expect((heads - returnsFiledByDependents!) / taxpayerExemptions!).toBeCloseTo(1, 3);
    const { jointAndSurviving } = fact('filing-status-2017').value as Readonly<Record<string, number>>;
    const { people, returns: filed } = scenario.population;
    expect(people.value / filed.value).toBeCloseTo(1 + jointAndSurviving!, 3);
    expect(people.high! / filed.value).toBeGreaterThan(heads / returns!);
  });

  it('tries 31 thresholds from 0.70 to 1.00', () => {
    const thresholds = thresholdsOf(scenario.matching.thresholds);
    expect(thresholds).toHaveLength(31);
    expect(thresholds[22]).toBe(0.92);
    expect(thresholds.at(-1)).toBe(1);
  });

  it('gives no quantity without a reason and a range', () => {
    const quantities = parameters.filter(({ low, high }) => low !== null && high !== null);
    expect(quantities.map(({ path }) => path).toSorted()).toEqual(quantityPaths(scenario, '').toSorted());
    for (const { path, source, low, value, high } of quantities) {
      expect(source.evidence.length > 0 || source.assumption !== null, path).toBe(true);
      expect(low, path).toBeLessThanOrEqual(value as number);
      expect(high, path).toBeGreaterThanOrEqual(value as number);
    }
  });

  it('lets no draw of the former addresses exceed the whole', () => {
    const { sameZip, sameState } = scenario.requests.formerAddress;
    expect((sameZip.high ?? 1) + (sameState.high ?? 1)).toBeLessThanOrEqual(1);
  });
});

describe('explain', () => {
  it('describes every parameter, and gives each piece of evidence a title and an address', () => {
    for (const { path, description, source } of parameters) {
      expect(description, path).not.toBe('');
      for (const { title, url } of source.evidence) {
        expect(title, path).not.toBe('');
        expect(url, path).toMatch(/^https?:/);
      }
    }
  });

  it('is told in full, in lines that fit the width unless one word does not', () => {
    const text = explanation(scenario, parameters, 80);
    for (const line of text.split('\n'))
      expect(line.length <= 80 || !line.trim().includes(' '), line).toBe(true);
    for (const { path } of parameters) expect(text).toContain(`\n${path}`);
    expect(text).toContain('requests.inTaxpayerFile = 0.072 (0.05 to 0.75, triangular)');
  });

  it('names each parameter once', () => {
    expect(new Set(parameters.map(({ path }) => path)).size).toBe(parameters.length);
  });
});

describe('the hash of a scenario', () => {
  it('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(scenario).toReversed()) as typeof scenario;
    expect(scenarioHash(reversed)).toBe(scenarioHash(scenario));
  });

  it('changes with a value', () => {
    const other = { ...scenario, sampling: { ...scenario.sampling, zipShare: 0.06 } };
    expect(scenarioHash(other)).not.toBe(scenarioHash(scenario));
  });
});
