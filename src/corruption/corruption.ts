/**
 * What a corruption is: one way in which a recorded value departs from the true one. It sees the record and what is
 * known of the person; whether it happens is decided outside, at the rate of the source's profile.
 */

import type { PersonRecord } from '../population/record.ts';
import type { CorruptionContext } from './context.ts';

export type RecordField = Exclude<keyof PersonRecord, 'recordId'>;

/** What can make an error likelier than the profile's rate; the scenario says by how much. */
export type Aggravation = 'unfamiliar-name' | 'old-record';

export interface Corruption {
  readonly id: string;
  /** Two or three words for a chart or a table. */
  readonly label: string;
  /** One phrase for lists and documentation. */
  readonly describe: string;
  /**
   * The fields that it may change. One that may change the ZIP code looks at no other field of the record, and only one
   * that may change part of the street address (house number, street, unit), or the number, looks at it.
   */
  readonly fields: readonly RecordField[];
  /** Whether it is a matter of care, and so comes together with the other careless errors of a record. */
  readonly careless: boolean;
  readonly aggravatedBy?: readonly Aggravation[];
  /** Whether there is anything for it to act on; rates are shares of the records where there is. */
  canAct(record: PersonRecord, person: CorruptionContext): boolean;
  /** Another record, with the error in it; `words` are four random words of its own. Only called where it can act. */
  apply(record: PersonRecord, person: CorruptionContext, words: Uint32Array): PersonRecord;
}
