/**
 * ZIP digit error: one digit of the ZIP code wrong, the later ones likelier. Where it falls is as in pseudopeople's
 * `write_wrong_zipcode_digits` (src/pseudopeople/noise_entities.py): 0.04, 0.04, 0.20, 0.36, 0.36 by position.
 */

import { uniform } from '../../random/stream.ts';
import { digitReplaced } from '../../text/digit-errors.ts';
import type { Corruption } from '../corruption.ts';

/** Chance that the error falls on this digit or one before it. */
const UP_TO_POSITION = [0.04, 0.08, 0.28, 0.64, 1];

export const zipDigitError: Corruption = {
  id: 'zip-digit-error',
  label: 'ZIP digit wrong',
  describe: 'one digit of the ZIP code wrong, mostly one of the last two',
  fields: ['zip'],
  careless: true,
  canAct: ({ zip }) => /^\d{5}$/.test(zip),
  apply(record, _, words) {
    const chance = uniform(words[0]!);
    const place = UP_TO_POSITION.findIndex((limit) => chance < limit);
    return { ...record, zip: digitReplaced(record.zip, place, words[1]!) };
  },
};
