/**
 * Names of other scripts and the spellings that one name has in Latin letters. A spelling may belong to several names:
 * CHANG is Zhang in Taiwan and Jang in Korea.
 */

import { field, readTable } from './csv.ts';

export interface Transliterations {
  readonly language: string;
  /** Spellings of one name, the usual one first; `A` to `Z`, words parted by a space. */
  readonly spellings: readonly string[];
}

/** Reads the groups of spellings. */
export function readTransliterations(): readonly Transliterations[] {
  return readTable('transliterations.csv').rows.flatMap((row) =>
    field(row, 1)
      .split(';')
      .map((group) => ({
        language: field(row, 0),
        spellings: [...new Set(group.split(' ').map((name) => name.replaceAll('+', ' ')))],
      })),
  );
}
