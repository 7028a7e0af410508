/**
 * Pairs of invented records on which a user's matcher is tried: plain ones, and those that break careless code
 * (blank fields, other scripts, very long names, reversed order). Nobody in them exists.
 */

import type { PersonRecord } from '../population/record.ts';

const PLAIN: PersonRecord = Object.freeze({
  recordId: '1',
  givenName: 'MARIA',
  middleName: 'LUZ',
  surname: 'GARCIA LOPEZ',
  suffix: '',
  houseNumber: '120',
  street: 'N MAIN ST',
  unit: 'APT 4',
  city: 'SPRINGFIELD',
  state: 'IL',
  zip: '62701',
  dateOfBirth: '1980-05-17',
  tin: '900700001',
});

const BLANK = Object.fromEntries(Object.keys(PLAIN).map((field) => [field, ''])) as unknown as PersonRecord;

const CHANGES: readonly Partial<PersonRecord>[] = [
  {},
  { surname: 'GARCIA' },
  { surname: 'García-López', givenName: 'María' },
  { surname: "O'BRIEN", givenName: 'JOHN', suffix: 'JR' },
  { surname: 'NGUYEN', givenName: 'THI', middleName: '' },
  { surname: '李', givenName: 'عمر' },
  { surname: '😀\ud800', givenName: '\u0000' },
  { surname: 'X'.repeat(1000), givenName: 'A B '.repeat(200) },
  { surname: '', givenName: '' },
  { givenName: 'GARCIA', surname: 'MARIA' },
  { dateOfBirth: '', tin: '' },
  { dateOfBirth: 'UNKNOWN', tin: '12' },
  { houseNumber: '', street: 'PO BOX 12', unit: '' },
  { houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' },
  BLANK,
];

/** Every pair of them, in both orders; the records cannot be changed. */
export function probePairs(): readonly (readonly [PersonRecord, PersonRecord])[] {
  const records = CHANGES.map((changes) => Object.freeze({ ...PLAIN, ...changes }));
  return records.flatMap((request) => records.map((taxpayer) => [request, taxpayer] as const));
}
