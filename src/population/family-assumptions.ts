/** What a scenario assumes about families, as the makers of people need it. */

import type { Scenario } from '../scenario/schema.ts';
import { origins } from './origins.ts';
import type { FamilyAssumptions } from './people.ts';

/** @param shareOfStatuses by origin and status, as `statusShares` gives them */
export function familyAssumptions(
  { population: assumed, requests }: Scenario,
  shareOfStatuses: readonly (readonly number[])[],
): FamilyAssumptions {
  const { families, childNamedAfterParent, childOfImmigrantsUsBorn } = assumed;
  return {
    surnameKept: origins.map(({ community }) => assumed.surnameKeptAtMarriage[community].value),
    namedAfterParent: {
      son: childNamedAfterParent.son.value,
      daughter: childNamedAfterParent.daughter.value,
    },
    loneMothers: families.loneMothers.value,
    otherSurname: {
      couple: families.otherSurname.couple.value,
      loneMother: families.otherSurname.loneMother.value,
    },
    twins: families.twins.value,
    residentSharesSurname: requests.sharesHouseholdSurname.value,
    statusShares: shareOfStatuses,
    spouseSharesStatus: assumed.spouseSharesStatus.value,
    bornHere: {
      minor: childOfImmigrantsUsBorn.minor.value,
      grown: childOfImmigrantsUsBorn.grown.value,
    },
  };
}
