/**
 * Why somebody was matched who is not the requested person. Tried in order; the first that fits is the cause,
 * also for a person whom several requests match for different reasons.
 */

export interface CauseFacts {
  /** The match came by the taxpayer number on the record. */
  readonly matchedByNumber: boolean;
  /** The matched person lives where the requested person lives. */
  readonly livesWithRequested: boolean;
  /** The matched person lives at the recorded dwelling, where the requested person does not live. */
  readonly livesAtFormerAddress: boolean;
  /** The matched person lives in the building of the recorded address, and the record names no unit. */
  readonly livesInUnitlessBuilding: boolean;
}

export const causes = [
  {
    id: 'number',
    describe: 'whoever holds a borrowed or mistyped taxpayer number',
    fits: (f: CauseFacts) => f.matchedByNumber,
  },
  {
    id: 'household',
    describe: 'a relative or housemate at the same address',
    fits: (f: CauseFacts) => f.livesWithRequested,
  },
  {
    id: 'occupant',
    describe: 'somebody who lives at an outdated or foreign address',
    fits: (f: CauseFacts) => f.livesAtFormerAddress,
  },
  {
    id: 'building',
    describe: 'somebody else in the same building, the unit number missing',
    fits: (f: CauseFacts) => f.livesInUnitlessBuilding,
  },
  { id: 'namesake', describe: 'a stranger with the same or a similar name', fits: () => true },
] as const;

/** Place in `causes` of the cause of a wrong match. */
export function causeOf(facts: CauseFacts): number {
  return causes.findIndex(({ fits }) => fits(facts));
}
