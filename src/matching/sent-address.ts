/** The address of a record as one line, as it is sent. */

import type { PersonRecord } from '../population/record.ts';

export type SentAddress = Pick<PersonRecord, 'houseNumber' | 'street' | 'unit' | 'city' | 'state' | 'zip'>;

/** The parts that are not blank, in the order of an envelope, joined by spaces. */
export function sentAddress({ houseNumber, street, unit, city, state, zip }: SentAddress): string {
  return [houseNumber, street, unit, city, state, zip]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}
