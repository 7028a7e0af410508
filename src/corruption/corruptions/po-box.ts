/** PO box: a box at the post office of the town instead of the dwelling. */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';

const BOXES = 9999;

export const poBox: Corruption = {
  id: 'po-box',
  label: 'PO box',
  describe: 'a post-office box instead of the dwelling',
  fields: ['houseNumber', 'street', 'unit'],
  careless: false,
  canAct: ({ street }) => street !== '' && !street.startsWith('PO BOX'),
  apply: (record, _, words) => ({
    ...record,
    houseNumber: '',
    street: `PO BOX ${1 + below(words[0]!, BOXES)}`,
    unit: '',
  }),
};
