/**
 * Which ZIP areas are exported: whole ones, because namesakes next door are what makes linkage hard. They are a
 * simple random sample, every inhabited area with the same chance, so that an exported file needs no weights.
 * (A run of `simulate` draws its own, stratified sample.)
 */

import type { Layout } from '../population/layout.ts';
import { permutation } from '../random/permutation.ts';

/** The states somebody of the file lives in, in alphabetical order. */
export function inhabitedStates(layout: Layout): readonly string[] {
  return [...new Set(inhabited(layout).map((zip) => layout.area(zip).state))].sort();
}

export interface ZipSelection {
  /** The ZIP areas chosen, ascending. */
  readonly chosen: readonly number[];
  /** How many inhabited ones there are to choose from. */
  readonly outOf: number;
}

/**
 * A share of the inhabited ZIP areas of a state, or of the country; at least one.
 * @param share in (0, 1]; under the same seed a smaller share is part of a larger one
 * @param state two letters; nothing chosen where nobody of the file lives there
 */
export function selectZipAreas(layout: Layout, share: number, seed: number, state?: string): ZipSelection {
  const available = inhabited(layout).filter(
    (zip) => state === undefined || layout.area(zip).state === state,
  );
  if (available.length === 0) return { chosen: [], outOf: 0 };
  const order = permutation(seed, 'export/zip-sample', available.length);
  const count = Math.max(1, Math.round(share * available.length));
  const chosen = Array.from({ length: count }, (_, i) => available[order.at(i)]!);
  return { chosen: chosen.sort((a, b) => a - b), outOf: available.length };
}

function inhabited(layout: Layout): readonly number[] {
  return Array.from({ length: layout.zipAreas }, (_, zip) => zip).filter(
    (zip) => layout.area(zip).people > 0,
  );
}
