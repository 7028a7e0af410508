/**
 * The columns of the exported files, in order. All are text: a ZIP code keeps its leading zero, and an empty text
 * is a missing value. The names are part of the outward contract.
 */

import type { PersonRecord } from '../population/record.ts';

/** Column names of a person record, as `recordCells` fills them. */
const recordColumns = [
  'record_id',
  'given_name',
  'middle_name',
  'surname',
  'suffix',
  'house_number',
  'street',
  'unit',
  'city',
  'state',
  'zip',
  'date_of_birth',
  'tin',
] as const;

/** The exported files by name, in the order in which they are listed. */
export const exportedFiles = {
  taxpayers: recordColumns,
  requests: [...recordColumns, 'information_date'],
  truth: ['request_id', 'taxpayer_id'],
  'taxpayer-truth': [
    'taxpayer_id',
    'status',
    'origin',
    'role',
    'filing',
    'household_id',
    'return_id',
    'identifier',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ExportedFile = keyof typeof exportedFiles;

/** The values of a record, in the order of `recordColumns`. */
export function recordCells(record: PersonRecord): string[] {
  return [
    record.recordId,
    record.givenName,
    record.middleName,
    record.surname,
    record.suffix,
    record.houseNumber,
    record.street,
    record.unit,
    record.city,
    record.state,
    record.zip,
    record.dateOfBirth,
    record.tin,
  ];
}
