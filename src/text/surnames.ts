/**
 * The parts of a written surname: generational suffix, particles, and two surnames.
 *
 * Convention: in comparable form (normalise.ts). A particle belongs to the name that it opens (DE LA CRUZ GARCIA is
 * DE LA CRUZ and GARCIA), Y between two surnames is dropped (GARCIA Y LOPEZ), and a particle that nothing follows is a
 * surname (LE, VAN, DO). A suffix is split off only where a name remains before it. Without knowing the person a
 * surname of two words that are no particles is read as two surnames (GARCIA LOPEZ; also BIG EAGLE).
 */

import { normaliseName } from './normalise.ts';

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...['JR', 'JNR', 'JUNIOR'].map((word) => [word, 'JR'] as const),
  ...['SR', 'SNR', 'SENIOR'].map((word) => [word, 'SR'] as const),
  ...['II', '2ND'].map((word) => [word, 'II'] as const),
  ...['III', '3RD'].map((word) => [word, 'III'] as const),
  ...['IV', '4TH'].map((word) => [word, 'IV'] as const),
]);

const PARTICLES = new Set(
  'DE DEL DELA DELLA DELLE DI DA DO DOS DAS DU DES LA LAS LE LOS LO EL AL ABU BIN IBN BEN VAN VANDER VANDEN VON ZU ZUR DER DEN'
    .concat(' TER TEN MC MAC O D ST SAINT SAN SANTA SANTO')
    .split(' '),
);

/** A surname without its generational suffix, and the suffix in its usual form; '' when it has none. */
export function splitSuffix(surname: string): { readonly surname: string; readonly suffix: string } {
  const words = normaliseName(surname).split(' ');
  const suffix = words.length > 1 ? (SUFFIXES.get(words.at(-1)!) ?? '') : '';
  return { surname: (suffix === '' ? words : words.slice(0, -1)).join(' '), suffix };
}

/** The surnames of a surname field, in order, each with its particles; none when it is missing. */
export function surnamesOf(surname: string): readonly string[] {
  const surnames: string[] = [];
  let opening: string[] = [];
  for (const word of splitSuffix(surname).surname.split(' ')) {
    if (word === '') continue;
    if (word === 'Y' && surnames.length > 0 && opening.length === 0) continue;
    opening.push(word);
    if (PARTICLES.has(word)) continue;
    surnames.push(opening.join(' '));
    opening = [];
  }
  if (opening.length > 0) surnames.push(opening.join(' '));
  return surnames;
}
