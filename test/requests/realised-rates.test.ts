import { describe, expect, it } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { population } from '../../src/population/population.ts';
import { loadTables } from '../../src/population/tables.ts';
import { corruptionSums, realisedRates } from '../../src/requests/realised-rates.ts';
import { type RequestList, requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';

const base = loadScenario('irs-ice-2025');
const scenario = {
  ...base,
  population: { ...base.population, people: { ...base.population.people, value: 900_000 } },
  requests: { ...base.requests, count: { ...base.requests.count, value: 5000 } },
};
const world = population(scenario, 1, loadTables());
const requests = requestList(scenario, world);
const ratesOf = (list: RequestList, count: number) => realisedRates([corruptionSums(list, 0, count)]);
const { counts, warnings } = ratesOf(requests, 5000);
const of = (id: string) => counts.find((count) => count.id === id)!;
const withRates = (rates: typeof base.corruption.agency.rates, changed: typeof scenario = scenario) =>
  requestList({ ...changed, corruption: { ...base.corruption, agency: { profile: 'none', rates } } }, world);
const none = { value: 0, assumption: 'A test.' };
const noNumbers = {
  ...scenario,
  requests: {
    ...scenario.requests,
    tin: { ...scenario.requests.tin, held: { inFile: none, outsideFile: none } },
  },
};

describe('realisedRates', () => {
  it('are of every corruption of the registry, in its order', () => {
    expect(counts.map(({ id }) => id)).toEqual(corruptions.map(({ id }) => id));
  });

  it('agree with the rates asked for', () => {
    for (const { asked, records, applied } of counts) {
      expect(applied).toBeLessThanOrEqual(records);
      if (records > 0) expectProportion(applied, records, asked);
    }
  });

  it('ask for the rate of the profile, and for more where something aggravates it', () => {
    expect(of('address-blank').asked).toBe(0.055);
    expect(of('unit-missing').asked).toBe(0.33);
    // Familiar names in fresh records 0.015; odds 1.5 times that for most names, and 1.2 times in each ten years.
    expect(of('keyboard-typo').asked).toBeGreaterThan(0.015);
    expect(of('keyboard-typo').asked).toBeLessThan(0.015 * 1.5 * 1.2 ** 2);
  });

  it('count only records that an error could act on', () => {
    expect(of('keyboard-typo').records).toBe(5000);
    expect(of('address-blank').records).toBeGreaterThan(4800);
    // About a quarter of dwellings, those in buildings of two or more units (Census 2000), have one to leave out.
    expect(of('unit-missing').records / 5000).toBeCloseTo(0.26, 1);
  });

  it('warn of every rate that cannot be met, and of no other', () => {
    const unmet = counts.filter(({ asked, records }) => asked > 0 && records === 0).map(({ id }) => id);
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual(unmet);
    const certain = { value: 0.5, assumption: 'A test.' };
    const { warnings: told } = ratesOf(
      withRates({ 'tin-digit-error': certain, 'keyboard-typo': certain }, noNumbers),
      200,
    );
    expect(told).toEqual([
      expect.stringMatching(
        /^tin-digit-error: a rate of 0\.5\d* cannot be met; none of 200 records has anything/,
      ),
    ]);
  });

  it('stop at the end of the list, and count nothing where nothing is asked', () => {
    expect(ratesOf(requests, 1_000_000)).toEqual({ counts, warnings });
    const nothing = ratesOf(requests, 0);
    expect(nothing.counts.every(({ records, applied }) => records === 0 && applied === 0)).toBe(true);
    expect(nothing.warnings).toEqual([]);
  });

  it('are none where no error is assumed', () => {
    const nothing = ratesOf(withRates({}), 500);
    expect(nothing.counts.every(({ asked, applied }) => asked === 0 && applied === 0)).toBe(true);
    expect(nothing.warnings).toEqual([]);
  });
});

it('the ZIP area of a request is the one that its record names, right or wrong', () => {
  const wrong = { value: 0.3, assumption: 'A test.' };
  const list = withRates({ 'zip-digit-error': wrong, 'city-only': wrong, 'address-blank': wrong });
  const codes = Array.from({ length: world.layout.zipAreas }, (_, zip) => world.layout.area(zip).code);
  let elsewhere = 0;
  for (let j = 0; j < 1500; j++) {
    const truth = list.truth(j);
    const { zip } = list.record(j, truth).record;
    const named = list.recordedZip(j);
    expect(named).toBe(codes.indexOf(zip));
    if (named >= 0 && named !== truth.recordedArea.zip) elsewhere++;
  }
  expect(elsewhere).toBeGreaterThan(50);
});
