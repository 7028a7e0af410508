/**
 * Which given names of a ZIP area have a key, such as a sound, in common with a given one, and are alike by it: all names of
 * the area are gone through, four at a time. The keys of a name on the national list are worked out once for all areas.
 */

import type { Comparator } from '../matching/comparator.ts';
import type { Dictionary, KeysOf } from '../matching/dictionary.ts';
import { KernelMemory } from '../text/kernel-memory.ts';
import { WORD } from './bearer-kernels.ts';
import { KeyColumns } from './key-columns.ts';
import { KnownKeys, keyNumbers } from './known-keys.ts';
import type { LocalNames } from './local-names.ts';
import { FoundPeople } from './search.ts';
import type { SimilarNames } from './similar-names.ts';

/** All names of an area stand in the columns as the bearers of one given name would. */
const ALL = new Int32Array([0]);

/**
 * Turns to one ZIP area after another.
 * @param list the national one
 */
export function namesByKey(
  { compare, gradeOfKeys }: Comparator,
  keysOf: KeysOf,
  list: Dictionary,
  floor: number,
): (names: LocalNames) => SimilarNames {
  const memory = new KernelMemory();
  const columns = new KeyColumns(memory);
  const listedKeys = new KnownKeys(list.size, list.keyed(keysOf).keys);
  const starts = memory.allocate(2 * WORD);
  const similar = new FoundPeople();
  return ({ dictionary, listed }) => {
    const { size, values } = dictionary;
    const { keys } = dictionary.keyed(keysOf);
    columns.makeRoom(ALL.length, size);
    memory.words[starts / WORD + 1] = size;
    for (let code = 0; code < listed.length; code++) {
      const first = listedKeys.firstOf(listed[code]!);
      columns.write(code, first, listedKeys.secondOf(listed[code]!));
    }
    for (let code = listed.length; code < size; code++) columns.write(code, ...keyNumbers(keys(code)));
    return (name) => {
      const own = keysOf(name);
      columns.list(own, ALL, starts);
      similar.count = 0;
      for (let nth = 0; nth < columns.listed.count; nth++) {
        const code = columns.listed.placeOf(nth);
        const other = values[code]!;
        const score =
          gradeOfKeys === undefined || name === other ? compare(name, other) : gradeOfKeys(own, keys(code));
        if (score >= floor) similar.add(code, score);
      }
      return {
        codes: similar.people.slice(0, similar.count),
        scores: similar.scores.slice(0, similar.count),
      };
    };
  };
}
