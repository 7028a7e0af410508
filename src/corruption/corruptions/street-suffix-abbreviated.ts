/** Street suffix abbreviated: AVE as AV or AVENUE. The address stays the same to anybody who knows the spellings. */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';
import { atSuffix, otherSpellings } from '../street-suffixes.ts';

export const streetSuffixAbbreviated: Corruption = {
  id: 'street-suffix-abbreviated',
  label: 'suffix spelt otherwise',
  describe: 'the type of the street abbreviated in another way, or written out',
  fields: ['street'],
  careless: false,
  canAct: ({ street }) => otherSpellings(atSuffix(street)?.suffix ?? '').length > 0,
  apply(record, _, words) {
    const { before, suffix, after } = atSuffix(record.street)!;
    const spellings = otherSpellings(suffix);
    return { ...record, street: `${before} ${spellings[below(words[0]!, spellings.length)]}${after}` };
  },
};
