/** What the households of each origin follow, as a scenario says it. */

import type { Scenario } from '../scenario/schema.ts';
import { birthYears } from './birth-years.ts';
import type { HouseholdsOfOrigin } from './cell-households.ts';
import { communities } from './communities.ts';
import {
  filingHouseholds,
  type HouseholdAssumptions,
  householdKinds,
  nonFilingHouseholds,
  nonFilingKinds,
  tilted,
  tiltFor,
} from './household-catalogue.ts';
import { householdPattern } from './household-pattern.ts';
import { origins } from './origins.ts';
import { statusPattern } from './status-pattern.ts';
import { unauthorized } from './statuses.ts';

/** @param statusShares by origin, of householders who file, in the order of `statuses` */
export function scenarioHouseholds(
  { population: assumed }: Scenario,
  statusShares: readonly (readonly number[])[],
  seed: number,
): readonly HouseholdsOfOrigin[] {
  const composed = householdAssumptions(assumed);
  const decades = Object.entries(assumed.birthDecades).map(([decade, share]) => ({
    decade: Number.parseInt(decade, 10),
    weight: share.value,
  }));
  const { nonFiling } = assumed;
  const nonFilingOf = nonFilingHouseholds(valuesOf(nonFilingKinds, nonFiling.kinds), composed);
  const catalogue = filingHouseholds(composed);
  const ofCommunity = communities.map((community) => {
    const tilt = tiltFor(catalogue, assumed.householdSize[community].value);
    const filing = tilted(catalogue, tilt);
    return {
      pattern: householdPattern(filing, seed, community),
      nonFilingPattern: householdPattern(tilted(nonFilingOf, tilt), seed, `non-filing/${community}`),
      birthYears: birthYears(decades, nonFiling.pensioners.value, filing),
    };
  });

  return origins.map(({ id, community }, origin) => {
    const shares = statusShares[origin]!;
    const irregular = shares[unauthorized]!;
    // Per filing household, of lawful residents and of people without lawful status.
    const lawful = odds(nonFiling.lawful.value) * (1 - irregular);
    const unlawful = odds(nonFiling.unauthorized.value) * irregular;
    const ofNonFiling = shares.map((share, status) =>
      status === unauthorized ? unlawful : (lawful * share) / (1 - irregular || 1),
    );
    const residents = Math.min(1, nonFiling.residents.value * irregular);
    return {
      ...ofCommunity[communities.indexOf(community)]!,
      nonFiling: lawful + unlawful,
      statuses: statusPattern(shares, seed, id),
      nonFilingStatuses: statusPattern(
        lawful + unlawful > 0 ? ofNonFiling : shares,
        seed,
        `non-filing/${id}`,
      ),
      residents: statusPattern([1 - residents, residents], seed, `residents/${id}`),
    };
  });

  function odds(share: number): number {
    return share / Math.max(1 - share, 1e-6);
  }
}

function householdAssumptions(assumed: Scenario['population']): HouseholdAssumptions {
  const { families } = assumed;
  return {
    kinds: valuesOf(
      householdKinds.map(({ id }) => id),
      assumed.households,
    ),
    separateReturns: families.separateReturns.value,
    withMinors: valuesOf(['couple', 'lone-parent', 'partners'], families.withMinors),
    minors: [families.minors.one, families.minors.two, families.minors.three, families.minors.four].map(
      ({ value }) => value,
    ),
    grownChild: families.grownChild.value,
    secondGrownChild: families.secondGrownChild.value,
    grownChildren: valuesOf(['single', 'dependant-who-files', 'does-not-file'], families.grownChildren),
    parentAtHome: families.parentAtHome.value,
    parentFiles: families.parentFiles.value,
    otherAdult: families.otherAdult.value,
  };
}

/** The values of quantities, by the same keys. */
function valuesOf<Id extends string>(
  ids: readonly Id[],
  quantities: Readonly<Record<Id, { readonly value: number }>>,
): Readonly<Record<Id, number>> {
  return Object.fromEntries(ids.map((id) => [id, quantities[id].value])) as Record<Id, number>;
}
