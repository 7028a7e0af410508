/**
 * From the A to Z of the lists to how a person spells the name: accents where their language has them, particles,
 * apostrophes and hyphens where the name has parts. Undone by `lettersOf` (tables/written-names.ts), always.
 */

import type { Tables } from '../tables.ts';
import type { NamingSystem } from './systems.ts';

export interface Spelling {
  /**
   * A surname.
   * @param listed as listed (DELEON), or in a form that no table has
   * @param isParted whether its parts are written apart
   */
  surname(listed: string, system: NamingSystem, hasAccents: boolean, isParted: boolean): string;
  /** A given name, of one word or several. */
  givenName(listed: string, system: NamingSystem, hasAccents: boolean): string;
}

const LETTERS_ONLY = /^[A-Z]*$/;

/** Writes names by the table of written names. */
export function spelling({ writtenNames }: Tables): Spelling {
  const { surnames, givenNames, parted } = writtenNames;
  return {
    surname(listed, system, hasAccents, isParted) {
      const accented = hasAccents ? surnames.get(system.spelling)?.get(listed) : undefined;
      if (isParted) return accented ?? parted.get(listed) ?? listed;
      const spelt = accented ?? listed;
      return LETTERS_ONLY.test(spelt) ? spelt : spelt.replace(/[^\p{L}\p{M}]/gu, '');
    },
    givenName(listed, system, hasAccents) {
      const spellings = hasAccents ? givenNames.get(system.spelling) : undefined;
      if (!listed.includes(' ')) return spellings?.get(listed) ?? listed;
      return listed
        .split(' ')
        .map((word) => spellings?.get(word) ?? word)
        .join(system.hyphenatedGivenName ? '-' : ' ');
    },
  };
}
