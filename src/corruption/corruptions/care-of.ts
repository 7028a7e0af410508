/** Care of: C/O and the name of somebody at the dwelling in the line that would hold the unit. */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';

const named = (household: readonly { readonly givenName: string }[]) =>
  household.filter(({ givenName }) => givenName !== '');

export const careOf: Corruption = {
  id: 'care-of',
  label: 'care of',
  describe: 'C/O and the name of somebody at the dwelling instead of the unit',
  fields: ['unit'],
  careless: false,
  canAct: ({ street, unit, surname }, { household = [] }) =>
    street !== '' && surname !== '' && !unit.startsWith('C/O') && named(household).length > 0,
  apply(record, { household = [] }, words) {
    const members = named(household);
    const { givenName } = members[below(words[0]!, members.length)]!;
    return { ...record, unit: `C/O ${givenName} ${record.surname}` };
  },
};
