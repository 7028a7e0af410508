/**
 * How like a word of a query the names of a ZIP area are, for the matcher `screening`: the best partner that the word has
 * among the words of each name, remembered as long as the area lasts, because requests share words.
 *
 * Near names, at or above the score of interest, are found once for a word by going through all words, most of which
 * are passed over by their letters. How near any other name is, is worked out when somebody asks, and remembered as
 * a byte: a whole number of parts that is not below the similarity, so that who adds bytes up loses nobody.
 */

import { LEAST_PARTNER } from '../matching/matchers/screening.ts';
import { PREFIX_LONGEST } from '../text/jaro-winkler.ts';
import type { ByteSimilarity } from '../text/jaro-winkler-query.ts';
import { bitCount, letterMask, repeatedLetterMask } from '../text/letter-bag.ts';
import {
  commonPrefix,
  LONGEST_BOUNDED,
  type NeededInCommon,
  neededInCommon,
  ungatedQuery,
} from '../text/ungated-query.ts';
import type { LocalWords } from './local-words.ts';

/** The parts that a similarity of 1 has in bytes; a byte is one more, as 0 stands for what nobody has asked for. */
export const PARTS = 254;
const NOT_ASKED = 0;
const NO_PARTNER = 1;

/** A word of a query and the names of one kind. */
export interface NamePartners {
  /** The codes of names with a partner at or above the score of interest, each once. */
  readonly near: readonly number[];
  /** By code of a name: 0, or one more than the parts of its best partner, rounded up; `ask` fills it in. */
  readonly known: Uint8Array;
  ask(name: number): number;
  /** The similarity of the best partner in a name, exactly. */
  best(name: number): number;
}

/** Turns to the names of one kind of one ZIP area after another. */
export function namePartners(least: number): (words: LocalWords) => (asked: string) => NamePartners {
  const neededToBeNear = neededInCommon(least);
  const neededToCount = neededInCommon(LEAST_PARTNER);
  return (words) => {
    const { size, bytes, starts, letters, values } = words.dictionary;
    const names = words.wordStarts.length - 1;
    const repeated = Int32Array.from(values, repeatedLetterMask);
    const lengths = Uint8Array.from(values, ({ length }) => Math.min(length, LONGEST_BOUNDED));
    const initials = Uint8Array.from(values, (_, word) => bytes[starts[word]!]!);

    const partnersOf = (asked: string): NamePartners => {
      const { length } = asked;
      const [mask, twice] = [letterMask(asked), repeatedLetterMask(asked)];
      const initial = asked.charCodeAt(0);
      const similarity: ByteSimilarity = ungatedQuery(asked);
      const similarityOf = (word: number) => similarity(bytes, starts[word]!, starts[word + 1]!);
      const canReach = (word: number, { shared }: NeededInCommon): boolean => {
        const prefix = commonPrefix(asked, bytes, starts[word]!, starts[word + 1]!);
        const least = shared[prefix]![lengths[word]!]!;
        const [theirs, theirTwice] = [letters[word]!, repeated[word]!];
        return (
          length - bitCount(mask & ~theirs) - bitCount(twice & ~theirTwice) >= least &&
          starts[word + 1]! - starts[word]! - bitCount(theirs & ~mask) - bitCount(theirTwice & ~twice) >=
            least
        );
      };

      const findNear = (): readonly number[] => {
        const near = new Set<number>();
        const needed = neededToBeNear(length);
        const [other, same] = [needed.apart[0]!, needed.apart[PREFIX_LONGEST]!];
        for (let word = 0; word < size; word++) {
          const most = initials[word] === initial ? same : other;
          if (bitCount(mask ^ letters[word]!) > most[lengths[word]!]!) continue;
          if (!canReach(word, needed) || similarityOf(word) < least) continue;
          for (let at = words.starts[word]!; at < words.starts[word + 1]!; at++) near.add(words.names[at]!);
        }
        return [...near];
      };

      const needed = neededToCount(length);
      const ofWords = new Uint8Array(size);
      const askWord = (word: number): number => {
        const best = canReach(word, needed) ? similarityOf(word) : 0;
        const parts = best < LEAST_PARTNER ? NO_PARTNER : 1 + Math.ceil(PARTS * best);
        ofWords[word] = parts;
        return parts;
      };
      const known = new Uint8Array(names);
      return {
        near: findNear(),
        known,
        ask(name) {
          let most = NO_PARTNER;
          for (let at = words.wordStarts[name]!; at < words.wordStarts[name + 1]!; at++) {
            const word = words.words[at]!;
            const parts = ofWords[word] === NOT_ASKED ? askWord(word) : ofWords[word]!;
            if (parts > most) most = parts;
          }
          known[name] = most;
          return most;
        },
        best(name) {
          let best = 0;
          for (let at = words.wordStarts[name]!; at < words.wordStarts[name + 1]!; at++) {
            best = Math.max(best, similarityOf(words.words[at]!));
          }
          return best;
        },
      };
    };

    const remembered = new Map<string, NamePartners>();
    return (asked) => {
      let partners = remembered.get(asked);
      if (partners === undefined) {
        partners = partnersOf(asked);
        remembered.set(asked, partners);
      }
      return partners;
    };
  };
}
