/** Jaccard of bigrams: the share of neighbouring pairs of characters in both values. See text/jaccard-bigram.ts. */

import { bigramsOf, jaccardBigramSimilarity, jaccardSimilarity } from '../../text/jaccard-bigram.ts';
import { type Comparator, keyedQuery } from '../comparator.ts';

/** As a function of its own, so that a dictionary knows its index again. */
const keysOf = (value: string) => [...bigramsOf(value)];

export const jaccardBigram: Comparator = {
  id: 'jaccard-bigram',
  label: 'Jaccard of bigrams',
  describe: 'pairs of neighbouring characters in both values over those in either, each pair counted once',
  compare: jaccardBigramSimilarity,
  looksUp: true,
  query(dictionary, value, floor) {
    const own = bigramsOf(value);
    const { values } = dictionary;
    return keyedQuery(dictionary, value, floor, keysOf, (code) =>
      jaccardSimilarity(own, bigramsOf(values[code]!)),
    );
  },
};
