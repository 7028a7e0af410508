/** House-number digits swapped: two neighbouring, different digits exchanged; never to a leading zero. */

import { canSwapDigits, digitsSwapped } from '../../text/digit-errors.ts';
import type { Corruption } from '../corruption.ts';

export const houseNumberSwapped: Corruption = {
  id: 'house-number-swapped',
  label: 'house number swapped',
  describe: 'two neighbouring digits of the house number exchanged',
  fields: ['houseNumber'],
  careless: true,
  canAct: ({ houseNumber }) => canSwapDigits(houseNumber),
  apply: (record, _, words) => ({ ...record, houseNumber: digitsSwapped(record.houseNumber, words[0]!) }),
};
