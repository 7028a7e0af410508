/**
 * What is known about the person a record is about, as far as the errors in the record may depend on it. Plain data
 * that the caller passes along; every part may be missing, and a corruption that needs a part which is not there
 * cannot act. None of it is part of the record, and nothing here says who the person is in the taxpayer file.
 */

import { namingSystemOf } from '../population/naming/systems.ts';
import { origins } from '../population/origins.ts';
import type { PersonRecord } from '../population/record.ts';

/** The postal part of a record. */
export type Address = Pick<PersonRecord, (typeof addressFields)[number]>;

export const addressFields = ['houseNumber', 'street', 'unit', 'city', 'state', 'zip'] as const;

/** Somebody else at the dwelling, as far as their particulars may end up in the record. */
export type HouseholdMember = Pick<PersonRecord, 'givenName' | 'dateOfBirth' | 'tin'>;

export interface CorruptionContext {
  /** Id of the origin: the naming community that the name is drawn from. */
  readonly origin?: string;
  /** Years since the information was taken. */
  readonly recordAgeYears?: number;
  /** The mother's surname, where the record bears one surname only. */
  readonly motherSurname?: string;
  /** The surname taken at marriage, or given up for it: the one that the record does not bear. */
  readonly marriedSurname?: string;
  /** The other people of the dwelling. */
  readonly household?: readonly HouseholdMember[];
  /** A dwelling that the person has left. */
  readonly formerAddress?: Address;
  /** A taxpayer number that belongs to somebody of another household. */
  readonly othersTin?: string;
}

const namingSystems = new Map(origins.map(({ id }, origin) => [id as string, namingSystemOf[origin]!]));
const systemOf = ({ origin }: CorruptionContext) =>
  origin === undefined ? undefined : namingSystems.get(origin);

/** Whether the name is of a naming system other than the Western one; false where the origin is unknown. */
export function hasUnfamiliarName(person: CorruptionContext): boolean {
  return (systemOf(person)?.id ?? 'western') !== 'western';
}

/** Whether people of the origin bear a surname of the father's and one of the mother's side. */
export function bearsTwoSurnames(person: CorruptionContext): boolean {
  return (systemOf(person)?.secondSurname ?? 'none') !== 'none';
}
