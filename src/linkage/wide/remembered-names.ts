/** Which values of a large dictionary are like a name, remembered. Forgetting costs time, never a match. */

import type { Comparator, SimilarValues } from '../../matching/comparator.ts';
import type { Dictionary } from '../../matching/dictionary.ts';

/** Values to remember, in all, before starting afresh: at 12 bytes each a bound on memory. */
const CAPACITY = 4_000_000;

/** A search for all values of the dictionary at or above the floor. */
export function rememberedNames(
  comparator: Comparator,
  dictionary: Dictionary,
  floor: number,
): (name: string) => SimilarValues {
  const remembered = new Map<string, SimilarValues>();
  let held = 0;
  return (name) => {
    let similar = remembered.get(name);
    if (similar === undefined) {
      similar = comparator.query(dictionary, name, floor).all();
      if (held > CAPACITY) {
        remembered.clear();
        held = 0;
      }
      remembered.set(name, similar);
      held += similar.codes.length;
    }
    return similar;
  };
}
