/**
 * The truth about a request: who it is really about and where they really live. It stands beside the records
 * and is never part of them; only `linkage/` may bring it together with scores, and nothing in `matching/`
 * may import it.
 */

import type { Cell, ZipArea } from '../population/layout.ts';

/**
 * Whose address the agency has on record: that of the return, another home of the person (left before they filed, or
 * moved into since), one that many give (a shelter, an attorney's office), or that of another requested person.
 */
export type AddressKind = 'home' | 'former' | 'shared' | 'other-person';

/** Where a requested person stands in the population. */
export interface RequestedMember {
  /** ZIP area and origin of the requested person. */
  readonly area: ZipArea;
  readonly cell: Cell;
  /** The household they live in, counted from the first of the ZIP area. */
  readonly household: number;
  /** Which member of it they are: the householder, or the resident (`residentMember`). */
  readonly member: number;
}

export interface RequestTruth extends RequestedMember {
  /** Index in the taxpayer file of the requested person, or -1 where they are not in it. */
  readonly taxpayer: number;
  /** The dwelling of that household. */
  readonly homeDwelling: number;
  /** The dwelling that the agency has on record, before errors, and its ZIP area. */
  readonly recordedArea: ZipArea;
  readonly recordedDwelling: number;
  readonly addressKind: AddressKind;
  /** Whether the recorded dwelling is not the one of the return. */
  readonly isFormerAddress: boolean;
  /** The number that the agency holds, before errors; digits are '' where it holds none. */
  readonly number: HeldNumber;
  /** The same as `number.owner`: index of the person of the file whose number it is; -1 for nobody's. */
  readonly numberOwner: number;
}

/** How a number on a request came about. */
export type NumberKind = 'none' | 'right' | 'mistyped' | 'borrowed' | 'invented';

export interface HeldNumber {
  readonly kind: NumberKind;
  readonly digits: string;
  /** Index in the file of the person whose number it is; -1 if it is nobody's there. */
  readonly owner: number;
}
