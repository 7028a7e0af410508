/**
 * Date of birth and taxpayer number as evidence beside the names.
 *
 * Two values agree, nearly agree (one digit differs, or two neighbouring digits are exchanged; for a date also day
 * and month exchanged), disagree, or one of them is missing. A missing value is neither agreement nor disagreement,
 * except under `require`, which says so. Punctuation does not matter; a date needs eight digits (YYYYMMDD) and a
 * number nine, not all the same: anything else is missing.
 *
 * How it enters a score is the caller's choice:
 *   veto     a disagreement makes the score 0; all else leaves it as it is
 *   require  only agreement leaves the score; near agreement, disagreement and a missing value make it 0
 *   weigh    where both have the value it is a quarter of the score: 1 agrees, 0.5 nearly, 0 disagrees; the rest of
 *            the score keeps the rest; a score of 0 stays 0. A missing value leaves the score as it is. (The Fellegi-Sunter matcher weighs
 *            by its own levels instead.)
 */

import type { PersonRecord } from '../population/record.ts';
import { damerauDistance } from '../text/damerau.ts';
import { type Explanation, type FieldComparison, inWords, type Matcher } from './matcher.ts';

export const identifierUses = ['veto', 'require', 'weigh'] as const;
export type IdentifierUse = (typeof identifierUses)[number];
export const identifierFields = ['dateOfBirth', 'tin'] as const;
type IdentifierField = (typeof identifierFields)[number];
export type IdentifierOptions = { readonly [field in IdentifierField]?: IdentifierUse };

/** How far two values of an identifier agree; undefined where either is missing. */
export type Agreement = 'agree' | 'near' | 'disagree' | undefined;

const SIMILARITY = { agree: 1, near: 0.5, disagree: 0 } as const;
const SHARE = 0.25;
const DIGITS = { dateOfBirth: 8, tin: 9 } as const;

/** The digits of an identifier; '' where it is missing or no such number. */
export function digitsOf(field: IdentifierField, value: string): string {
  const digits = value.replace(/[^0-9]/g, '');
  return digits.length === DIGITS[field] && !/^(.)\1*$/.test(digits) ? digits : '';
}

/** Compares two dates of birth or two taxpayer numbers, as written. */
export function agreementOf(field: IdentifierField, a: string, b: string): Agreement {
  const [x, y] = [digitsOf(field, a), digitsOf(field, b)];
  if (x === '' || y === '') return undefined;
  if (x === y) return 'agree';
  const exchanged = field === 'dateOfBirth' && x === y.slice(0, 4) + y.slice(6) + y.slice(4, 6);
  return exchanged || damerauDistance(x, y) === 1 ? 'near' : 'disagree';
}

/** The matcher with identifiers as further evidence; without any it is the matcher itself. */
export function withIdentifiers(matcher: Matcher, options: IdentifierOptions): Matcher {
  const used = identifierFields.flatMap((field) => {
    const use = options[field];
    return use === undefined ? [] : [{ field, use }];
  });
  if (used.length === 0) return matcher;

  const judge = (nameScore: number, request: PersonRecord, taxpayer: PersonRecord) => {
    const fields: FieldComparison[] = [];
    const notes: string[] = [];
    let score = nameScore;
    let weighed = 0;
    let rest = 1;
    for (const { field, use } of used) {
      const agreement = agreementOf(field, request[field], taxpayer[field]);
      const similarity = agreement === undefined ? 0 : SIMILARITY[agreement];
      fields.push({ field, request: request[field], taxpayer: taxpayer[field], score: similarity });
      notes.push(`${agreement ?? 'missing'} (${use})`);
      if (use === 'require' && agreement !== 'agree') score = 0;
      if (use === 'veto' && agreement === 'disagree') score = 0;
      if (use === 'weigh' && agreement !== undefined) {
        weighed += SHARE * similarity;
        rest -= SHARE;
      }
    }
    return { score: score === 0 ? 0 : rest * score + weighed, fields, notes };
  };

  const weighing = used.filter(({ use }) => use === 'weigh').length;
  return {
    id: matcher.id,
    label: matcher.label,
    describe: `${matcher.describe}; ${used.map(({ field, use }) => `${field}: ${use}`).join(', ')}`,
    needs: [...(matcher.needs ?? []), ...used.map(({ field }) => field)],
    judgement: {
      names: matcher,
      judge: (nameScore, request, taxpayer) => judge(nameScore, request, taxpayer).score,
      leastNameScore: (threshold) => (weighing === 0 ? threshold : leastBeside(weighing * SHARE, threshold)),
    },
    score: (request, taxpayer) => judge(matcher.score(request, taxpayer), request, taxpayer).score,
    explain(request, taxpayer): Explanation {
      const names = matcher.explain(request, taxpayer);
      const { score, fields, notes } = judge(names.score, request, taxpayer);
      const found = fields.map((field, i) => `${inWords(field)} ${notes[i]}`);
      return {
        ...names,
        score,
        fields: [...names.fields, ...fields],
        text: `${names.text}; ${found.join(', ')}; the score is ${score.toFixed(3)}`,
      };
    },
  };
}

/** The score of the rest with which a share that agrees wholly still reaches a threshold, a little lower for rounding. */
const leastBeside = (share: number, threshold: number) =>
  Math.max((threshold - share) / (1 - share) - 1e-9, Number.MIN_VALUE);
