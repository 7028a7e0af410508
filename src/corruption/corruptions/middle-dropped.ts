/** Middle dropped: a record without the middle name. */

import type { Corruption } from '../corruption.ts';

export const middleDropped: Corruption = {
  id: 'middle-dropped',
  label: 'middle name dropped',
  describe: 'middle name left out',
  fields: ['middleName'],
  careless: false,
  canAct: ({ middleName }) => middleName !== '',
  apply: (record) => ({ ...record, middleName: '' }),
};
