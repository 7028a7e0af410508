/**
 * How far the names of a ZIP area's people agree with one that is asked for, as levels of the Fellegi-Sunter fields. A
 * level above 0 has a mark that is quick to see (fields.ts), so that names without any need no comparison in full.
 */

import { jaroWinkler } from '../matching/comparators/jaro-winkler.ts';
import { nickname } from '../matching/comparators/nickname.ts';
import type { Dictionary } from '../matching/dictionary.ts';
import { ALIKE, type ComparisonField, MISSING } from '../matching/fellegi-sunter/fields.ts';
import { doubleMetaphoneKeys } from '../text/double-metaphone.ts';
import { jaroWinklerPair } from '../text/jaro-winkler-pair.ts';
import { splitSuffix, surnamesOf } from '../text/surnames.ts';
import type { LocalNames } from './local-names.ts';
import { givenNameSearch } from './similar-names.ts';

/** In place of a level: 0 or 1, by the sound, which has not been compared. */
export const UNHEARD = -2;
const UNKNOWN = -3;

/** Levels of surnames to one that is asked for; spoilt when the next is asked for. */
export interface SurnameLevels {
  /**
   * The level of a surname in comparable form.
   * @param listed its place on the national list, or below 0
   * @param withSound whether 0 and 1 must be told apart; else `UNHEARD` may stand for them
   */
  level(surname: string, listed: number, withSound: boolean): number;
}

/**
 * Levels of surnames, those of the national list worked out once a request.
 * @param field that of the surname; what is asked for has no suffix, as it has it, others may have one
 */
export function surnameLevels(
  list: Dictionary,
  field: Pick<ComparisonField, 'levelOf'>,
): (asked: string) => SurnameLevels {
  const sounds = list.keyed(doubleMetaphoneKeys);
  const known = new Int8Array(list.size).fill(UNKNOWN);
  let touched: number[] = [];

  return (asked) => {
    for (const place of touched) known[place] = UNKNOWN;
    touched = [];
    if (asked === '') return { level: () => MISSING };
    const alike = jaroWinkler.query(list, asked, ALIKE);
    const [sound] = doubleMetaphoneKeys(asked);
    const parts = surnamesOf(asked);
    const soundless = sound === undefined ? 0 : UNHEARD;

    /** The level without the sound. Each part of a surname stands in it, letter for letter. */
    const seen = (surname: string, listed: number): number => {
      if (surname === '') return MISSING;
      const hasParts = surname.includes(' ');
      if (hasParts && splitSuffix(surname).suffix !== '') {
        return field.levelOf(asked, splitSuffix(surname).surname);
      }
      const isAlike =
        (hasParts || parts.length > 1) && parts.some((part) => surname.includes(part))
          ? true
          : listed >= 0
            ? alike.scoreOf(listed) > 0
            : jaroWinklerPair(asked, surname) >= ALIKE;
      return isAlike ? field.levelOf(asked, surname) : soundless;
    };
    return {
      level(surname, listed, withSound) {
        let level = listed < 0 ? seen(surname, listed) : known[listed]!;
        if (level === UNKNOWN) {
          level = seen(surname, listed);
          known[listed] = level;
          touched.push(listed);
        }
        if (level === UNHEARD && withSound) {
          const keys = listed < 0 ? doubleMetaphoneKeys(surname) : sounds.keys(listed);
          level = keys[0] === sound ? 1 : 0;
          if (listed >= 0) known[listed] = level;
        }
        return level;
      },
    };
  };
}

/** Codes of given names with their levels. */
export interface GivenNameLevels {
  readonly codes: Int32Array;
  readonly levels: Int8Array;
}

const NOBODY: GivenNameLevels = { codes: new Int32Array(0), levels: new Int8Array(0) };

/**
 * Turns to one ZIP area after another: what finds its given names with a level above 0 to one that is asked for, and
 * with them the missing one; searched for once in each area however many requests ask.
 */
export function givenNameLevels(
  list: Dictionary,
  field: Pick<ComparisonField, 'levelOf'>,
): (names: LocalNames) => (asked: string) => GivenNameLevels {
  const alikeIn = givenNameSearch(jaroWinkler, list, ALIKE);
  const nicknamesIn = givenNameSearch(nickname, list, Number.MIN_VALUE);
  return (names) => {
    const { dictionary } = names;
    const { values } = dictionary;
    const alike = alikeIn(names);
    const nicknames = nicknamesIn(names);
    const missing = dictionary.codeOf('');
    const initials = values.flatMap((value, code) => (value.length === 1 ? [code] : []));
    const remembered = new Map<string, GivenNameLevels>();

    const find = (asked: string): GivenNameLevels => {
      const near = new Set([...alike(asked).codes, ...nicknames(asked).codes]);
      if (asked.length === 1) {
        for (let code = 0; code < values.length; code++) if (values[code]![0] === asked) near.add(code);
      }
      for (const code of initials) if (values[code] === asked[0]) near.add(code);
      if (missing >= 0) near.add(missing);
      const codes = Int32Array.from(near);
      const levels = Int8Array.from(codes, (code) =>
        code === missing ? MISSING : field.levelOf(asked, values[code]!),
      );
      return { codes, levels };
    };
    return (asked) => {
      let found = remembered.get(asked);
      if (found === undefined) {
        found = asked === '' ? NOBODY : find(asked);
        remembered.set(asked, found);
      }
      return found;
    };
  };
}
