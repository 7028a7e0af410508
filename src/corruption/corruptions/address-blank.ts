/** Address blank: nothing at all in the address fields, ZIP code included. */

import type { Corruption } from '../corruption.ts';

export const addressBlank: Corruption = {
  id: 'address-blank',
  describe: 'no address at all, not even a ZIP code',
  applies: (record) => record.zip !== '',
  corrupt: (record) => ({ ...record, houseNumber: '', street: '', unit: '', city: '', state: '', zip: '' }),
};
