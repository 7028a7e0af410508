/** Copied from a household member: one particular of somebody else at the dwelling, taken for the person's own. */

import type { PersonRecord } from '../../population/record.ts';
import { below } from '../../random/stream.ts';
import type { CorruptionContext } from '../context.ts';
import type { Corruption } from '../corruption.ts';

const copied = ['givenName', 'dateOfBirth', 'tin'] as const;

/** What could be copied into a field that is filled in: a value that is there, and is another. */
function copies(record: PersonRecord, { household = [] }: CorruptionContext) {
  return household.flatMap((member) =>
    copied
      .filter((field) => record[field] !== '' && member[field] !== '' && member[field] !== record[field])
      .map((field) => ({ [field]: member[field] })),
  );
}

export const copiedFromHouseholdMember: Corruption = {
  id: 'copied-from-household-member',
  label: 'household member',
  describe: 'the given name, date of birth or number of somebody else at the dwelling',
  fields: copied,
  careless: true,
  canAct: (record, person) => copies(record, person).length > 0,
  apply(record, person, words) {
    const possible = copies(record, person);
    return { ...record, ...possible[below(words[0]!, possible.length)] };
  },
};
