/**
 * Generational suffixes. A son at home who bears his father's given name, surname and middle name is one further
 * than his father: JR of a father without a suffix, II being a grandson's. Other men bear one at a declared rate,
 * after a father who lives elsewhere or is dead.
 */

/** What a son named in full for a father with this suffix bears. */
const next: Readonly<Record<string, string>> = { '': 'JR', SR: 'JR', JR: 'III', II: 'III', III: 'IV' };

/** Of the men with a suffix and no namesake at home: assumed shares. */
const borne = [
  { suffix: 'JR', share: 0.78 },
  { suffix: 'III', share: 0.14 },
  { suffix: 'II', share: 0.08 },
] as const;

/** The suffix of a father's namesake. */
export function suffixOfSon(fathersSuffix: string): string {
  return next[fathersSuffix] ?? 'JR';
}

/** A suffix for somebody who has one, from a number in (0, 1). */
export function drawSuffix(chance: number): string {
  let below = 0;
  for (const { suffix, share } of borne) {
    below += share;
    if (chance < below) return suffix;
  }
  return borne[0].suffix;
}
