/**
 * The words of one of the two names of a ZIP area's people: each different word once, and the names that it is in. Nearly all names are one
 * word, so this is little more than the names themselves.
 */

import type { Dictionary } from '../matching/dictionary.ts';
import { type LocalNames, localNamesMaker, NOT_LISTED } from './local-names.ts';

export interface LocalWords {
  readonly dictionary: Dictionary;
  /** The words of a name, by its code: `words[wordStarts[code]..wordStarts[code + 1])`. */
  readonly wordStarts: Int32Array;
  readonly words: Int32Array;
  /** Names with a word, by its code: `names[starts[code]..starts[code + 1])`; a name with it twice is there twice. */
  readonly starts: Int32Array;
  readonly names: Int32Array;
}

/**
 * What makes the words of one ZIP area's names after the other, with the scratch space of `localNamesMaker`.
 * @param list the national list that the names are on
 * @param wordsOf the words of a name of several words
 */
export function localWordsMaker(
  list: Dictionary,
  wordsOf: (name: string) => readonly string[],
): (names: LocalNames) => LocalWords {
  const maker = localNamesMaker(list);
  return ({ dictionary: { values }, listed }) => {
    const nameOf: number[] = [];
    const words: (string | undefined)[] = [];
    values.forEach((value, code) => {
      if (!value.includes(' ')) {
        nameOf.push(code);
        words.push(code < listed.length ? undefined : value);
        return;
      }
      for (const word of wordsOf(value)) {
        nameOf.push(code);
        words.push(word);
      }
    });
    const { dictionary, codes, starts, people } = maker(
      nameOf.length,
      (place) => (words[place] === undefined ? listed[nameOf[place]!]! : NOT_LISTED),
      (place) => words[place]!,
    );
    const wordStarts = new Int32Array(values.length + 1);
    for (const name of nameOf) wordStarts[name + 1]! += 1;
    for (let name = 0; name < values.length; name++) wordStarts[name + 1]! += wordStarts[name]!;
    return { dictionary, wordStarts, words: codes, starts, names: people.map((place) => nameOf[place]!) };
  };
}
