/**
 * Agreement of two values in sound, by their NYSIIS codes.
 *
 * Reference: Taft, "Name Search Techniques", New York State Identification and Intelligence System, Special Report
 * No. 1 (1970): the original rules, none of the modified ones (no extra beginnings or endings, no terminal ERR, EV
 * everywhere as in the original). Codes are whole, not cut to the six characters of the original. They are those of
 * Apache Commons Codec (`Nysiis(false)`), whose own test names are in ours.
 * Variants: the package talisman gives other codes to one common US surname in nine, because it runs each rule over
 * the whole name in turn where the published rules scan it once, letter by letter. An H that goes takes the letter
 * behind it along (JOHNSON: JASAN there, JANSAN here); letters that stand for the same sound are joined only after the
 * endings are cut (GARCIA: GARCA there, GARC here); and the first letter counts neither as the one before (THOMAS:
 * THAN there, TAN here) nor as one to be repeated (AUSTIN: AASTAN there, ASTAN here). Some descriptions turn a W behind
 * a vowel into A; the original repeats the letter before it (OWENS: OAN).
 * Convention: the letters A to Z are coded, in either case, and all else is passed over, spaces included. In H and W
 * rules the letter before is the one written, already translated if the rules before it translated it; the end of
 * the name counts as no vowel. Scores: the same value 1, the same code 0.9, else 0; a value without letters has no
 * code; missing is no agreement.
 */

import { sameKeySimilarity } from './same-key.ts';

const BEGINNINGS = [
  [/^MAC/, 'MCC'],
  [/^KN/, 'NN'],
  [/^K/, 'C'],
  [/^P[HF]/, 'FF'],
  [/^SCH/, 'SSS'],
] as const;
const ENDINGS = [
  [/(?:EE|IE)$/, 'Y'],
  [/(?:DT|RT|RD|NT|ND)$/, 'D'],
] as const;

const isVowel = (letter: string) => letter !== '' && 'AEIOU'.includes(letter);

/** The code of a value, alone in a list; none when it has no letters. */
export function nysiisKeys(value: string): readonly string[] {
  let name = value.toUpperCase().replace(/[^A-Z]+/g, '');
  if (name === '') return [];
  for (const [pattern, letters] of [...BEGINNINGS, ...ENDINGS]) name = name.replace(pattern, letters);

  let code = name.charAt(0);
  let before = code;
  for (let i = 1; i < name.length; ) {
    const { sound, length } = translated(name, i, before);
    for (const letter of sound) if (letter !== code.at(-1)) code += letter;
    before = sound.at(-1)!;
    i += length;
  }
  return [ended(code)];
}

/** What the letters at a place become, and how many of them. */
function translated(
  name: string,
  at: number,
  before: string,
): { readonly sound: string; readonly length: number } {
  const letter = name.charAt(at);
  const next = name.charAt(at + 1);
  if (letter === 'E' && next === 'V') return { sound: 'AF', length: 2 };
  if (isVowel(letter)) return { sound: 'A', length: 1 };
  if (letter === 'Q') return { sound: 'G', length: 1 };
  if (letter === 'Z') return { sound: 'S', length: 1 };
  if (letter === 'M') return { sound: 'N', length: 1 };
  if (letter === 'K') return next === 'N' ? { sound: 'N', length: 2 } : { sound: 'C', length: 1 };
  if (name.startsWith('SCH', at)) return { sound: 'SSS', length: 3 };
  if (letter === 'P' && next === 'H') return { sound: 'FF', length: 2 };
  if (letter === 'H' && !(isVowel(before) && isVowel(next))) return { sound: before, length: 1 };
  if (letter === 'W' && isVowel(before)) return { sound: before, length: 1 };
  return { sound: letter, length: 1 };
}

/** The code without a final S, with a final AY as Y, and without a final A; its first letter always stays. */
function ended(code: string): string {
  let end = code;
  if (end.length > 1 && end.endsWith('S')) end = end.slice(0, -1);
  if (end.length > 2 && end.endsWith('AY')) end = `${end.slice(0, -2)}Y`;
  if (end.length > 1 && end.endsWith('A')) end = end.slice(0, -1);
  return end;
}

/** 1 for the same non-empty value, 0.9 for the same code, else 0. */
export function nysiisSimilarity(a: string, b: string): number {
  return sameKeySimilarity(a, b, nysiisKeys);
}
