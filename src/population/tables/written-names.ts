/**
 * How listed names are written in full. The Census and Social Security lists hold A to Z only; people write GARCÍA,
 * DE LA CRUZ, O'BRIEN, JEAN-BAPTISTE. A name of this table belongs to a spelling tradition (whose accents only its
 * own people write) or to `any`; `+` is a space. Leaving out all but its letters gives the listed name.
 */

import { normaliseName } from '../../text/normalise.ts';
import { field, readTable } from './csv.ts';

export interface WrittenNames {
  /** By tradition (not `any`): the full spelling of a listed surname. */
  readonly surnames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By tradition: the full spelling of one word of a given name. */
  readonly givenNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Surnames of several parts in any tradition, accents apart: DELACRUZ is DE LA CRUZ, OBRIEN O'BRIEN. */
  readonly parted: ReadonlyMap<string, string>;
}

/** Reads the table. */
export function readWrittenNames(): WrittenNames {
  const surnames = new Map<string, Map<string, string>>();
  const givenNames = new Map<string, Map<string, string>>();
  const parted = new Map<string, string>();
  for (const row of readTable('written-names.csv').rows) {
    const kind = field(row, 0) === 'surname' ? surnames : givenNames;
    const tradition = field(row, 1);
    const spellings = kind.get(tradition) ?? new Map<string, string>();
    kind.set(tradition, spellings);
    for (const entry of field(row, 2).split(' ')) {
      const written = entry.replaceAll('+', ' ');
      const listed = lettersOf(written);
      if (tradition !== 'any') spellings.set(listed, written);
      const plain = withoutAccents(written);
      if (plain !== listed && !parted.has(listed)) parted.set(listed, plain);
    }
  }
  return { surnames, givenNames, parted };
}

/** A written name as the lists have it: A to Z alone. */
export function lettersOf(written: string): string {
  return normaliseName(written).replaceAll(' ', '');
}

/** The same name, parts and all, in the letters A to Z. */
export function withoutAccents(written: string): string {
  return written.replace(/[^ '.-]+/g, normaliseName);
}
