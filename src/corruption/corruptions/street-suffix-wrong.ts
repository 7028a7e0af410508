/** Street suffix wrong: MAIN ST as MAIN AVE, which is another street. */

import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';
import { atSuffix, otherSuffixes } from '../street-suffixes.ts';

export const streetSuffixWrong: Corruption = {
  id: 'street-suffix-wrong',
  label: 'suffix wrong',
  describe: 'the type of the street taken for another',
  fields: ['street'],
  careless: true,
  canAct: ({ street }) => atSuffix(street) !== undefined,
  apply(record, _, words) {
    const { before, suffix, after } = atSuffix(record.street)!;
    const suffixes = otherSuffixes(suffix);
    return { ...record, street: `${before} ${suffixes[below(words[0]!, suffixes.length)]}${after}` };
  },
};
