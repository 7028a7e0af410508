/** City only: a town and a state, without street or ZIP code. */

import type { Corruption } from '../corruption.ts';

export const cityOnly: Corruption = {
  id: 'city-only',
  label: 'city only',
  describe: 'city and state without street and ZIP code',
  fields: ['houseNumber', 'street', 'unit', 'zip'],
  careless: false,
  canAct: ({ zip }) => zip !== '',
  apply: (record) => ({ ...record, houseNumber: '', street: '', unit: '', zip: '' }),
};
