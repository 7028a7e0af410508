/**
 * Matcher `token-set`: given, middle and last names as one bag of words, by token set similarity (text/token-set.ts).
 * Names in another order, in another field, or with one surname of two still score 1. A record without surname or
 * without given name scores 0: a single name is not a person. A generational suffix in the surname is left out.
 */

import type { PersonRecord } from '../../population/record.ts';
import { normaliseName } from '../../text/normalise.ts';
import { splitSuffix } from '../../text/surnames.ts';
import { tokenSetSimilarity } from '../../text/token-set.ts';
import { inWords, type Matcher } from '../matcher.ts';

function wholeName({ givenName, middleName, surname }: PersonRecord): string {
  const [given, last] = [normaliseName(givenName), splitSuffix(surname).surname];
  if (given === '' || last === '') return '';
  return [given, normaliseName(middleName), last].filter((part) => part !== '').join(' ');
}

const compared = (request: PersonRecord, taxpayer: PersonRecord) => {
  const [a, b] = [wholeName(request), wholeName(taxpayer)];
  return { field: 'wholeName', request: a, taxpayer: b, score: tokenSetSimilarity(a, b) };
};

export const tokenSet: Matcher = {
  id: 'token-set',
  label: 'Token set',
  describe: 'all names as one bag of words, in any order; 1 when all words of one record are in the other',
  score: (request, taxpayer) => compared(request, taxpayer).score,
  explain(request, taxpayer) {
    const field = compared(request, taxpayer);
    return { score: field.score, fields: [field], text: inWords(field) };
  },
};
