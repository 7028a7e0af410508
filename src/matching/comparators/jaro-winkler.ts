/** Jaro-Winkler, in the variant of DuckDB and RapidFuzz. See text/jaro-winkler.ts. */

import { jaroWinklerPair } from '../../text/jaro-winkler-pair.ts';
import { jaroWinklerQuery } from '../../text/jaro-winkler-query.ts';
import { jaroWinklerBound } from '../../text/letter-bag.ts';
import { jaroWinklerKernel } from '../../text/one-to-many.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const jaroWinkler: Comparator = {
  id: 'jaro-winkler',
  label: 'Jaro-Winkler',
  describe: 'Jaro similarity with a bonus of 0.1 per common first letter (at most 4) where Jaro is above 0.7',
  compare: jaroWinklerPair,
  scan: { bound: jaroWinklerBound, kernel: jaroWinklerKernel },
  query(dictionary, value, floor) {
    const { bytes, starts } = dictionary;
    const similarity = jaroWinklerQuery(value);
    return scanningQuery(dictionary, value, floor, jaroWinklerBound, (code) =>
      similarity(bytes, starts[code]!, starts[code + 1]!),
    );
  },
};
