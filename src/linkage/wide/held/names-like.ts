/** For every name of a national list, which of the requests' names are like it, and how much: found out at once. */

import type { Comparator } from '../../../matching/comparator.ts';
import type { Dictionary } from '../../../matching/dictionary.ts';

/** The requests' names like the name at a place of the list: `codes[starts[place]..starts[place + 1])`. */
export interface NamesLike {
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  readonly scores: Float64Array;
}

/**
 * @param requested the requests' names, each sought in the list: comparators are symmetric, and they are fewer
 * @param floor the lowest score of interest, above 0
 */
export function namesLike(
  comparator: Comparator,
  list: Dictionary,
  requested: Dictionary,
  floor: number,
): NamesLike {
  const found = requested.values.map((name) =>
    name === '' ? undefined : comparator.query(list, name, floor).all(),
  );
  const starts = new Int32Array(list.size + 1);
  for (const similar of found) for (const place of similar?.codes ?? []) starts[place + 1]! += 1;
  for (let place = 0; place < list.size; place++) starts[place + 1]! += starts[place]!;
  const codes = new Int32Array(starts[list.size]!);
  const scores = new Float64Array(codes.length);
  const next = starts.slice();
  found.forEach((similar, code) => {
    similar?.codes.forEach((place, i) => {
      const at = next[place]!++;
      codes[at] = code;
      scores[at] = similar.scores[i]!;
    });
  });
  return { starts, codes, scores };
}

/** By place on the list: 1 where any name is like it, else 0. */
export function hasLike({ starts }: NamesLike): Uint8Array {
  return Uint8Array.from({ length: starts.length - 1 }, (_, place) =>
    starts[place + 1]! > starts[place]! ? 1 : 0,
  );
}
