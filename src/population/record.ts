/**
 * A person as written down: the fields of one row of a taxpayer file or request list, and nothing else.
 * Who the row is really about, and that person's status, are never part of it. An empty string means that
 * the field was left blank. The order is the column order of exported files.
 */
export interface PersonRecord {
  readonly recordId: string;
  readonly givenName: string;
  readonly middleName: string;
  readonly surname: string;
  /** Generational suffix: JR, SR, II, III ... */
  readonly suffix: string;
  readonly houseNumber: string;
  /** Street name with directional and type, as on an envelope: N MAIN ST. */
  readonly street: string;
  /** Unit designator and number: APT 4B. */
  readonly unit: string;
  readonly city: string;
  /** Two-letter postal code of the state. */
  readonly state: string;
  /** Five digits. */
  readonly zip: string;
  /** ISO date, YYYY-MM-DD. */
  readonly dateOfBirth: string;
  /** Taxpayer identification number, nine digits. */
  readonly tin: string;
}

/** A record with nothing filled in: what to start from where only some fields matter. */
export const blankRecord: PersonRecord = {
  recordId: '',
  givenName: '',
  middleName: '',
  surname: '',
  suffix: '',
  houseNumber: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  dateOfBirth: '',
  tin: '',
};
