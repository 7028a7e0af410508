/**
 * Nicknames: whether two given names may be names of one person because one is a short form of the other, or
 * both are short forms of the same name (BILL and WILL, of WILLIAM).
 *
 * Convention: same value 1; a formal name and its short form 0.95, 0.9 or 0.8 by usage (usual, often met, met now
 * and then); two short forms of one name the product of their two scores; the best of several ways counts.
 * Names of several words that are in no table are compared word by word, when both have equally many, and score as
 * their least alike words (JOSE LUIS and PEPE LUIS are JOSE and PEPE). All else, and missing, scores 0.
 * The grades are this tool's own: an order, not probabilities. Table: nickname-table.ts.
 */

import { shortForms } from './nickname-table.ts';

/** The score of a formal name with its short form, by usage in the table. */
const SCORE_OF_USAGE: ReadonlyMap<number, number> = new Map([
  [6, 0.95],
  [3, 0.9],
  [1, 0.8],
]);

/** For each name, the formal names it may stand for, itself first, with the score of the step. */
const formalNames = new Map<string, Map<string, number>>();
const shortFormsOf = new Map<string, { readonly name: string; readonly weight: number }[]>();
for (const { formal, short, usage } of shortForms) {
  const known = formalNames.get(short) ?? new Map([[short, 1]]);
  known.set(formal, SCORE_OF_USAGE.get(usage)!);
  formalNames.set(short, known);
  const listed = shortFormsOf.get(formal) ?? [];
  listed.push({ name: short, weight: usage });
  shortFormsOf.set(formal, listed);
}

/** The short forms of a formal name in comparable form, the usual first, each with its relative usage; none if unknown. */
export function nicknamesOf(name: string): readonly { readonly name: string; readonly weight: number }[] {
  return shortFormsOf.get(name)?.toSorted((a, b) => b.weight - a.weight) ?? [];
}

/** The names by which a name can be found: names that are alike have one in common. */
export function nicknameKeys(value: string): readonly string[] {
  if (value === '') return [];
  const firstWord = value.split(' ', 1)[0]!;
  return [...new Set([...formalsOf(value).keys(), ...formalsOf(firstWord).keys()])];
}

/** 1 for the same non-empty value; else the score of the closest tie in the table, in [0, 1]; 0 without one. */
export function nicknameSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const whole = tie(a, b);
  if (whole > 0) return whole;
  const wordsA = a.split(' ');
  const wordsB = b.split(' ');
  if (wordsA.length === 1 || wordsA.length !== wordsB.length) return 0;
  return Math.min(...wordsA.map((word, i) => (word === '' || wordsB[i] === '' ? 0 : tie(word, wordsB[i]!))));
}

function tie(a: string, b: string): number {
  const toB = formalsOf(b);
  let best = 0;
  for (const [formal, score] of formalsOf(a)) best = Math.max(best, score * (toB.get(formal) ?? 0));
  return best;
}

function formalsOf(name: string): ReadonlyMap<string, number> {
  return formalNames.get(name) ?? new Map([[name, 1]]);
}
