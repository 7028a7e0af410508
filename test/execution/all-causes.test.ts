/**
 * All five causes of a wrong match come out of the default scenario: each has a positive share by the numbers of the
 * scenario, and in a small country, where these rates are raised, one run with two of its matchers and its procedure
 * finds each of them.
 */

import { describe, expect, it } from 'vitest';
import { agencyErrors } from '../../src/corruption/rates.ts';
import { countPlan, linkOptions } from '../../src/execution/run-plan.ts';
import { causes } from '../../src/linkage/causes.ts';
import { cellIndex, cells, settings } from '../../src/linkage/counts.ts';
import { linker } from '../../src/linkage/link-zip-area.ts';
import { emptyTally } from '../../src/linkage/tally.ts';
import { requestList } from '../../src/requests/request-list.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { requestsIn, smallWorld } from '../small-world.ts';

const base = loadScenario('irs-ice-2025');
const certain = (value: number) => ({ value, assumption: 'for a test' });

it('each has a positive share by the numbers of the default scenario', () => {
  const { requests, population } = base;
  const { tin, formerAddress } = requests;
  // Moved before the information was renewed, with an exponential age: mover rate x age / (1 + mover rate x age).
  const moves = requests.yearlyMoverRate.value * requests.informationAgeYears.value;
  const moved = moves / (1 + moves);
  const wrongNumber =
    tin.mistyped.value * tin.mistypedIsHeld.value +
    tin.fromEmployers.value * population.numbers.borrowed.value;
  const shares: Record<(typeof causes)[number]['id'], number> = {
    namesake: 1 - moved,
    household:
      (1 - requests.inTaxpayerFile.value) *
      requests.livesWithTaxpayers.value *
      requests.sharesHouseholdSurname.value,
    occupant: moved * formerAddress.sameZip.value,
    building: agencyErrors(base).rates['unit-missing'] ?? 0,
    number: tin.held.outsideFile.value * wrongNumber,
  };
  for (const { id } of causes) expect(shares[id], id).toBeGreaterThan(0.005);
  expect(base.matching.procedures.some(({ steps }) => steps.some(({ by }) => by === 'tin'))).toBe(true);
});

describe('in a small country with raised rates', () => {
  const small = smallWorld({ seed: 11, people: 100_000, requests: 14_000, zipAreas: 150 });
  const scenario: Scenario = {
    ...small.scenario,
    population: { ...small.scenario.population, numbers: { borrowed: certain(0.6), invented: certain(0.1) } },
    requests: {
      ...small.scenario.requests,
      tin: {
        ...small.scenario.requests.tin,
        held: { inFile: certain(0.6), outsideFile: certain(0.6) },
        mistyped: certain(0.2),
        mistypedIsHeld: certain(0.5),
        fromEmployers: certain(0.6),
      },
    },
    matching: {
      ...small.scenario.matching,
      matchers: ['exact', 'jaro-winkler'],
      rules: ['all'],
      thresholds: { from: 0.7, to: 1, step: 0.1 },
    },
  };
  const plan = countPlan(scenario);
  const requests = requestList(scenario, small.population);
  const link = linker(small.population, requests, plan, linkOptions(scenario));
  const tally = emptyTally(plan);
  for (let zip = 0; zip < small.population.layout.zipAreas; zip++) {
    link.link(small.population.layout.area(zip), requestsIn(requests, zip), tally);
  }

  it.each(causes.map(({ id }) => id))(
    'a run of two of its matchers and its procedure finds people by %s',
    (id) => {
      const cell = cellIndex('people-wrongly-matched', `cause:${id}`);
      const most = Math.max(
        ...Array.from({ length: settings(plan) }, (_, setting) => tally.sum[setting * cells.length + cell]!),
      );
      expect(most).toBeGreaterThan(0);
    },
  );
});
