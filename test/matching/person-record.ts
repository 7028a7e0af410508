/** A complete record of an invented person, and variations of it. */

import type { PersonRecord } from '../../src/population/record.ts';

const complete: PersonRecord = {
  recordId: '1',
  givenName: 'MARIA',
  middleName: 'LUZ',
  surname: 'GARCIA',
  suffix: 'JR',
  houseNumber: '120',
  street: 'N MAIN ST',
  unit: 'APT 4',
  city: 'SPRINGFIELD',
  state: 'IL',
  zip: '62701',
  dateOfBirth: '1980-05-17',
  tin: '900000001',
};

export function personRecord(changes: Partial<PersonRecord> = {}): PersonRecord {
  return Object.freeze({ ...complete, ...changes });
}
