/**
 * Agreement of two values in sound, by their Double Metaphone keys.
 *
 * Reference: Philips, "The double metaphone search algorithm", C/C++ Users Journal 18 (2000); the letter rules are in
 * double-metaphone-rules.ts. Keys are whole, not cut to four characters. A public port that many programs use leaves
 * some rules out, those for CIA, CIE and CIO (GARCIA also KRX), MCC (MCCOY MK), JJ and OGY among them; here they are
 * as in the article's program.
 * Convention: case does not matter; what is no letter is not sounded. Phonetic keys agree or do not; the grades 1,
 * 0.9, 0.8, 0.7 and 0 are this tool's own, ordered by strength of agreement, so that a sweep of thresholds says
 * something. They are not probabilities.
 */

import { ruleOf } from './double-metaphone-rules.ts';

const SILENT = { primary: '', secondary: '', length: 1 };

/** The keys of a value: the primary, then the secondary if it differs; none when nothing is sounded. */
export function doubleMetaphoneKeys(value: string): readonly string[] {
  const upper = value.toUpperCase();
  const word = {
    text: `${upper}     `,
    length: upper.length,
    slavoGermanic: /W|K|CZ/.test(upper),
  };
  let primary = '';
  let secondary = '';
  let at = 0;
  if (/^(?:GN|KN|PN|WR|PS)/.test(upper)) at = 1;
  if (upper.startsWith('X')) {
    primary = 'S';
    secondary = 'S';
    at = 1;
  }
  while (at < word.length) {
    const sound = ruleOf[upper.charCodeAt(at)]?.(word, at) ?? SILENT;
    primary += sound.primary;
    secondary += sound.secondary;
    at += sound.length;
  }
  if (primary === secondary) return primary === '' ? [] : [primary];
  if (primary === '') return [secondary];
  return secondary === '' ? [primary] : [primary, secondary];
}

/** The grade of two different values from their keys: primaries equal 0.9, crossed 0.8, secondaries 0.7. */
export function doubleMetaphoneKeySimilarity(a: readonly string[], b: readonly string[]): number {
  const [primaryA, secondaryA] = a;
  const [primaryB, secondaryB] = b;
  if (primaryA === undefined || primaryB === undefined) return 0;
  if (primaryA === primaryB) return 0.9;
  if (primaryA === secondaryB || secondaryA === primaryB) return 0.8;
  return secondaryA !== undefined && secondaryA === secondaryB ? 0.7 : 0;
}

/** 1 for identical non-empty values, with or without letters; else the grade of their keys. */
export function doubleMetaphoneSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  return doubleMetaphoneKeySimilarity(doubleMetaphoneKeys(a), doubleMetaphoneKeys(b));
}
