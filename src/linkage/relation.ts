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
  const { requested, isAtFormerAddress, isInBuilding } = tiesTo(homes, record, truth);
  return (household) => ({
    livesWithRequested: household === requested,
    livesAtFormerAddress: isAtFormerAddress(household),
    livesInUnitlessBuilding: isInBuilding(household),
  });
}

/** Place in `causes` of why the people of a household are matched, if not by a number: nearly always as namesakes. */
export function causeByHousehold(
  homes: Homes,
  record: PersonRecord,
  truth: RequestTruth,
): (household: number) => number {
  const { requested, isAtFormerAddress, isInBuilding } = tiesTo(homes, record, truth);
  return (household) => {
    const livesWithRequested = household === requested;
    const livesAtFormerAddress = isAtFormerAddress(household);
    const livesInUnitlessBuilding = isInBuilding(household);
    if (!(livesWithRequested || livesAtFormerAddress || livesInUnitlessBuilding)) return namesake;
    const facts = { livesWithRequested, livesAtFormerAddress, livesInUnitlessBuilding };
    return causeOf({ ...facts, matchedByNumber: false });
  };
}

/** The households that can be matched for another reason than their names. */
interface Ties {
  /** That of the requested person; -1 if it is not in the ZIP area. */
  readonly requested: number;
  /** Whether it is the one that lives at the recorded dwelling in place of the requested person. */
  isAtFormerAddress(household: number): boolean;
  /** Whether it is in the recorded building, and the record names no unit of it. */
  isInBuilding(household: number): boolean;
}

function tiesTo({ area, neighbourhood, dwellingOf }: Homes, record: PersonRecord, truth: RequestTruth): Ties {
  const { buildingOf, householdAt } = neighbourhood;
  const isHere = truth.recordedArea.zip === area.zip;
  const occupants = isHere && truth.isFormerAddress ? householdAt(truth.recordedDwelling) : -1;
  const building = isHere && record.unit === '' ? buildingOf(truth.recordedDwelling) : -1;
  let isWellFormed: boolean | undefined;
  /** Words in place of an address lead to nobody's door. Read only where somebody lives behind it. */
  const leadsToDoor = () => {
    isWellFormed ??= addressWellFormed.holds(record);
    return isWellFormed;
  };
  return {
    requested: truth.area.zip === area.zip ? truth.household : -1,
    isAtFormerAddress: (household) => household === occupants && leadsToDoor(),
    isInBuilding: (household) =>
      building >= 0 && buildingOf(dwellingOf(household)) === building && leadsToDoor(),
  };
}
