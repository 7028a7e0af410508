/**
 * One number for every member of every household of the country: the entity of their random streams. Households
 * count within their origin, so that another origin's size changes nobody.
 */

import { householdInCell } from './cell-households.ts';
import { largestHousehold } from './household-members.ts';
import type { Cell, ZipArea } from './layout.ts';
import { origins } from './origins.ts';

/** Households with a filer that an origin of a ZIP area may have at most; as many without one. */
const FILING_HOUSEHOLDS = 2 ** 19;
const NUMBERS_PER_HOUSEHOLD = 16;
/** The member number of the resident: somebody who lives with a household of filers and does not file. */
export const residentMember = largestHousehold;
const FAMILY = NUMBERS_PER_HOUSEHOLD - 1;

/** @param household counted from the first of the ZIP area */
export function memberEntity(area: ZipArea, cell: Cell, household: number, member: number): number {
  const inCell = householdInCell(area, cell, household);
  const number = inCell < cell.households ? inCell : FILING_HOUSEHOLDS + inCell - cell.households;
  const cellNumber = area.zip * origins.length + cell.origin;
  return (cellNumber * 2 * FILING_HOUSEHOLDS + number) * NUMBERS_PER_HOUSEHOLD + member;
}

/** The entity of draws that belong to the family as a whole. */
export function familyEntity(area: ZipArea, cell: Cell, household: number): number {
  return familyOf(memberEntity(area, cell, household, 0));
}

/** The same, from the entity of the householder. */
export function familyOf(householder: number): number {
  return householder + FAMILY;
}
