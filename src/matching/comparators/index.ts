/** The comparators: equality, then by characters, by sound, by words, by meaning. */

import type { Comparator } from '../comparator.ts';
import { damerau } from './damerau.ts';
import { doubleMetaphone } from './double-metaphone.ts';
import { exact } from './exact.ts';
import { jaccardBigram } from './jaccard-bigram.ts';
import { jaro } from './jaro.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { levenshtein } from './levenshtein.ts';
import { nickname } from './nickname.ts';
import { nysiis } from './nysiis.ts';
import { soundex } from './soundex.ts';
import { tokenSet } from './token-set.ts';
import { tokenSort } from './token-sort.ts';

export const comparators: readonly Comparator[] = [
  exact,
  levenshtein,
  damerau,
  jaro,
  jaroWinkler,
  jaccardBigram,
  soundex,
  nysiis,
  doubleMetaphone,
  tokenSort,
  tokenSet,
  nickname,
];
