/** Short lists of words to draw from by one random word. */

import { uniform } from '../../random/stream.ts';

export interface WeightedWords {
  readonly words: readonly string[];
  /** The place of a word, from a random word. */
  draw(word: number): number;
}

/** A list whose words are drawn in proportion to their weights. */
export function weightedWords(entries: readonly (readonly [word: string, weight: number])[]): WeightedWords {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let running = 0;
  const upTo = entries.map(([, weight]) => {
    running += weight;
    return running / total;
  });
  upTo[upTo.length - 1] = 1;
  return {
    words: entries.map(([word]) => word),
    draw(word) {
      const chance = uniform(word);
      let place = 0;
      while (upTo[place]! <= chance) place++;
      return place;
    },
  };
}
