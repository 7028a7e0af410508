/**
 * Other spellings of a name that comes from another script: MOHAMMED for MUHAMMAD, HSU for XU. Who writes a name down by
 * ear, or from another country's passport, writes one of them.
 */

import { readTransliterations } from '../tables/transliterations.ts';

const NONE: readonly string[] = [];
const variants = new Map<string, Set<string>>();
for (const { spellings } of readTransliterations()) {
  for (const name of spellings) {
    const others = variants.get(name) ?? new Set<string>();
    variants.set(name, others);
    for (const other of spellings) if (other !== name) others.add(other);
  }
}
const lists: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from(variants, ([name, others]) => [name, [...others]]),
);

/** The other spellings of a name (capitals A to Z), none for a name of no group; in a fixed order. */
export function transliterationVariants(name: string): readonly string[] {
  return lists.get(name) ?? NONE;
}
