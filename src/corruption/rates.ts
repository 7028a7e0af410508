/** The rates that a source errs by: those of its profile, and what the scenario says otherwise. */

import type { Quantity } from '../scenario/quantity.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { CorruptionAssumptions } from './corruptor.ts';
import { profiles } from './profiles/index.ts';

type Source = Scenario['corruption']['agency'];

/** By corruption id, with range and reason; corruptions that are not named never happen. */
function ratesOf({ profile, rates }: Source): Readonly<Record<string, Quantity>> {
  const chosen = profiles.find(({ id }) => id === profile);
  if (chosen === undefined) throw new RangeError(`no such corruption profile: ${profile}`);
  const overrides = Object.entries(rates).filter(([, rate]) => rate !== undefined);
  return { ...chosen.rates, ...(Object.fromEntries(overrides) as Record<string, Quantity>) };
}

/** The scenario with every rate of its profile written out, as its explanation tells them. */
export function withRates(scenario: Scenario): Scenario {
  const { corruption } = scenario;
  const agency = { ...corruption.agency, rates: ratesOf(corruption.agency) };
  return { ...scenario, corruption: { ...corruption, agency } };
}

/** How the agency of a scenario errs. */
export function agencyErrors({ corruption }: Scenario): CorruptionAssumptions {
  const { agency, carelessness, aggravation } = corruption;
  return {
    rates: Object.fromEntries(Object.entries(ratesOf(agency)).map(([id, { value }]) => [id, value])),
    carelessness: carelessness.value,
    aggravation: {
      'unfamiliar-name': aggravation.unfamiliarName.value,
      'old-record': aggravation.tenYears.value,
    },
  };
}
