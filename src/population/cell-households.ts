/**
 * The households of a cell, one origin in one ZIP area, by arithmetic: who is in the n-th, of what status its
 * householder is, who files. Households 0 to `cell.households` - 1 have filers, which follow the pattern of the
 * origin's community; the `cell.nonFiling` after them have none and follow a pattern of their own.
 *
 * In some filing households somebody without lawful status lives who does not file, whatever the household: the
 * resident, a relative or a housemate. Which ones, a third pattern says, so that the n-th is found by arithmetic.
 */

import type { BirthYears } from './birth-years.ts';
import type { Composition } from './household-members.ts';
import { type HouseholdPattern, householdOfFilers } from './household-pattern.ts';
import type { Cell, ZipArea } from './layout.ts';
import type { StatusPattern } from './status-pattern.ts';

/** What the households of one origin follow. */
export interface HouseholdsOfOrigin {
  readonly pattern: HouseholdPattern;
  readonly nonFilingPattern: HouseholdPattern;
  /** Households in which nobody files, per household in which somebody does. */
  readonly nonFiling: number;
  readonly birthYears: BirthYears;
  /** Status of householders who file, and of those where nobody files. */
  readonly statuses: StatusPattern;
  readonly nonFilingStatuses: StatusPattern;
  /** Households with a resident are of "status" 1. */
  readonly residents: StatusPattern;
}

/** Number within its cell of a household that counts from the first of the ZIP area. */
export function householdInCell(area: ZipArea, cell: Cell, household: number): number {
  return household < area.households
    ? household - cell.firstHousehold
    : cell.households + household - cell.firstNonFiling;
}

/** Who is in a household of the cell, a resident not counted. The last filing one has the people who are left. */
export function compositionOf({ pattern, nonFilingPattern }: HouseholdsOfOrigin, cell: Cell, inCell: number) {
  if (inCell >= cell.households) {
    return nonFilingPattern.compositionOf(inCell - cell.households, cell.patternStart);
  }
  const regular = pattern.compositionOf(inCell, cell.patternStart);
  return inCell < cell.households - 1 ? regular : lastOf(pattern, cell, regular);
}

function lastOf(pattern: HouseholdPattern, cell: Cell, regular: Composition): Composition {
  const left = cell.people - pattern.peopleIn(cell.households - 1, cell.patternStart);
  return left === regular.filers ? regular : householdOfFilers(left);
}

/** Status of the householder, a place in `statuses`. */
export function householderStatus(
  { statuses, nonFilingStatuses }: HouseholdsOfOrigin,
  cell: Cell,
  inCell: number,
): number {
  return inCell < cell.households
    ? statuses.statusOf(inCell, cell.statusStart)
    : nonFilingStatuses.statusOf(inCell - cell.households, cell.statusStart);
}

/** Whether a resident lives with the household. */
export function hasResident({ residents }: HouseholdsOfOrigin, cell: Cell, inCell: number): boolean {
  return inCell < cell.households && residents.statusOf(inCell, cell.statusStart) === 1;
}
