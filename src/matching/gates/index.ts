/** The gates: those about the request alone, from lax to strict, then those about a pair. */

import type { Gate } from '../gate.ts';
import { addressHoldsZip } from './address-holds-zip.ts';
import { addressNotBlank } from './address-not-blank.ts';
import { addressWellFormed } from './address-well-formed.ts';
import { dateOfBirthAgrees } from './date-of-birth-agrees.ts';
import { nameAndTinAgree } from './name-and-tin-agree.ts';
import { tinSupplied } from './tin-supplied.ts';

export const gates: readonly Gate[] = [
  tinSupplied,
  addressNotBlank,
  addressHoldsZip,
  addressWellFormed,
  dateOfBirthAgrees,
  nameAndTinAgree,
];
