/** The families of checks, in the order of the table that `mismatch validate` prints. */

import type { CheckFamily } from '../check.ts';
import { addresses } from './addresses.ts';
import { commonSurnames } from './common-surnames.ts';
import { fullNames } from './full-names.ts';
import { givenNameSharing } from './given-name-sharing.ts';
import { households } from './households.ts';
import { ownCommunity } from './own-community.ts';
import { returns } from './returns.ts';
import { statuses } from './statuses.ts';
import { surnameSharing } from './surname-sharing.ts';
import { topSurnames } from './top-surnames.ts';

export const checkFamilies: readonly CheckFamily[] = [
  surnameSharing,
  topSurnames,
  commonSurnames,
  givenNameSharing,
  fullNames,
  ownCommunity,
  returns,
  households,
  statuses,
  addresses,
];
