/** Address placeholder: FAILED TO PROVIDE or the like in the street line, before a ZIP code that may be right. */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';
import { addressPlaceholders } from '../placeholders.ts';

export const addressPlaceholder: Corruption = {
  id: 'address-placeholder',
  label: 'address placeholder',
  describe: 'words such as FAILED TO PROVIDE instead of the street, before a ZIP code',
  fields: ['houseNumber', 'street', 'unit'],
  careless: false,
  canAct: ({ zip, street }) => zip !== '' && !addressPlaceholders.includes(street),
  apply: (record, _, words) => ({
    ...record,
    houseNumber: '',
    street: addressPlaceholders[below(words[0]!, addressPlaceholders.length)]!,
    unit: '',
  }),
};
