/**
 * What a corruption is: one way in which a recorded value departs from the true one. It sees the record alone;
 * whether it happens is decided outside, at the rate of the source's profile.
 */

import type { PersonRecord } from '../population/record.ts';
import { below } from '../random/stream.ts';

export interface Corruption {
  readonly id: string;
  /** One sentence for lists and documentation. */
  readonly describe: string;
  /** Whether the record has anything for it to act on; rates are shares of the records where it has. */
  applies(record: PersonRecord): boolean;
  /** The record with the error in it; `words` are four random words of its own. Only called where it applies. */
  corrupt(record: PersonRecord, words: Uint32Array): PersonRecord;
}

/** The two fields that hold a person's name. */
export type NameField = 'givenName' | 'surname';

/** One of the name fields that satisfy `usable`, chosen by a word; `undefined` when neither does. */
export function chooseNameField(
  record: PersonRecord,
  usable: (value: string) => boolean,
  word: number,
): NameField | undefined {
  const fields = (['givenName', 'surname'] as const).filter((field) => usable(record[field]));
  return fields[below(word, fields.length)];
}
