/**
 * Matcher `screening`: like the public search of the US sanctions lists, as its users have worked it out.
 *
 * Reference: OFAC FAQ 249 (2021): the higher of the whole string by Jaro-Winkler and a composite of the name parts;
 * and the emulation that OpenSanctions fitted to a few hundred scores of the public search ("OFAC matcher", 2026).
 * The whole-string score counts only where both strings begin with the same letter. Name parts of one or two letters
 * are dropped from the query, unless none would be left. Each part of the query takes its best partner in the listed
 * name, which may serve twice, a partner below 0.5 counts as 0, and the parts score their mean. Jaro-Winkler's bonus is not gated at 0.7.
 * The search shows scores from 80 of 100 up: a score below is not shown, which is 0 here. FAQ 249 also speaks of
 * Soundex; its part in the scores is not known, and there is none here.
 * Convention: the request is what is typed, given name first; the taxpayer is what is listed, surname first, as the
 * list has it; both without middle name and suffix. The score is not rounded. It is not symmetric. Without surname or
 * given name it is 0.
 */

import type { PersonRecord } from '../../population/record.ts';
import { ungatedJaroWinklerSimilarity } from '../../text/jaro-winkler.ts';
import { normaliseName } from '../../text/normalise.ts';
import { splitSuffix } from '../../text/surnames.ts';
import type { Matcher } from '../matcher.ts';

/** Scores below are not shown. */
export const SHOWN_FROM = 0.8;
/** A best partner below counts as none. */
export const LEAST_PARTNER = 0.5;
const SHORTEST_PART = 3;

/** Given name and surname in comparable form; none when either is missing. */
function namesOf({ givenName, surname }: PersonRecord): readonly string[] {
  const names = [normaliseName(givenName), splitSuffix(surname).surname];
  return names.includes('') ? [] : names;
}

/** The words of a query that look for a partner. */
export function askedWords(query: string): readonly string[] {
  const words = query.split(' ');
  const long = words.filter((word) => word.length >= SHORTEST_PART);
  return long.length > 0 ? long : words;
}

/** Both techniques on a query and a listed name in comparable form, each in [0, 1], before the 80 of 100. */
export function screeningScores(
  query: string,
  listed: string,
): { readonly whole: number; readonly parts: number } {
  if (query === '' || listed === '') return { whole: 0, parts: 0 };
  const whole = query[0] === listed[0] ? ungatedJaroWinklerSimilarity(query, listed) : 0;
  const asked = askedWords(query);
  const partners = listed.split(' ');
  const total = asked.reduce((sum, word) => {
    const best = Math.max(...partners.map((partner) => ungatedJaroWinklerSimilarity(word, partner)));
    return sum + (best < LEAST_PARTNER ? 0 : best);
  }, 0);
  return { whole, parts: total / asked.length };
}

function compared(request: PersonRecord, taxpayer: PersonRecord) {
  const query = namesOf(request).join(' ');
  const listed = namesOf(taxpayer).toReversed().join(' ');
  const { whole, parts } = screeningScores(query, listed);
  const higher = Math.max(whole, parts);
  return { query, listed, whole, parts, score: higher < SHOWN_FROM ? 0 : higher };
}

export const screening: Matcher = {
  id: 'screening',
  label: 'Screening',
  describe: 'like the public sanctions search: the better of whole name and name parts, shown from 0.8 up',
  score: (request, taxpayer) => compared(request, taxpayer).score,
  explain(request, taxpayer) {
    const { query, listed, whole, parts, score } = compared(request, taxpayer);
    const shown = score === 0 ? `below ${SHOWN_FROM}, not shown` : score.toFixed(3);
    return {
      score,
      fields: [
        { field: 'wholeName', request: query, taxpayer: listed, score: whole },
        { field: 'nameParts', request: query, taxpayer: listed, score: parts },
      ],
      text:
        `${query || '(missing)'} / ${listed || '(missing)'}: whole name ${whole.toFixed(3)}, ` +
        `name parts ${parts.toFixed(3)}; the higher counts: ${shown}`,
    };
  },
};
