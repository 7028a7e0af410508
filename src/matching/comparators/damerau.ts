/** Damerau, as optimal string alignment: Levenshtein with exchanged neighbours for one edit. See text/damerau.ts. */

import { damerauSimilarity } from '../../text/damerau.ts';
import { damerauQuery } from '../../text/edit-query.ts';
import { levenshteinBound } from '../../text/letter-bag.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const damerau: Comparator = {
  id: 'damerau',
  label: 'Damerau (optimal string alignment)',
  describe: '1 - edits / length of the longer value; as Levenshtein, and exchanging neighbours costs 1',
  compare: damerauSimilarity,
  query(dictionary, value, floor) {
    const { bytes, starts } = dictionary;
    const similarity = damerauQuery(value);
    return scanningQuery(dictionary, value, floor, levenshteinBound, (code) =>
      similarity(bytes, starts[code]!, starts[code + 1]!),
    );
  },
};
