/** A record of nobody, for matchers that look at names alone: they are filled in, the rest stays blank. */

import type { PersonRecord } from '../../population/record.ts';

export const nobody: Omit<PersonRecord, 'surname' | 'givenName' | 'middleName'> = {
  recordId: '',
  suffix: '',
  houseNumber: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  dateOfBirth: '',
  tin: '',
};
