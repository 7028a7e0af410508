/** Day and month swapped: 5 December as 12 May; only where the day could be a month, and is another number. */

import type { Corruption } from '../corruption.ts';
import { birthDateOf, isoDate } from '../date-of-birth.ts';

const LAST_MONTH = 12;

export const dayMonthSwapped: Corruption = {
  id: 'day-month-swapped',
  label: 'day and month swapped',
  describe: "day and month of birth in each other's place",
  fields: ['dateOfBirth'],
  careless: true,
  aggravatedBy: ['unfamiliar-name'],
  canAct(record) {
    const date = birthDateOf(record);
    return date !== undefined && date.day <= LAST_MONTH && date.day !== date.month;
  },
  apply(record) {
    const { year, month, day } = birthDateOf(record)!;
    return { ...record, dateOfBirth: isoDate({ year, month: day, day: month }) };
  },
};
