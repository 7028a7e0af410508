/** The suffix of a street (ST, AVE), the other ways to write it, and the suffixes it may be taken for. */

import { streetSuffixes } from '../text/street-words.ts';

/** Spellings by standard abbreviation, that one first, as USPS Publication 28 lists them; the usual ones alone. */
const USUAL_SPELLINGS = 3;
const spellings = new Map<string, string[]>();
for (const [spelling, standard] of streetSuffixes) {
  const known = spellings.get(standard) ?? [];
  if (known.length < USUAL_SPELLINGS) spellings.set(standard, [...known, spelling]);
}

/** Standard suffixes that a street may be given by mistake, the common ones. */
const COMMON = ['ST', 'AVE', 'RD', 'DR', 'LN', 'CT', 'PL', 'BLVD', 'WAY', 'CIR'];

/** A street line at its suffix: what stands before it, the suffix, and the directional after it, if any. */
interface SuffixedStreet {
  readonly before: string;
  readonly suffix: string;
  readonly after: string;
}

const DIRECTIONAL = /^(?:N|S|E|W|NE|NW|SE|SW)$/;

/** The street taken apart at its suffix; `undefined` where its last word is none, or nothing stands before it. */
export function atSuffix(street: string): SuffixedStreet | undefined {
  const words = street.split(' ');
  const hasDirectional = words.length > 2 && DIRECTIONAL.test(words.at(-1)!);
  const place = words.length - (hasDirectional ? 2 : 1);
  const suffix = words[place]!;
  if (place === 0 || !streetSuffixes.has(suffix)) return undefined;
  return { before: words.slice(0, place).join(' '), suffix, after: hasDirectional ? ` ${words.at(-1)}` : '' };
}

/** The other usual spellings of a suffix; none where there is but one. */
export function otherSpellings(suffix: string): readonly string[] {
  const usual = spellings.get(streetSuffixes.get(suffix) ?? '') ?? [];
  return usual.filter((spelling) => spelling !== suffix);
}

/** Suffixes that mean another street. */
export function otherSuffixes(suffix: string): readonly string[] {
  return COMMON.filter((standard) => standard !== streetSuffixes.get(suffix));
}
