/**
 * How like a word of a query the names of a ZIP area are, for the matcher `screening`: the best partner that the word has
 * among the words of each name, remembered as long as the area lasts, because requests share words.
 *
 * All words of the area are compared with it, sixteen at a time (text/one-to-many.ts): once as words that begin with
 * another letter, which must have far more in common with it to be as like, and then the few that begin with the same one.
 * What is remembered of a name is a byte: a whole number of parts that is not below the similarity, so that who adds bytes
 * up loses nobody. Most words are a little like each other. Not to score them all, a name without a partner at
 * `leastKnown` has the byte of just that much, until somebody needs to know better: only of names beside a very near one.
 */

import { LEAST_PARTNER } from '../matching/matchers/screening.ts';
import { KernelMemory } from '../text/kernel-memory.ts';
import { NameBlocks } from '../text/name-blocks.ts';
import { type FoundNames, OneToMany } from '../text/one-to-many.ts';
import { ungatedKernel, ungatedQuery } from '../text/ungated-query.ts';
import type { LocalWords } from './local-words.ts';

/** The parts that a similarity of 1 has in bytes. */
export const PARTS = 255;

/** With a first part below, a second one that two parts need is at `leastKnown` or above. */
const VERY_NEAR = 0.9;

/** A word of a query and the names of one kind. */
export interface NamePartners {
  /** The codes of names with a partner at or above the score of interest, some of them more than once. */
  readonly near: readonly number[];
  /** By code of a name: the parts of its best partner, rounded up, or the most that they can be. */
  readonly parts: Uint8Array;
  /** What stands in `parts` for a name of which no more is known than that it is not near. */
  readonly unknown: number;
  /** Works the parts of a name out. */
  learn(name: number): void;
  /** The similarity of the best partner in a name, exactly. */
  best(name: number): number;
}

/** Turns to the names of one kind of one ZIP area after another. */
export function namePartners(least: number): (words: LocalWords) => (asked: string) => NamePartners {
  const memory = new KernelMemory();
  const blocks = new NameBlocks(memory);
  const leastKnown = Math.min(2 * least - VERY_NEAR, least);
  const unknown = Math.ceil(PARTS * leastKnown);
  const withOtherInitial = new OneToMany(memory, ungatedKernel(leastKnown, 0), leastKnown);
  const withSameInitial = new OneToMany(memory, ungatedKernel(leastKnown), leastKnown);
  const blocksByInitial = new Map<string, NameBlocks>();
  return ({ dictionary: { values, bytes, starts }, wordStarts, words, starts: namesFrom, names }) => {
    blocks.fill(values);
    const laidOut = new Set<string>();
    /** The words that begin with a letter. */
    const beginningWith = (initial: string): NameBlocks => {
      const here = blocksByInitial.get(initial) ?? new NameBlocks(memory);
      if (laidOut.has(initial)) return here;
      const unit = initial.charCodeAt(0);
      const codes: number[] = [];
      for (let code = 0; code < values.length; code++) if (bytes[starts[code]!] === unit) codes.push(code);
      here.fill(values, codes);
      blocksByInitial.set(initial, here);
      laidOut.add(initial);
      return here;
    };

    const partnersOf = (asked: string): NamePartners => {
      const near: number[] = [];
      const parts = new Uint8Array(wordStarts.length - 1).fill(unknown);
      const remember = ({ count, places, scores }: FoundNames) => {
        for (let i = 0; i < count; i++) {
          const word = places[i]!;
          const score = scores[i]!;
          const part = Math.ceil(PARTS * score);
          for (let at = namesFrom[word]!; at < namesFrom[word + 1]!; at++) {
            const name = names[at]!;
            if (parts[name]! < part) parts[name] = part;
            if (score >= least) near.push(name);
          }
        }
      };
      remember(withOtherInitial.similar(asked, blocks));
      remember(withSameInitial.similar(asked, beginningWith(asked.slice(0, 1))));
      const similarity = ungatedQuery(asked);
      const best = (name: number): number => {
        let highest = 0;
        for (let at = wordStarts[name]!; at < wordStarts[name + 1]!; at++) {
          const word = words[at]!;
          highest = Math.max(highest, similarity(bytes, starts[word]!, starts[word + 1]!));
        }
        return highest;
      };
      return {
        near,
        parts,
        best,
        unknown,
        learn(name) {
          const score = best(name);
          parts[name] = score < LEAST_PARTNER ? 0 : Math.ceil(PARTS * score);
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
