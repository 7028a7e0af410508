/** Address blank: nothing at all in the address fields, ZIP code included. */

import { addressFields } from '../context.ts';
import type { Corruption } from '../corruption.ts';

export const addressBlank: Corruption = {
  id: 'address-blank',
  label: 'address blank',
  describe: 'no address at all, not even a ZIP code',
  fields: addressFields,
  careless: true,
  canAct: ({ zip }) => zip !== '',
  apply: (record) => ({ ...record, houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' }),
};
