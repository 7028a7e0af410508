/** Married name: the surname taken at marriage where the person files under the other, or the other way round. */

import type { Corruption } from '../corruption.ts';

export const marriedName: Corruption = {
  id: 'married-name',
  label: 'married name',
  describe: "the surname of before the marriage instead of the spouse's, or the other way round",
  fields: ['surname'],
  careless: false,
  aggravatedBy: ['old-record'],
  canAct: ({ surname }, { marriedSurname = '' }) =>
    surname !== '' && marriedSurname !== '' && marriedSurname !== surname,
  apply: (record, { marriedSurname = '' }) => ({ ...record, surname: marriedSurname }),
};
