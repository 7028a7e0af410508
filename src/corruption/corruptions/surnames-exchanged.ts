/** Surnames exchanged: GARCIA LOPEZ as LOPEZ GARCIA, the maternal surname before the paternal. */

import type { Corruption } from '../corruption.ts';
import { twoSurnames } from '../two-surnames.ts';

export const surnamesExchanged: Corruption = {
  id: 'surnames-exchanged',
  label: 'surnames exchanged',
  describe: "the father's and the mother's surname in each other's place",
  fields: ['surname'],
  careless: true,
  canAct(record, person) {
    const surnames = twoSurnames(record, person);
    return surnames !== undefined && surnames.first !== surnames.second;
  },
  apply(record, person) {
    const { first, second } = twoSurnames(record, person)!;
    return { ...record, surname: `${second} ${first}` };
  },
};
