/** Surnames joined: GARCIA LOPEZ as GARCIALOPEZ or GARCIA-LOPEZ, one as likely as the other. */

import type { PersonRecord } from '../../population/record.ts';
import { below } from '../../random/stream.ts';
import type { CorruptionContext } from '../context.ts';
import type { Corruption } from '../corruption.ts';
import { twoSurnames } from '../two-surnames.ts';

function joined(record: PersonRecord, person: CorruptionContext): readonly string[] {
  const surnames = twoSurnames(record, person);
  if (surnames === undefined) return [];
  const { first, second } = surnames;
  return [`${first}${second}`, `${first}-${second}`].filter((surname) => surname !== record.surname);
}

export const surnamesJoined: Corruption = {
  id: 'surnames-joined',
  label: 'surnames joined',
  describe: 'two surnames written as one word or with a hyphen',
  fields: ['surname'],
  careless: true,
  canAct: (record, person) => joined(record, person).length > 0,
  apply(record, person, words) {
    const possible = joined(record, person);
    return { ...record, surname: possible[below(words[0]!, possible.length)]! };
  },
};
