/** Levenshtein: 1 minus the edits needed over the length of the longer value. See text/levenshtein.ts. */

import { levenshteinQuery } from '../../text/edit-query.ts';
import { levenshteinBound } from '../../text/letter-bag.ts';
import { levenshteinSimilarity } from '../../text/levenshtein.ts';
import { levenshteinKernel } from '../../text/one-to-many.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const levenshtein: Comparator = {
  id: 'levenshtein',
  label: 'Levenshtein',
  describe: '1 - edits / length of the longer value; insertion, deletion and substitution cost 1 each',
  compare: levenshteinSimilarity,
  scan: { bound: levenshteinBound, kernel: levenshteinKernel },
  query(dictionary, value, floor) {
    const { bytes, starts } = dictionary;
    const similarity = levenshteinQuery(value);
    return scanningQuery(dictionary, value, floor, levenshteinBound, (code) =>
      similarity(bytes, starts[code]!, starts[code + 1]!),
    );
  },
};
