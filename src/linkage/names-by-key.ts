/**
 * Which given names of a ZIP area have a key, such as a sound, in common with a given one, and are alike by it. Names on
 * the national list are entered under their keys once, when the first area has them; an area then has those of a key for
 * which it has a code. The few names that are on no list are entered anew in each area.
 */

import type { Comparator } from '../matching/comparator.ts';
import { type Dictionary, enterUnder, type KeysOf } from '../matching/dictionary.ts';
import type { LocalNames } from './local-names.ts';
import { FoundPeople } from './search.ts';
import type { SimilarNames } from './similar-names.ts';

/** Stands for the keys of a name that has none: such names can be equal. */
const NO_KEYS = [''];
const NOBODY: readonly number[] = [];

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
  const listedKeys = list.keyed(keysOf);
  const isEntered = new Uint8Array(list.size);
  const placesUnder = new Map<string, number[]>();
  const similar = new FoundPeople();
  return ({ dictionary, listed, codeOfListed }) => {
    const { size, values } = dictionary;
    const { keys } = dictionary.keyed(keysOf);
    for (const place of listed) {
      if (isEntered[place] === 1) continue;
      isEntered[place] = 1;
      enterUnder(placesUnder, orNone(listedKeys.keys(place)), place);
    }
    const codesUnder = new Map<string, number[]>();
    for (let code = listed.length; code < size; code++) enterUnder(codesUnder, orNone(keys(code)), code);

    return (name) => {
      const ownPlace = list.codeOf(name);
      const own = ownPlace >= 0 ? listedKeys.keys(ownPlace) : keysOf(name);
      const add = (code: number, theirs: readonly string[]) => {
        const other = values[code]!;
        const score =
          gradeOfKeys === undefined || name === other ? compare(name, other) : gradeOfKeys(own, theirs);
        if (score >= floor) similar.add(code, score);
      };
      similar.count = 0;
      // Of a name's two keys the first: whoever shares it has been found when the second is looked up.
      let before: string | undefined;
      for (const key of orNone(own)) {
        for (const place of placesUnder.get(key) ?? NOBODY) {
          const code = codeOfListed(place);
          if (code < 0) continue;
          const theirs = listedKeys.keys(place);
          if (before === undefined || !theirs.includes(before)) add(code, theirs);
        }
        for (const code of codesUnder.get(key) ?? NOBODY) {
          const theirs = keys(code);
          if (before === undefined || !theirs.includes(before)) add(code, theirs);
        }
        before = key;
      }
      return {
        codes: similar.people.slice(0, similar.count),
        scores: similar.scores.slice(0, similar.count),
      };
    };
  };
}

const orNone = (keys: readonly string[]) => (keys.length === 0 ? NO_KEYS : keys);
