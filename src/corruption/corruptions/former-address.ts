/**
 * Former address: a dwelling that the person has left. The request list makes most stale addresses itself, from the age
 * of its information; this is for a source of which only a rate is known.
 */

import { addressFields } from '../context.ts';
import type { Corruption } from '../corruption.ts';

export const formerAddress: Corruption = {
  id: 'former-address',
  label: 'former address',
  describe: 'the address of a dwelling that the person has left',
  fields: addressFields,
  careless: false,
  aggravatedBy: ['old-record'],
  canAct: ({ zip }, { formerAddress: former }) => zip !== '' && former !== undefined,
  apply: (record, { formerAddress: former }) => ({ ...record, ...former }),
};
