/**
 * Agreement of two values in sound, by their Soundex codes: a letter and three digits.
 *
 * Reference: US National Archives, "Using the Census Soundex", General Information Leaflet 55 (1995): the American
 * Soundex of the census indexes. Letters of one digit that stand together, or with only H or W between them, count
 * once (Ashcraft A261), the first letter included (Pfister P236); a vowel or Y between them makes them count twice
 * (Tymczak T522). Padded with zeros (Lee L000). The leaflet's second code without the prefix (van, de) is not made.
 * Convention: the letters A to Z are coded, in either case, and all else is passed over, spaces included. Scores: the
 * same value 1, the same code 0.9, else 0; a value without letters has no code; missing is no agreement. The 0.9 is
 * this tool's own, as in double-metaphone.ts.
 */

import { sameKeySimilarity } from './same-key.ts';

/** By letter from A: its digit, 0 for vowels and Y, - for H and W. */
const DIGITS = '01230120022455012623010202'.split('');
DIGITS['H'.charCodeAt(0) - 65] = '-';
DIGITS['W'.charCodeAt(0) - 65] = '-';

/** The code of a value, alone in a list; none when it has no letters. */
export function soundexKeys(value: string): readonly string[] {
  let code = '';
  let before = '';
  for (const letter of value.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') continue;
    const digit = DIGITS[letter.charCodeAt(0) - 65]!;
    if (code === '') code = letter;
    else if (digit > '0' && digit !== before) code += digit;
    if (code.length === 4) break;
    if (digit !== '-') before = digit;
  }
  return code === '' ? [] : [code.padEnd(4, '0')];
}

/** 1 for the same non-empty value, 0.9 for the same code, else 0. */
export function soundexSimilarity(a: string, b: string): number {
  return sameKeySimilarity(a, b, soundexKeys);
}
