/**
 * A name written by somebody who only heard it: one sound spelt the way the writer would spell it. The rules are
 * those by which an English ear mishears Spanish names (silent H, J for H, Z and S, B and V, LL and Y), and the usual
 * doubtful spellings of English and of names brought to it (PH and F, C and K, EE and EA, SCH and SH, W and V).
 *
 * Convention: upper case; each rule changes one place, and every place of every rule is equally likely. Vowels with an
 * accent count as their letter. The lists are the author's, after the alternations that Double Metaphone folds
 * together (Philips, "The double metaphone search algorithm", C/C++ Users Journal 18, 2000).
 */

import { below } from '../random/stream.ts';

const RULES: readonly (readonly [heard: RegExp, written: string])[] = [
  // Spanish sounds in an English ear.
  [/(?<![\p{L}])H(?=[AEIOUÁÉÍÓÚ])/gu, ''],
  [/J(?=[AEIOUÁÉÍÓÚ])/gu, 'H'],
  [/G(?=[EIÉÍ])/gu, 'H'],
  [/G(?=[EIÉÍ])/gu, 'J'],
  [/LL(?=[AEIOUÁÉÍÓÚ])/gu, 'Y'],
  [/Z/gu, 'S'],
  [/S(?=[^\p{L}]|$)/gu, 'Z'],
  [/(?<![\p{L}])V/gu, 'B'],
  [/(?<=\p{L})V/gu, 'B'],
  [/B(?=[AEIOUÁÉÍÓÚ])/gu, 'V'],
  [/QU(?=[EIÉÍ])/gu, 'K'],
  [/C(?=[EIÉÍ])/gu, 'S'],
  [/Ñ/gu, 'NY'],
  [/GU(?=A)/gu, 'W'],
  [/X(?=[AEIOUÁÉÍÓÚ])/gu, 'J'],
  // Spellings in doubt in English.
  [/PH/gu, 'F'],
  [/CK/gu, 'K'],
  [/C(?=[AOUÁÓÚ])/gu, 'K'],
  [/K(?=[AOU])/gu, 'C'],
  [/EE/gu, 'EA'],
  [/OO/gu, 'U'],
  [/IE(?=[^\p{L}]|$)/gu, 'Y'],
  [/Y(?=[^\p{L}]|$)/gu, 'IE'],
  [/SCH/gu, 'SH'],
  [/KH/gu, 'K'],
  [/TH/gu, 'T'],
  [/W(?=[AEIOU])/gu, 'V'],
  [/SON(?=[^\p{L}]|$)/gu, 'SEN'],
  [/SEN(?=[^\p{L}]|$)/gu, 'SON'],
  [/DJ/gu, 'J'],
  [/TZ/gu, 'TS'],
  [/([BDFGLMNPRST])\1/gu, '$1'],
  [/(?<=[AEIOUÁÉÍÓÚ])([LNRST])(?=[AEIOUÁÉÍÓÚ])/gu, '$1$1'],
];

const isHeardIn = (value: string, [heard]: (typeof RULES)[number]) => value.search(heard) >= 0;

function respellings(value: string): readonly string[] {
  return RULES.filter((rule) => isHeardIn(value, rule)).flatMap(([heard, written]) =>
    Array.from(value.matchAll(heard), (match) => {
      const spelt = written.replaceAll('$1', match[1] ?? '');
      return value.slice(0, match.index) + spelt + value.slice(match.index + match[0].length);
    }),
  );
}

/** Whether any sound of the name could be spelt in another way. */
export function canBeRespelt(value: string): boolean {
  return RULES.some((rule) => isHeardIn(value, rule));
}

/** The name with one sound spelt in another way; always another text. */
export function respelt(value: string, word: number): string {
  const possible = respellings(value);
  return possible[below(word, possible.length)]!;
}
