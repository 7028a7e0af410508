/**
 * Second surname alone: GARCIA LOPEZ recorded as LOPEZ, as in a culture where the last name is the surname; or the
 * mother's surname where the person goes by the father's alone.
 */

import type { PersonRecord } from '../../population/record.ts';
import { bearsTwoSurnames, type CorruptionContext } from '../context.ts';
import type { Corruption } from '../corruption.ts';
import { twoSurnames } from '../two-surnames.ts';

const secondOf = (record: PersonRecord, person: CorruptionContext) =>
  twoSurnames(record, person)?.second ?? (bearsTwoSurnames(person) ? person.motherSurname : undefined);

export const secondSurnameAlone: Corruption = {
  id: 'second-surname-alone',
  label: 'second surname alone',
  describe: 'the second of two surnames read as the only one',
  fields: ['surname'],
  careless: false,
  canAct(record, person) {
    const second = secondOf(record, person) ?? '';
    return record.surname !== '' && second !== '' && second !== record.surname;
  },
  apply: (record, person) => ({ ...record, surname: secondOf(record, person)! }),
};
