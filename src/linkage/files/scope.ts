/**
 * Place scopes over files: which records are compared at all. Records are grouped by a key of their place, so that
 * those of one group are found without going through all pairs; where equal keys do not yet mean that the places
 * agree, a pair that scores is confirmed by the place scope itself.
 */

import type { RecordColumn } from '../../files/read-records.ts';
import { address } from '../../matching/places/address.ts';
import { zip } from '../../matching/places/zip.ts';
import type { PersonRecord } from '../../population/record.ts';
import { addressParts } from '../../text/address.ts';
import { normaliseName } from '../../text/normalise.ts';

export interface FileScope {
  readonly id: string;
  /** As a sentence says where two people are found: `in the same state`. */
  readonly label: string;
  readonly describe: string;
  /** Columns that both files must have. */
  readonly columns: readonly RecordColumn[];
  /** Equal and not '' for any two records whose places agree. */
  key(record: PersonRecord): string;
  /** Whether the places of two records with equal keys agree; left out where equal keys say so. */
  readonly confirms?: (request: PersonRecord, taxpayer: PersonRecord) => boolean;
}

const nation: FileScope = {
  id: 'nation',
  label: 'anywhere',
  describe: 'every request is compared with every taxpayer',
  columns: [],
  key: () => 'nation',
};

const state: FileScope = {
  id: 'state',
  label: 'in the same state',
  describe: 'the states are the same, in capitals and without blanks',
  columns: ['state'],
  key: (record) => normaliseName(record.state),
};

const sameZip: FileScope = {
  id: zip.id,
  label: zip.label,
  describe: zip.describe,
  columns: ['zip'],
  key: (record) => record.zip,
};

const sameAddress: FileScope = {
  id: address.id,
  label: address.label,
  describe: address.describe,
  columns: ['street', 'zip'],
  key(record) {
    const { unit: _, ...building } = addressParts(record);
    const isSomewhere = record.zip !== '' && building.number !== '' && building.name !== '';
    return isSomewhere ? [record.zip, ...Object.values(building)].join(' | ') : '';
  },
  confirms: (request, taxpayer) => address.agrees(request, taxpayer),
};

/** The place scopes, from wide to narrow. */
export const fileScopes: readonly FileScope[] = [nation, state, sameZip, sameAddress];
