import { describe, expect, it } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { realisedRates } from '../../src/requests/realised-rates.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';

const base = loadScenario('irs-ice-2025');
const { agency } = base.corruption;
const scenario = {
  ...base,
  population: { ...base.population, people: { ...base.population.people, value: 600_000 } },
  requests: { ...base.requests, count: { ...base.requests.count, value: 6000 } },
};
const world = population(scenario, 1, loadTables());
const requests = requestList(scenario, world);
const rates = realisedRates(requests, 6000);

describe('realisedRates', () => {
  it('are of every corruption of the registry, in its order', () => {
    expect(rates.map(({ id }) => id)).toEqual(corruptions.map(({ id }) => id));
  });

  it('agree with the rates asked for', () => {
    for (const { id, records, applied } of rates) {
      expect(records).toBeGreaterThan(1000);
      expectProportion(applied, records, agency[id as keyof typeof agency].value);
    }
  });

  it('count only records that an error could act on', () => {
    const of = (id: string) => rates.find((rate) => rate.id === id)!;
    expect(of('address-blank').records).toBe(6000);
    expect(of('keyboard-typo').records).toBe(6000);
    // About a quarter of dwellings, those in buildings of two or more units (Census 2000), have one to leave out.
    expect(of('unit-missing').records / 6000).toBeCloseTo(0.263, 1);
  });

  it('stop at the end of the list, and count nothing where nothing is asked', () => {
    expect(realisedRates(requests, 1_000_000)).toEqual(rates);
    expect(realisedRates(requests, 0).every(({ records, applied }) => records === 0 && applied === 0)).toBe(
      true,
    );
  });

  it('are none where no error is assumed', () => {
    const none = Object.fromEntries(Object.entries(agency).map(([id, rate]) => [id, { ...rate, value: 0 }]));
    const clean = requestList({ ...scenario, corruption: { agency: none as typeof agency } }, world);
    for (const { applied } of realisedRates(clean, 500)) expect(applied).toBe(0);
  });
});
