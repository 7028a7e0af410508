/** Name truncated: given name and surname cut to the twelve characters that a short field holds. */

import type { Corruption } from '../corruption.ts';

const LONGEST = 12;

const cut = (name: string) => (name.length <= LONGEST ? name : [...name].slice(0, LONGEST).join('')).trim();
const isLong = (name: string) => cut(name) !== name;

export const nameTruncated: Corruption = {
  id: 'name-truncated',
  label: 'name cut short',
  describe: 'given name and surname cut to twelve characters',
  fields: ['givenName', 'surname'],
  careless: false,
  canAct: ({ givenName, surname }) => isLong(givenName) || isLong(surname),
  apply: (record) => ({ ...record, givenName: cut(record.givenName), surname: cut(record.surname) }),
};
