/**
 * The names of a ZIP area's people as bags of words: those of each name, sorted and different;
 * those of a whole person but for the middle name; and the people who have a word in both names.
 */

import type { LocalNames } from './local-names.ts';
import type { ZipNames } from './zip-names.ts';

/** The names of one kind, by code. */
export interface SortedNames {
  readonly words: (code: number) => readonly string[];
  /** The words parted by spaces, also as `bytes[starts[code]..ends[code])`. */
  readonly written: readonly string[];
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 for a name written as one word. */
  readonly isOne: Uint8Array;
  length(code: number): number;
}

/** @param wordsIn the words that count of a name of several */
export function sortedNames(
  { dictionary: { values, bytes, starts } }: LocalNames,
  wordsIn: (name: string) => readonly string[],
): SortedNames {
  const sorted = bytes.slice();
  const ends = starts.slice(1);
  const isOne = new Uint8Array(values.length).fill(1);
  const several = new Map<number, readonly string[]>();
  const whole = values.slice();
  values.forEach((value, code) => {
    if (!value.includes(' ')) return;
    const words = [...new Set(wordsIn(value))].sort();
    several.set(code, words);
    isOne[code] = 0;
    const written = words.join(' ');
    whole[code] = written;
    for (let i = 0; i < written.length; i++) sorted[starts[code]! + i] = written.charCodeAt(i);
    ends[code] = starts[code]! + written.length;
  });
  return {
    words: (code) => several.get(code) ?? [values[code]!],
    written: whole,
    bytes: sorted,
    starts,
    ends,
    isOne,
    length: (code) => ends[code]! - starts[code]!,
  };
}

/** The different words of a person's two names, sorted; remembered. */
export function wordsOfPeople(
  { surnames, givenNames }: ZipNames,
  surnameWords: SortedNames,
  givenNameWords: SortedNames,
): (person: number) => readonly string[] {
  const known: (readonly string[] | undefined)[] = [];
  const wordsOf = (person: number) => [
    ...new Set(
      [
        ...surnameWords.words(surnames.codes[person]!),
        ...givenNameWords.words(givenNames.codes[person]!),
      ].sort(),
    ),
  ];
  return (person) => {
    known[person] ??= wordsOf(person);
    return known[person];
  };
}

/** The people who have a word in both names, such as THOMAS THOMAS. */
export function peopleWithWordTwice({
  surnames,
  givenNames,
  surnameWords,
  givenNameWords,
}: ZipNames): readonly number[] {
  const [inSurnames, inGivenNames] = [surnameWords(), givenNameWords()];
  const twice: number[] = [];
  inSurnames.dictionary.values.forEach((value, word) => {
    const given = inGivenNames.dictionary.codeOf(value);
    if (given < 0) return;
    for (let at = inSurnames.starts[word]!; at < inSurnames.starts[word + 1]!; at++) {
      const name = inSurnames.names[at]!;
      for (let b = surnames.starts[name]!; b < surnames.starts[name + 1]!; b++) {
        const person = surnames.people[b]!;
        const name = givenNames.codes[person]!;
        const [from, to] = [inGivenNames.wordStarts[name]!, inGivenNames.wordStarts[name + 1]!];
        for (let c = from; c < to; c++) if (inGivenNames.words[c] === given) twice.push(person);
      }
    }
  });
  return [...new Set(twice)];
}
