/** Draws of a whole scenario: pure, in their ranges, whole where they divide a whole, and each on a stream of its own. */
import { describe, expect, it } from 'vitest';
import { withRates } from '../../src/corruption/rates.ts';
import { block, stream, uniform53 } from '../../src/random/stream.ts';
import { triangular } from '../../src/scenario/distributions/triangular.ts';
import { drawScenario, valuesOf } from '../../src/scenario/draw.ts';
import { explain } from '../../src/scenario/explain.ts';
import { listScenarios, loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const base = withRates(loadScenario('irs-ice-2025'));
const total = (shares: object) =>
  Object.values(shares as Record<string, { value: number }>).reduce((sum, { value }) => sum + value, 0);

/** The maps of a scenario whose shares sum to one, by the words of their description. */
const wholes = (scenario: Scenario): readonly object[] => {
  const { population, requests } = scenario;
  return [
    population.households,
    population.families.minors,
    population.families.grownChildren,
    population.nonFiling.kinds,
    population.birthDecades,
    ...Object.values(population.statuses),
    requests.origins,
    requests.requestedStatuses,
    requests.ages,
  ];
};

describe('draw 0', () => {
  it('is the scenario', () => {
    expect(drawScenario(base, 1, 0)).toEqual(base);
  });
});

describe.each(listScenarios().map(({ id }) => id))('a draw of %s', (id) => {
  const scenario = withRates(loadScenario(id));
  const drawn = [1, 2, 3].map((draw) => drawScenario(scenario, 1, draw));

  it('keeps every number in its range', () => {
    for (const one of drawn) {
      for (const { path, value, low, high, distribution } of explain(one)) {
        if (typeof value !== 'number' || distribution === null) continue;
        expect(value, path).toBeGreaterThanOrEqual((distribution === 'beta' ? 0 : low!) - 1e-12);
        expect(value, path).toBeLessThanOrEqual((distribution === 'beta' ? 1 : high!) + 1e-12);
      }
    }
  });

  it('keeps what divides a whole whole, and what counts whole', () => {
    for (const one of drawn) {
      for (const shares of wholes(one)) expect(total(shares)).toBeCloseTo(1, 9);
      expect(total(one.requests.formerAddress)).toBeLessThanOrEqual(1 + 1e-12);
      expect(total(one.population.numbers)).toBeLessThanOrEqual(1 + 1e-12);
      expect(Number.isInteger(one.requests.count.value)).toBe(true);
      expect(Number.isInteger(one.population.people.value)).toBe(true);
    }
  });
});

describe('a draw', () => {
  it('depends on seed and number alone, and differs from draw to draw', () => {
    expect(drawScenario(base, 3, 5)).toEqual(drawScenario(base, 3, 5));
    const of = (seed: number, draw: number) => drawScenario(base, seed, draw).requests.inTaxpayerFile.value;
    expect(new Set([of(3, 5), of(3, 6), of(4, 5)]).size).toBe(3);
  });

  it('moves what a file leaves open and nothing else', () => {
    const drawn = drawScenario(base, 1, 1);
    expect({ ...drawn, population: 0, requests: 0, corruption: 0, matching: 0 }).toEqual({
      ...base,
      population: 0,
      requests: 0,
      corruption: 0,
      matching: 0,
    });
    expect(drawn.matching.thresholds).toEqual(base.matching.thresholds);
    const [before, after] = [valuesOf(base), valuesOf(drawn)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const moved = Object.keys(before).filter((path) => after[path] !== before[path]);
    expect(moved).toEqual(
      expect.arrayContaining(['requests.inTaxpayerFile', 'requests.informationAgeYears']),
    );
    expect(moved).toContain('corruption.agency.rates.second-surname-dropped');
  });

  it('reads the stream that bears the name of the parameter', () => {
    const words = new Uint32Array(4);
    block(stream(9, 'scenario/draw/requests.men'), 4, 0, words);
    const { value, low, high } = base.requests.men;
    const expected = triangular.quantile(
      { low: low!, mode: value, high: high! },
      uniform53(words[0]!, words[1]!),
    );
    expect(drawScenario(base, 9, 4).requests.men.value).toBe(expected);
  });

  it('moves no parameter when another is added, changed or fixed', () => {
    const { merged: _, ...requests } = base.requests;
    const without = { ...base, requests } as Scenario;
    const fixed = { ...base.requests, men: { value: 0.5, assumption: 'fixed' } };
    const [all, fewer, other] = [base, without, { ...base, requests: fixed }].map((scenario) =>
      valuesOf(drawScenario(scenario, 1, 2)),
    );
    for (const [path, value] of Object.entries(fewer!)) expect(all![path], path).toBe(value);
    for (const [path, value] of Object.entries(other!))
      expect(value, path).toBe(path === 'requests.men' ? 0.5 : all![path]);
  });

  it('has no two parameters on one stream', () => {
    const keys = Object.keys(valuesOf(base)).map(
      (path) => stream(1, `scenario/draw/${path}`).key0 * 2 ** 32 + stream(1, `scenario/draw/${path}`).key1,
    );
    expect(keys.length).toBeGreaterThan(200);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names the parameters of a procedure by its id', () => {
    expect(Object.keys(valuesOf(loadScenario('broker-pipeline')))).toContain(
      'matching.procedures.broker-pipeline.steps.0.refreshAddress.data-broker.coverage',
    );
  });
});

it('draws of two parameters are not correlated (2,000 draws, four standard errors)', () => {
  const { inTaxpayerFile, informationAgeYears } = base.requests;
  const two = { requests: { inTaxpayerFile, informationAgeYears } } as Scenario;
  const pairs = Array.from({ length: 2000 }, (_, i) => {
    const values = drawScenario(two, 1, i + 1).requests;
    return [values.inTaxpayerFile.value, values.informationAgeYears.value] as const;
  });
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)];
  const covariance = mean(([a, b]) => (a - x) * (b - y));
  const deviation = Math.sqrt(mean(([a]) => (a - x) ** 2) * mean(([, b]) => (b - y) ** 2));
  expect(Math.abs(covariance / deviation)).toBeLessThan(4 / Math.sqrt(2000));
});
