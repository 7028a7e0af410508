/** How somebody matched stands to the requested person: what the cause of a wrong match follows from. */

import { addressWellFormed } from '../matching/gates/address-well-formed.ts';
import type { PersonRecord } from '../population/record.ts';
import type { RequestTruth } from '../requests/truth.ts';
import { type CauseFacts, causeOf, causes } from './causes.ts';
import type { ZipHomes } from './zip-homes.ts';

/** Where the people of a ZIP area live. */
type Homes = Pick<ZipHomes, 'area' | 'neighbourhood' | 'dwellingOf'>;

/** The facts about the people of a household of the ZIP area, for one request. */
export type Relation = (household: number) => Omit<CauseFacts, 'matchedByNumber'>;

const namesake = causes.findIndex(({ id }) => id === 'namesake');

export function relationTo(homes: Homes, record: PersonRecord, truth: RequestTruth): Relation {
  return factsFrom(tiesTo(homes, record, truth));
}

/** Place in `causes` of why the people of a household are matched, if not by a number: nearly always as namesakes. */
export function causeByHousehold(
  homes: Homes,
  record: PersonRecord,
  truth: RequestTruth,
): (household: number) => number {
  const ties = tiesTo(homes, record, truth);
  const facts = factsFrom(ties);
  const { requested, occupants, isInBuilding } = ties;
  return (household) =>
    household === requested || household === occupants || isInBuilding?.(household)
      ? causeOf({ ...facts(household), matchedByNumber: false })
      : namesake;
}

/** The households that can be matched for another reason than their names. */
interface Ties {
  /** That of the requested person; -1 if it is not in the ZIP area. */
  readonly requested: number;
  /** That which lives at the recorded dwelling in place of the requested person; -1 for none. */
  readonly occupants: number;
  /** Those of the recorded building, if the record names no unit of it. */
  readonly isInBuilding: ((household: number) => boolean) | undefined;
}

function tiesTo({ area, neighbourhood, dwellingOf }: Homes, record: PersonRecord, truth: RequestTruth): Ties {
  const { buildingOf, householdAt } = neighbourhood;
  const isHere = truth.recordedArea.zip === area.zip;
  const building = isHere && record.unit === '' ? buildingOf(truth.recordedDwelling) : -1;
  // Words in place of an address lead to nobody's door.
  const leadsToDoor = isHere && (truth.isFormerAddress || building >= 0) && addressWellFormed.holds(record);
  return {
    requested: truth.area.zip === area.zip ? truth.household : -1,
    occupants: leadsToDoor && truth.isFormerAddress ? householdAt(truth.recordedDwelling) : -1,
    isInBuilding:
      leadsToDoor && building >= 0
        ? (household) => buildingOf(dwellingOf(household)) === building
        : undefined,
  };
}

const factsFrom =
  ({ requested, occupants, isInBuilding }: Ties): Relation =>
  (household) => ({
    livesWithRequested: household === requested,
    livesAtFormerAddress: household === occupants,
    livesInUnitlessBuilding: isInBuilding?.(household) ?? false,
  });
