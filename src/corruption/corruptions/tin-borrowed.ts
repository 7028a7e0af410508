/** TIN borrowed: a taxpayer number that belongs to somebody of another household. */

import type { Corruption } from '../corruption.ts';

export const tinBorrowed: Corruption = {
  id: 'tin-borrowed',
  label: 'number borrowed',
  describe: 'a taxpayer number that belongs to somebody of another household',
  fields: ['tin'],
  careless: false,
  canAct: ({ tin }, { othersTin = '' }) => tin !== '' && othersTin !== '' && tin !== othersTin,
  apply: (record, { othersTin = '' }) => ({ ...record, tin: othersTin }),
};
