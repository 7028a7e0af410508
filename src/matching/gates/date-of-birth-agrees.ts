/** Gate `date-of-birth-agrees`: both records have a date of birth, and it is the same day. Nearly is not enough. */

import type { PairGate } from '../gate.ts';
import { agreementOf } from '../identifiers.ts';

export const dateOfBirthAgrees: PairGate = {
  id: 'date-of-birth-agrees',
  label: 'same date of birth',
  describe: 'both records have a date of birth, and it is the same',
  about: 'pair',
  holds: (request, taxpayer) =>
    agreementOf('dateOfBirth', request.dateOfBirth, taxpayer.dateOfBirth) === 'agree',
};
