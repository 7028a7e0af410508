/**
 * Matchers that compare surname with surname and given name with given name by one comparator; the pair scores as
 * the weaker of the two: at threshold t both names are at least t alike. That is easy to state and to check, and a
 * strong surname cannot make up for a different given name.
 */

import type { PersonRecord } from '../population/record.ts';
import { normaliseName } from '../text/normalise.ts';
import type { Comparator } from './comparator.ts';
import { inWords, type Matcher } from './matcher.ts';

export interface NameMatcher extends Matcher {
  readonly comparator: Comparator;
}

/** A matcher that compares given name and surname by one comparator and takes the weaker. */
export function nameMatcher(comparator: Comparator, describe: string): NameMatcher {
  const fields = (request: PersonRecord, taxpayer: PersonRecord) =>
    (['surname', 'givenName'] as const).map((field) => {
      const [a, b] = [normaliseName(request[field]), normaliseName(taxpayer[field])];
      return { field, request: a, taxpayer: b, score: comparator.compare(a, b) };
    });
  return {
    id: comparator.id,
    label: comparator.label,
    describe,
    comparator,
    score: (request, taxpayer) => weaker(fields(request, taxpayer)),
    explain(request, taxpayer) {
      const compared = fields(request, taxpayer);
      const score = weaker(compared);
      const text = `${compared.map(inWords).join(', ')}; the weaker counts: ${score.toFixed(3)}`;
      return { score, fields: compared, text };
    },
  };
}

const weaker = (fields: readonly { readonly score: number }[]) =>
  Math.min(...fields.map(({ score }) => score));
