/** Nickname: an English or Spanish short form of the given name, the usual one likelier (text/nicknames.ts). */

import { below } from '../../random/stream.ts';
import { nicknamesOf } from '../../text/nicknames.ts';
import { normaliseName } from '../../text/normalise.ts';
import type { Corruption } from '../corruption.ts';

/** The short forms of the whole given name, each as often as it is usual; else those of its first word (JOSE LUIS). */
function shortForms(givenName: string): readonly string[] {
  const name = normaliseName(givenName);
  const whole = nicknamesOf(name);
  const known = whole.length > 0 ? whole : nicknamesOf(name.split(' ')[0]!);
  return known
    .filter((form) => form.name !== givenName)
    .flatMap((form) => Array<string>(form.weight).fill(form.name));
}

export const nickname: Corruption = {
  id: 'nickname',
  label: 'nickname',
  describe: 'an English or Spanish short form instead of the given name',
  fields: ['givenName'],
  careless: false,
  canAct: ({ givenName }) => shortForms(givenName).length > 0,
  apply(record, _, words) {
    const forms = shortForms(record.givenName);
    return { ...record, givenName: forms[below(words[0]!, forms.length)]! };
  },
};
