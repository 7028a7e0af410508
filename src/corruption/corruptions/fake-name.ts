/** Fake name: a name that nobody bears, such as FNU for an unknown first name, in place of one or both. */

import type { PersonRecord } from '../../population/record.ts';
import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';
import { namePlaceholders } from '../placeholders.ts';

/** The placeholders that would change something. */
const fakes = (record: PersonRecord) =>
  namePlaceholders.filter(
    ({ givenName, surname }) =>
      (givenName !== '' && givenName !== record.givenName) || (surname !== '' && surname !== record.surname),
  );

export const fakeName: Corruption = {
  id: 'fake-name',
  label: 'fake name',
  describe: 'a placeholder or test name instead of the given name, the surname or both',
  fields: ['givenName', 'middleName', 'surname'],
  careless: false,
  canAct: ({ givenName, surname }) => givenName !== '' && surname !== '',
  apply(record, _, words) {
    const possible = fakes(record);
    const { givenName, surname } = possible[below(words[0]!, possible.length)]!;
    return {
      ...record,
      givenName: givenName || record.givenName,
      middleName: givenName === '' ? record.middleName : '',
      surname: surname || record.surname,
    };
  },
};
