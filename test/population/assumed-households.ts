/** Households simple enough to be counted by hand. */

import type { HouseholdAssumptions } from '../../src/population/household-catalogue.ts';

export const assumedHouseholds: HouseholdAssumptions = {
  kinds: { alone: 0.2, couple: 0.4, 'lone-parent': 0.15, partners: 0.1, siblings: 0.05, roommates: 0.1 },
  separateReturns: 0.05,
  withMinors: { couple: 0.4, 'lone-parent': 0.7, partners: 0.3 },
  minors: [0.4, 0.4, 0.15, 0.05],
  grownChild: 0.3,
  secondGrownChild: 0.3,
  grownChildren: { single: 0.4, 'dependant-who-files': 0.35, 'does-not-file': 0.25 },
  parentAtHome: 0.1,
  parentFiles: 0.5,
  otherAdult: 0.1,
};
