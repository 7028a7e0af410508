/** Exact: 1 when the normalised values are the same, else 0. A missing value agrees with nothing. */

import { exactBound, exactSimilarity } from '../../text/exact.ts';
import type { Comparator } from '../comparator.ts';

export const exact: Comparator = {
  id: 'exact',
  label: 'Exact',
  describe: 'the same value after normalisation',
  compare: exactSimilarity,
  looksUp: true,
  scan: { bound: exactBound },
  query(dictionary, value) {
    const same = value === '' ? -1 : dictionary.codeOf(value);
    return {
      scoreOf: (code) => (code === same ? 1 : 0),
      all: () => ({
        codes: Int32Array.from(same < 0 ? [] : [same]),
        scores: Float64Array.from(same < 0 ? [] : [1]),
      }),
    };
  },
};
