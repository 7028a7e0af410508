/** Jaro, in the variant of DuckDB and RapidFuzz. See text/jaro-winkler.ts. */

import { jaroPair } from '../../text/jaro-winkler-pair.ts';
import { jaroQuery } from '../../text/jaro-winkler-query.ts';
import { jaroBound } from '../../text/letter-bag.ts';
import { type Comparator, scanningQuery } from '../comparator.ts';

export const jaro: Comparator = {
  id: 'jaro',
  label: 'Jaro',
  describe: 'characters in common near the same place, less half of those out of order; no bonus',
  compare: jaroPair,
  query(dictionary, value, floor) {
    const { bytes, starts } = dictionary;
    const similarity = jaroQuery(value);
    return scanningQuery(dictionary, value, floor, jaroBound, (code) =>
      similarity(bytes, starts[code]!, starts[code + 1]!),
    );
  },
};
