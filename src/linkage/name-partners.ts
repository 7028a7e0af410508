/**
 * How like a word of a query the names of a ZIP area are, for the matcher `screening`: the best partner that the word has
 * among the words of each name, remembered as long as the area lasts, because requests share words.
 *
 * All words of the area are compared with it, sixteen at a time (text/one-to-many.ts). What is remembered of a name is a
 * byte: a whole number of parts that is not below the similarity, so that who adds bytes up loses nobody. Most words are
 * a little like each other. Not to score them all, a name without a partner at `leastKnown` has the byte of just that
 * much; it is set below what a second part needs beside a perfect first one, so that with two parts it still tells.
 */

import { LEAST_PARTNER } from '../matching/matchers/screening.ts';
import { KernelMemory } from '../text/kernel-memory.ts';
import { NameBlocks } from '../text/name-blocks.ts';
import { OneToMany } from '../text/one-to-many.ts';
import { ungatedKernel, ungatedQuery } from '../text/ungated-query.ts';
import type { LocalWords } from './local-words.ts';

/** The parts that a similarity of 1 has in bytes. */
export const PARTS = 255;
/** Somewhat more than a byte is rounded up by. */
const PART = 0.01;

/** A word of a query and the names of one kind. */
export interface NamePartners {
  /** The codes of names with a partner at or above the score of interest, each once. */
  readonly near: readonly number[];
  /** By code of a name: the parts of its best partner, rounded up, or the most that it can be. */
  readonly parts: Uint8Array;
  /** The similarity of the best partner in a name, exactly. */
  best(name: number): number;
}

/** Turns to the names of one kind of one ZIP area after another. */
export function namePartners(least: number): (words: LocalWords) => (asked: string) => NamePartners {
  const memory = new KernelMemory();
  const blocks = new NameBlocks(memory);
  const leastKnown = Math.max(2 * least - 1 - PART, LEAST_PARTNER);
  const unknown = leastKnown > LEAST_PARTNER ? Math.ceil(PARTS * leastKnown) : 0;
  const oneToMany = new OneToMany(memory, ungatedKernel(leastKnown), leastKnown);
  return ({ dictionary: { values, bytes, starts }, wordStarts, words, starts: namesFrom, names }) => {
    blocks.fill(values);

    const partnersOf = (asked: string): NamePartners => {
      const near = new Set<number>();
      const parts = new Uint8Array(wordStarts.length - 1).fill(unknown);
      const { count, places, scores } = oneToMany.similar(asked, blocks);
      for (let i = 0; i < count; i++) {
        const word = places[i]!;
        const score = scores[i]!;
        const part = Math.ceil(PARTS * score);
        for (let at = namesFrom[word]!; at < namesFrom[word + 1]!; at++) {
          const name = names[at]!;
          if (parts[name]! < part) parts[name] = part;
          if (score >= least) near.add(name);
        }
      }
      const similarity = ungatedQuery(asked);
      return {
        near: [...near],
        parts,
        best(name) {
          let best = 0;
          for (let at = wordStarts[name]!; at < wordStarts[name + 1]!; at++) {
            const word = words[at]!;
            best = Math.max(best, similarity(bytes, starts[word]!, starts[word + 1]!));
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
