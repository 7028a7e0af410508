/**
 * TIN digit error: one of the last four digits wrong. The others are left alone, because they keep simulated numbers
 * within ranges that are never issued.
 */

import { below } from '../../random/stream.ts';
import { digitReplaced } from '../../text/digit-errors.ts';
import type { Corruption } from '../corruption.ts';

const SERIAL_DIGITS = 4;

export const tinDigitError: Corruption = {
  id: 'tin-digit-error',
  label: 'number mistyped',
  describe: 'one of the last four digits of the taxpayer number wrong',
  fields: ['tin'],
  careless: true,
  canAct: ({ tin }) => /^\d{9}$/.test(tin),
  apply(record, _, words) {
    const place = record.tin.length - 1 - below(words[0]!, SERIAL_DIGITS);
    return { ...record, tin: digitReplaced(record.tin, place, words[1]!) };
  },
};
