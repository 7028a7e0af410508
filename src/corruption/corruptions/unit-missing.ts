/** Unit missing: an address in a building of several dwellings without its apartment number. */

import type { Corruption } from '../corruption.ts';

export const unitMissing: Corruption = {
  id: 'unit-missing',
  describe: 'apartment or unit left out of an address that has one',
  applies: (record) => record.unit !== '',
  corrupt: (record) => ({ ...record, unit: '' }),
};
