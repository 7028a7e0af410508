/** Name suffix dropped: JR, SR or III left out, so that a father and a son of one name look alike. */

import type { Corruption } from '../corruption.ts';

export const nameSuffixDropped: Corruption = {
  id: 'name-suffix-dropped',
  label: 'JR or SR dropped',
  describe: 'generational suffix left out',
  fields: ['suffix'],
  careless: true,
  canAct: ({ suffix }) => suffix !== '',
  apply: (record) => ({ ...record, suffix: '' }),
};
