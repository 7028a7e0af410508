/** Birth date blank: no date of birth at all. */

import type { Corruption } from '../corruption.ts';

export const birthDateBlank: Corruption = {
  id: 'birth-date-blank',
  label: 'birth date blank',
  describe: 'no date of birth',
  fields: ['dateOfBirth'],
  careless: true,
  canAct: ({ dateOfBirth }) => dateOfBirth !== '',
  apply: (record) => ({ ...record, dateOfBirth: '' }),
};
