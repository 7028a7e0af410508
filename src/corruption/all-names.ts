/** The fields of a record that hold names of the person, and changes to all of them at once. */

import type { PersonRecord } from '../population/record.ts';

export const nameFields = ['givenName', 'middleName', 'surname'] as const;

/** The record with every name changed alike. */
export function withNames(record: PersonRecord, change: (name: string) => string): PersonRecord {
  return {
    ...record,
    givenName: change(record.givenName),
    middleName: change(record.middleName),
    surname: change(record.surname),
  };
}
