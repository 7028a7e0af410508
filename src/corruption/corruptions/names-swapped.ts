/** Names swapped: the given name in the surname's field and the other way round. */

import type { Corruption } from '../corruption.ts';

export const namesSwapped: Corruption = {
  id: 'names-swapped',
  describe: "given name and surname in each other's field",
  applies: (record) => record.givenName !== record.surname,
  corrupt: (record) => ({ ...record, givenName: record.surname, surname: record.givenName }),
};
