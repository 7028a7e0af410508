/**
 * Birth year misreported: one year off with chance 0.8, two with 0.2, up as likely as down. The spread is that of
 * ages misreported in pseudopeople (docs/source/noise/column_noise.rst of ihmeuw/pseudopeople).
 */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';
import { birthDateOf, isoDate } from '../date-of-birth.ts';

const YEARS_OFF = [-2, -1, -1, -1, -1, 1, 1, 1, 1, 2];

export const birthYearMisreported: Corruption = {
  id: 'birth-year-misreported',
  label: 'birth year off',
  describe: 'year of birth one or two years too early or too late',
  fields: ['dateOfBirth'],
  careless: true,
  canAct: (record) => birthDateOf(record) !== undefined,
  apply(record, _, words) {
    const date = birthDateOf(record)!;
    const year = date.year + YEARS_OFF[below(words[0]!, YEARS_OFF.length)]!;
    return { ...record, dateOfBirth: isoDate({ ...date, year }) };
  },
};
