/** The corruptions, in the order in which they act on a record: a later one acts on what the earlier left. */

import type { Corruption } from '../corruption.ts';
import { addressBlank } from './address-blank.ts';
import { keyboardTypo } from './keyboard-typo.ts';
import { letterTransposed } from './letter-transposed.ts';
import { namesSwapped } from './names-swapped.ts';
import { unitMissing } from './unit-missing.ts';

export const corruptions: readonly Corruption[] = [
  keyboardTypo,
  letterTransposed,
  namesSwapped,
  unitMissing,
  addressBlank,
];
