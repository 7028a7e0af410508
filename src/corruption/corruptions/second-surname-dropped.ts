/** Second surname dropped: GARCIA LOPEZ recorded as GARCIA. */

import type { Corruption } from '../corruption.ts';
import { twoSurnames } from '../two-surnames.ts';

export const secondSurnameDropped: Corruption = {
  id: 'second-surname-dropped',
  label: 'second surname dropped',
  describe: 'the first of two surnames alone',
  fields: ['surname'],
  careless: false,
  canAct: (record, person) => twoSurnames(record, person) !== undefined,
  apply: (record, person) => ({ ...record, surname: twoSurnames(record, person)!.first }),
};
