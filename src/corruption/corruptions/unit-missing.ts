/** Unit missing: an address in a building of several dwellings without its apartment number. */

import type { Corruption } from '../corruption.ts';

export const unitMissing: Corruption = {
  id: 'unit-missing',
  label: 'unit missing',
  describe: 'apartment or unit left out of an address that has one',
  fields: ['unit'],
  careless: true,
  canAct: ({ unit }) => unit !== '',
  apply: (record) => ({ ...record, unit: '' }),
};
