/**
 * What a matcher is: a score of a pair of records by their names, in [0, 1], and what agreed, in words.
 *
 * The matchers here compare surname with surname and given name with given name, and the pair scores as the
 * weaker of the two: at threshold t both names are at least t alike. That is easy to state and to check, and
 * a strong surname cannot make up for a different given name. Address is not part of the score: how much of
 * it must agree is the place scope (places/).
 */

import type { PersonRecord } from '../population/record.ts';
import { normaliseName } from '../text/normalise.ts';
import type { Comparator } from './comparator.ts';

export interface Matcher {
  readonly id: string;
  readonly label: string;
  readonly describe: string;
  /** The similarity of each name field. */
  readonly comparator: Comparator;
  score(request: PersonRecord, taxpayer: PersonRecord): number;
  explain(request: PersonRecord, taxpayer: PersonRecord): Explanation;
}

/** Why a pair scored as it did: each field compared, and the sentence a person would say. */
export interface Explanation {
  readonly score: number;
  readonly fields: readonly {
    readonly field: string;
    readonly request: string;
    readonly taxpayer: string;
    readonly score: number;
  }[];
  readonly text: string;
}

/** A matcher that compares given name and surname by one comparator and takes the weaker. */
export function nameMatcher(comparator: Comparator, describe: string): Matcher {
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
      const parts = compared.map(
        ({ field, request: a, taxpayer: b, score: s }) =>
          `${field === 'surname' ? 'surname' : 'given name'} ${a || '(missing)'} / ${b || '(missing)'} ${s.toFixed(3)}`,
      );
      return { score, fields: compared, text: `${parts.join(', ')}; the weaker counts: ${score.toFixed(3)}` };
    },
  };
}

const weaker = (fields: readonly { readonly score: number }[]) =>
  Math.min(...fields.map(({ score }) => score));
