/** Corruptions that misspell one of the two name fields: which field, and which misspelling, is chosen by the words. */

import type { PersonRecord } from '../population/record.ts';
import { below } from '../random/stream.ts';
import type { TypingError } from '../text/typing-errors.ts';
import type { Corruption } from './corruption.ts';

const nameFields = ['givenName', 'surname'] as const;

/** A corruption that makes a spelling error in the given name or the surname, one as likely as the other. */
export function nameError(
  what: Pick<Corruption, 'id' | 'label' | 'describe'>,
  { can, make }: TypingError,
): Corruption {
  const fieldsOf = (record: PersonRecord) => nameFields.filter((field) => can(record[field]));
  return {
    ...what,
    fields: nameFields,
    careless: true,
    aggravatedBy: ['unfamiliar-name', 'old-record'],
    canAct: (record) => nameFields.some((field) => can(record[field])),
    apply(record, _, words) {
      const fields = fieldsOf(record);
      const field = fields[below(words[0]!, fields.length)]!;
      return { ...record, [field]: make(record[field], words[1]!, words[2]!) };
    },
  };
}
