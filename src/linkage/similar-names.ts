/**
 * Which given names of a ZIP area are like a given one: searched for once in each area however many requests bear it.
 *
 * A comparator of characters goes through all names of the area, sixteen at a time (text/one-to-many.ts), one of keys
 * four at a time (names-by-key.ts); any other is asked as it is.
 */

import type { Comparator, SimilarValues } from '../matching/comparator.ts';
import type { Dictionary } from '../matching/dictionary.ts';
import { type KernelSimilarity, OneToMany } from '../text/one-to-many.ts';
import type { LocalNames } from './local-names.ts';
import { namesByKey } from './names-by-key.ts';

/** Given names of an area, by code, with their scores at or above the floor. */
export type SimilarNames = (name: string) => SimilarValues;

/** Turns to one ZIP area after another; `name` must not be empty. */
export function givenNameSearch(
  comparator: Comparator,
  list: Dictionary,
  floor: number,
): (names: LocalNames) => SimilarNames {
  const search = searchBy(comparator, list, floor);
  return (names) => remembering(search(names));
}

function searchBy(
  comparator: Comparator,
  list: Dictionary,
  floor: number,
): (names: LocalNames) => SimilarNames {
  const { scan, keysOf } = comparator;
  if (scan?.kernel !== undefined) return manyAtATime(scan.kernel, floor);
  if (keysOf !== undefined) return namesByKey(comparator, keysOf, list, floor);
  return ({ dictionary }) =>
    (name) =>
      comparator.query(dictionary, name, floor).all();
}

function manyAtATime(kernel: KernelSimilarity, floor: number): (names: LocalNames) => SimilarNames {
  let oneToMany: OneToMany | undefined;
  return (names) => {
    const blocks = names.blocks();
    if (oneToMany?.memory !== blocks.memory) oneToMany = new OneToMany(blocks.memory, kernel, floor);
    const here = oneToMany;
    return (name) => {
      const { count, places, scores } = here.similar(name, blocks);
      return { codes: places.slice(0, count), scores: scores.slice(0, count) };
    };
  };
}

function remembering(search: SimilarNames): SimilarNames {
  const remembered = new Map<string, SimilarValues>();
  return (name) => {
    let similar = remembered.get(name);
    if (similar === undefined) {
      similar = search(name);
      remembered.set(name, similar);
    }
    return similar;
  };
}
