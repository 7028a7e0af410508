/**
 * One of the two names of everybody in a ZIP area: the different ones as a dictionary of this area alone, and who bears
 * each.
 */

import { type Dictionary, partDictionary } from '../matching/dictionary.ts';
import { KernelMemory } from '../text/kernel-memory.ts';
import { NameBlocks } from '../text/name-blocks.ts';

/** One of the two names of everybody in a ZIP area. */
export interface LocalNames {
  readonly dictionary: Dictionary;
  /** By person (row of the ZIP area): code in the dictionary. */
  readonly codes: Int32Array;
  /** Codes below are of names on the national list; by code their places on it. */
  readonly listed: readonly number[];
  /** The code of a name by its place on the national list, or -1 where nobody here bears it. */
  codeOfListed(place: number): number;
  /** The people with a name, by code: `people[starts[code]..starts[code + 1])`. */
  readonly starts: Int32Array;
  readonly people: Int32Array;
  /** The names of the dictionary laid out for kernels; filled when first asked for, once for all comparators. */
  blocks(): NameBlocks;
}

/** In place of a place on the national list: a name that is not written as it is listed. */
export const NOT_LISTED = -1;

/**
 * What makes the names of one ZIP area after the other: what it made for one is spoilt when it makes the next.
 * @param listedAs place on the list of a person's name, or `NOT_LISTED`; `writtenAs` then says how it is written
 */
export function localNamesMaker(list: Dictionary) {
  // By place on the list: one more than the code here.
  const codeHere = new Int32Array(list.size);
  let listed: number[] = [];
  let blocks: NameBlocks | undefined;
  return (
    people: number,
    listedAs: (person: number) => number,
    writtenAs: (person: number) => string,
  ): LocalNames => {
    for (const place of listed) codeHere[place] = 0;
    listed = [];
    const here: number[] = listed;
    const others = new Map<string, number>();
    const codes = new Int32Array(people);
    for (let person = 0; person < people; person++) {
      let place = listedAs(person);
      if (place === NOT_LISTED) {
        const written = writtenAs(person);
        place = list.codeOf(written);
        if (place < 0) {
          let other = others.get(written);
          if (other === undefined) {
            other = others.size;
            others.set(written, other);
          }
          codes[person] = -1 - other;
          continue;
        }
      }
      if (codeHere[place] === 0) codeHere[place] = here.push(place);
      codes[person] = codeHere[place]! - 1;
    }
    for (let person = 0; person < people; person++) {
      if (codes[person]! < 0) codes[person] = here.length - 1 - codes[person]!;
    }
    const codeOfListed = (place: number) => codeHere[place]! - 1;
    const dictionary = partDictionary(list, here, [...others.keys()], codeOfListed);
    return {
      dictionary,
      codes,
      listed: here,
      codeOfListed,
      ...byCode(codes, here.length + others.size),
      blocks() {
        blocks ??= new NameBlocks(new KernelMemory());
        if (blocks.names !== dictionary.values) blocks.fillSpelt(dictionary);
        return blocks;
      },
    };
  };
}

/** The places of each code in a column: those of code c are `people[starts[c]..starts[c + 1])`. */
function byCode(codes: Int32Array, size: number) {
  const starts = new Int32Array(size + 1);
  for (let person = 0; person < codes.length; person++) starts[codes[person]! + 1]! += 1;
  for (let code = 0; code < size; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const people = new Int32Array(codes.length);
  for (let person = 0; person < codes.length; person++) people[next[codes[person]!]!++] = person;
  return { starts, people };
}
