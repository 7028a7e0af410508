/** How somebody matched stands to the requested person: what the cause of a wrong match follows from. */

import { addressWellFormed } from '../matching/gates/address-well-formed.ts';
import type { PersonRecord } from '../population/record.ts';
import type { RequestTruth } from '../requests/truth.ts';
import type { CauseFacts } from './causes.ts';
import type { ZipHomes } from './zip-homes.ts';

/** Where the people of a ZIP area live. */
type Homes = Pick<ZipHomes, 'area' | 'neighbourhood' | 'dwellingOf'>;

/** The facts about the people of a household of the ZIP area, for one request. */
export type Relation = (household: number) => Omit<CauseFacts, 'matchedByNumber'>;

export function relationTo(homes: Homes, record: PersonRecord, truth: RequestTruth): Relation {
  const { area, neighbourhood, dwellingOf } = homes;
  // Words in place of an address lead to nobody's door.
  const recordedHere = truth.recordedArea.zip === area.zip && addressWellFormed.holds(record);
  const occupants =
    recordedHere && truth.isFormerAddress ? neighbourhood.householdAt(truth.recordedDwelling) : -1;
  const recorded =
    recordedHere && record.unit === '' ? neighbourhood.addressCode(truth.recordedDwelling) : undefined;
  const inRecordedBuilding = (household: number) => {
    if (recorded === undefined || recorded.unit === 0) return false;
    const { street, houseNumber } = neighbourhood.addressCode(dwellingOf(household));
    return street === recorded.street && houseNumber === recorded.houseNumber;
  };
  return (household) => ({
    livesWithRequested: truth.area.zip === area.zip && household === truth.household,
    livesAtFormerAddress: household === occupants,
    livesInUnitlessBuilding: inRecordedBuilding(household),
  });
}
