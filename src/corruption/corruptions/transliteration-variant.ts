/**
 * Transliteration variant: another usual Latin spelling of one word of a name that comes from another script, such as
 * MUHAMMAD for MOHAMMED (population/naming/transliterations.ts).
 */

import { transliterationVariants } from '../../population/naming/transliterations.ts';
import type { PersonRecord } from '../../population/record.ts';
import { below } from '../../random/stream.ts';
import type { Corruption } from '../corruption.ts';

const nameFields = ['givenName', 'surname'] as const;
const hasVariant = (name: string) => name.split(' ').some((word) => transliterationVariants(word).length > 0);

/** The name with one of its words in another spelling, in every way. */
function variants(name: string): readonly string[] {
  const words = name.split(' ');
  return words.flatMap((word, place) =>
    transliterationVariants(word).map((variant) => words.with(place, variant).join(' ')),
  );
}

export const transliterationVariant: Corruption = {
  id: 'transliteration-variant',
  label: 'transliteration',
  describe: 'another Latin spelling of a name that comes from another script',
  fields: nameFields,
  careless: false,
  aggravatedBy: ['old-record'],
  canAct: (record) => nameFields.some((field) => hasVariant(record[field])),
  apply(record: PersonRecord, _, words) {
    const changes = nameFields.flatMap((field) =>
      variants(record[field]).map((variant) => ({ [field]: variant })),
    );
    return { ...record, ...changes[below(words[0]!, changes.length)] };
  },
};
