/** Date 1 January: the year of birth is known or guessed, and the form wants a day. */

import type { Corruption } from '../corruption.ts';
import { birthDateOf, isoDate } from '../date-of-birth.ts';

export const dateJanuaryFirst: Corruption = {
  id: 'date-january-first',
  label: 'born 1 January',
  describe: '1 January in place of an unknown day of birth',
  fields: ['dateOfBirth'],
  careless: false,
  aggravatedBy: ['unfamiliar-name', 'old-record'],
  canAct(record) {
    const date = birthDateOf(record);
    return date !== undefined && !(date.month === 1 && date.day === 1);
  },
  apply: (record) => ({
    ...record,
    dateOfBirth: isoDate({ year: birthDateOf(record)!.year, month: 1, day: 1 }),
  }),
};
