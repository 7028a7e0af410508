/** Middle initial: the middle name cut to its first letter. */

import type { Corruption } from '../corruption.ts';

const initialOf = (name: string) => [...name][0] ?? '';

export const middleInitial: Corruption = {
  id: 'middle-initial',
  label: 'middle initial',
  describe: 'middle name cut to its first letter',
  fields: ['middleName'],
  careless: false,
  canAct: ({ middleName }) => middleName !== initialOf(middleName),
  apply: (record) => ({ ...record, middleName: initialOf(record.middleName) }),
};
