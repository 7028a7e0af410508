/** Names swapped: the given name in the surname's field and the other way round. */

import type { Corruption } from '../corruption.ts';

export const namesSwapped: Corruption = {
  id: 'names-swapped',
  label: 'names swapped',
  describe: "given name and surname in each other's field",
  fields: ['givenName', 'surname'],
  careless: true,
  aggravatedBy: ['unfamiliar-name'],
  canAct: ({ givenName, surname }) => givenName !== surname,
  apply: (record) => ({ ...record, givenName: record.surname, surname: record.givenName }),
};
