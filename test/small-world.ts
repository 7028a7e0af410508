/**
 * A country small enough to be gone through person by person: a few ZIP areas of one state, a few thousand
 * people, a few hundred requests, otherwise the real tables and the real scenario.
 */

import { countPlan } from '../src/execution/run-plan.ts';
import { origins } from '../src/population/origins.ts';
import { type Population, population } from '../src/population/population.ts';
import { loadTables, type Tables } from '../src/population/tables.ts';
import { type RequestList, requestList } from '../src/requests/request-list.ts';
import { loadScenario } from '../src/scenario/load.ts';
import type { Scenario } from '../src/scenario/schema.ts';

export interface SmallWorld {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly population: Population;
  readonly requests: RequestList;
  readonly plan: ReturnType<typeof countPlan>;
}

let tables: Tables | undefined;

/** Tables cut down to the ZIP areas of New Mexico from `first` on. */
function fewZipAreas(first: number, count: number): Tables {
  tables ??= loadTables();
  const { zipAreas } = tables;
  const start = zipAreas.state.indexOf('NM') + first;
  const part = <T extends { slice(from: number, to: number): T }>(column: T) =>
    column.slice(start, start + count);
  return {
    ...tables,
    zipAreas: {
      zip: part(zipAreas.zip as string[]),
      city: part(zipAreas.city as string[]),
      state: part(zipAreas.state as string[]),
      population: part(zipAreas.population),
      density: part(zipAreas.density),
      cell: part(zipAreas.cell),
    },
  };
}

/** The built-in scenario at a small size. Errors are common, so that every kind of wrong match has its chance. */
export function smallWorld(options: {
  readonly seed: number;
  readonly people: number;
  readonly requests: number;
  readonly zipAreas: number;
}): SmallWorld {
  const base = loadScenario('irs-ice-2025');
  const certain = (value: number) => ({ value, assumption: 'for a test' });
  // The few ZIP areas have few people of the smaller origins.
  const requested = new Map<string, number>([
    ['mexican', 0.8],
    ['white', 0.2],
  ]);
  const mixed = {
    'us-born-citizen': certain(0.4),
    'naturalized-citizen': certain(0.1),
    'permanent-resident': certain(0.1),
    'other-lawful': certain(0.05),
    unauthorized: certain(0.35),
  };
  const scenario: Scenario = {
    ...base,
    population: {
      ...base.population,
      people: certain(options.people),
      childNamedAfterParent: { son: certain(0.5), daughter: certain(0.5) },
      irs: {
        ...base.population.irs,
        nameErrors: { paper: certain(0.1), electronic: certain(0.1) },
        addressErrors: { paper: certain(0.1), electronic: certain(0.1) },
      },
      // Enough households for the requested to file from.
      statuses: { ...base.population.statuses, hispanic: mixed, white: mixed },
    },
    requests: {
      ...base.requests,
      count: certain(options.requests),
      origins: Object.fromEntries(
        origins.map(({ id }) => [id, certain(requested.get(id) ?? 0)]),
      ) as Scenario['requests']['origins'],
      inTaxpayerFile: certain(0.5),
      livesWithTaxpayers: certain(0.7),
      informationAgeYears: certain(4),
      formerAddress: { sameZip: certain(0.6), sameState: certain(0.3) },
    },
    corruption: {
      agency: {
        profile: 'none',
        rates: {
          'keyboard-typo': certain(0.2),
          'letter-transposed': certain(0.1),
          'names-swapped': certain(0.05),
          'zip-digit-error': certain(0.05),
          'unit-missing': certain(0.5),
          'address-placeholder': certain(0.05),
          'address-blank': certain(0.05),
        },
      },
      carelessness: certain(0.2),
      aggravation: { unfamiliarName: certain(2), tenYears: certain(1.5) },
    },
  };
  const people = population(scenario, options.seed, fewZipAreas(0, options.zipAreas));
  return {
    scenario,
    seed: options.seed,
    population: people,
    requests: requestList(scenario, people),
    plan: countPlan(scenario),
  };
}

/** Numbers of the requests recorded in a ZIP area. */
export function requestsIn(requests: RequestList, zip: number): Int32Array {
  const numbers: number[] = [];
  for (let j = 0; j < requests.size; j++) if (requests.recordedZip(j) === zip) numbers.push(j);
  return Int32Array.from(numbers);
}
