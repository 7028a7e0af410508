/** Middle as given: somebody who goes by the middle name is recorded under it. */

import type { Corruption } from '../corruption.ts';

export const middleAsGiven: Corruption = {
  id: 'middle-as-given',
  label: 'middle as given name',
  describe: 'the middle name in place of the given name, which is left out',
  fields: ['givenName', 'middleName'],
  careless: false,
  canAct: ({ givenName, middleName }) => middleName.length > 1 && middleName !== givenName,
  apply: (record) => ({ ...record, givenName: record.middleName, middleName: '' }),
};
