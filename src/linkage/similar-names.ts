/**
 * Which given names of a ZIP area are like a given one: searched for once in each area however many requests bear it.
 *
 * A comparator that looks names up is asked as it is. With one that goes through them, the names at the head of the
 * national list are searched through only once for each given name that many requests bear, and what was found is
 * remembered for all areas; what is then left of an area are names from further down the list, and those on none.
 * Forgetting costs time, never a match.
 */

import type { Comparator, Scan, SimilarValues } from '../matching/comparator.ts';
import type { Dictionary } from '../matching/dictionary.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { canBeAlike, canStillBeAlike, neededLetters, seen } from './letters-at-a-glance.ts';
import type { LocalNames } from './local-names.ts';
import { FoundPeople } from './search.ts';

/** Names at the head of the national list that are searched through once. */
const HEAD = 10_000;
/** Areas in which a name is asked for before that: it costs as much as a few areas. */
const WORTH_REMEMBERING = 12;
/** Values to remember, in all, before starting afresh: at 12 bytes each a bound on memory. */
const CAPACITY = 4_000_000;

/** Given names of an area, by code, with their scores at or above the floor. */
export type SimilarNames = (name: string) => SimilarValues;

/** Turns to one ZIP area after another; `name` must not be empty. */
export function givenNameSearch(
  comparator: Comparator,
  list: Dictionary,
  floor: number,
): (names: LocalNames) => SimilarNames {
  const { scan } = comparator;
  const search =
    scan === undefined || comparator.looksUp
      ? ({ dictionary }: LocalNames): SimilarNames =>
          (name) =>
            comparator.query(dictionary, name, floor).all()
      : scanned(scan, list, floor);
  return (names) => remembering(search(names));
}

function scanned(scan: Scan, list: Dictionary, floor: number): (names: LocalNames) => SimilarNames {
  const neededBy = neededLetters(scan, floor);
  const prepare = scan.preparer();
  const headSize = Math.min(HEAD, list.size);
  const inList = seenNames(list.values, placesBelow(headSize));
  const remembered = new Map<string, SimilarValues>();
  const areasAsking = new Map<string, number>();
  let held = 0;
  const similar = new FoundPeople();

  /** Adds those of some names of a dictionary that are similar to a name. */
  const goThrough = (
    name: string,
    { codes, seen: all, repeated }: SeenNames,
    { bytes, starts }: Dictionary,
  ) => {
    const { byLength, atAGlance } = neededBy(name.length);
    const own = seen(name);
    const ownRepeated = repeatedLetterMask(name);
    const similarity = prepare(name, byLength);
    for (let i = 0; i < all.length; i++) {
      const other = all[i]!;
      if (!canBeAlike(own, other, atAGlance)) continue;
      if (!canStillBeAlike(own, ownRepeated, other, repeated[i]!, atAGlance)) continue;
      const code = codes[i]!;
      const score = similarity(bytes, starts[code]!, starts[code + 1]!);
      if (score >= floor) similar.add(code, score);
    }
  };
  const gathered = (): SimilarValues => ({
    codes: similar.people.slice(0, similar.count),
    scores: similar.scores.slice(0, similar.count),
  });

  /** What the head of the list has; undefined for a name that few have asked for. */
  const inHead = (name: string): SimilarValues | undefined => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const areas = (areasAsking.get(name) ?? 0) + 1;
    areasAsking.set(name, areas);
    if (areas < WORTH_REMEMBERING) return undefined;
    similar.count = 0;
    goThrough(name, inList, list);
    if (held > CAPACITY) {
      remembered.clear();
      held = 0;
    }
    const found = gathered();
    remembered.set(name, found);
    held += found.codes.length;
    return found;
  };

  return ({ dictionary, listed, codeOfListed }) => {
    const { size, values } = dictionary;
    const isBeyondHead = (code: number) => code >= listed.length || listed[code]! >= headSize;
    const everybody = placesBelow(size);
    const here = seenNames(values, everybody);
    const beyondHead = seenNames(values, everybody.filter(isBeyondHead));
    return (name) => {
      const known = inHead(name);
      similar.count = 0;
      if (known === undefined) goThrough(name, here, dictionary);
      else {
        const { codes, scores } = known;
        for (let i = 0; i < codes.length; i++) {
          const code = codeOfListed(codes[i]!);
          if (code >= 0) similar.add(code, scores[i]!);
        }
        goThrough(name, beyondHead, dictionary);
      }
      return gathered();
    };
  };
}

/** Some names of a dictionary as they are seen at a glance, next to each other. */
interface SeenNames {
  readonly codes: Int32Array;
  readonly seen: Int32Array;
  readonly repeated: Int32Array;
}

function seenNames(values: readonly string[], codes: Int32Array): SeenNames {
  return {
    codes,
    seen: codes.map((code) => seen(values[code]!)),
    repeated: codes.map((code) => repeatedLetterMask(values[code]!)),
  };
}

function placesBelow(end: number): Int32Array {
  const places = new Int32Array(end);
  for (let place = 0; place < end; place++) places[place] = place;
  return places;
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
