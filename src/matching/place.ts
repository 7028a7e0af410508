/** What a place scope is: how much of the two addresses must agree before a pair may match at all. */

import type { PersonRecord } from '../population/record.ts';

/** The fields of a record that say where. */
export type Address = Pick<PersonRecord, 'houseNumber' | 'street' | 'unit' | 'state' | 'zip'>;

export interface PlaceScope {
  readonly id: string;
  /** As a sentence says where two people are found: `at the same address`. */
  readonly label: string;
  readonly describe: string;
  agrees(request: Address, taxpayer: Address): boolean;
}
