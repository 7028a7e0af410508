/** Directional lost: N MAIN ST, or MAIN ST NW, as MAIN ST. A street that is only a directional and a type keeps it. */

import type { Corruption } from '../corruption.ts';

const LEADING = /^(?:N|S|E|W|NE|NW|SE|SW) (?=\S+ \S)/;
const TRAILING = /(?<=\S \S+) (?:N|S|E|W|NE|NW|SE|SW)$/;

export const directionalLost: Corruption = {
  id: 'directional-lost',
  label: 'directional lost',
  describe: 'N, S, E, W left out of the street',
  fields: ['street'],
  careless: true,
  canAct: ({ street }) => LEADING.test(street) || TRAILING.test(street),
  apply: (record) => ({ ...record, street: record.street.replace(LEADING, '').replace(TRAILING, '') }),
};
