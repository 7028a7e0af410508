/**
 * Matcher `name-control`: the first four letters of the surname, as the tax agency keeps them beside each number
 * (text/name-control.ts). It looks at no given name: it is meant to stand beside a taxpayer number or an address, and
 * alone, within a ZIP code, it takes GARCIA and GARCES for one family.
 */

import type { PersonRecord } from '../../population/record.ts';
import { exactSimilarity } from '../../text/exact.ts';
import { nameControl as controlOf } from '../../text/name-control.ts';
import { inWords, type Matcher } from '../matcher.ts';

const compared = (request: PersonRecord, taxpayer: PersonRecord) => {
  const [a, b] = [controlOf(request.surname), controlOf(taxpayer.surname)];
  return { field: 'nameControl', request: a, taxpayer: b, score: exactSimilarity(a, b) };
};

export const nameControl: Matcher = {
  id: 'name-control',
  label: 'Name control',
  describe: 'the first four letters of the primary surname are the same; the given name is not looked at',
  score: (request, taxpayer) => compared(request, taxpayer).score,
  explain(request, taxpayer) {
    const field = compared(request, taxpayer);
    return { score: field.score, fields: [field], text: inWords(field) };
  },
};
