/**
 * The surnames of a ZIP area's people as they are filed, in the order of their given names: the bearers of a given name
 * stand next to each other, so that whoever goes through them reads memory from front to back. A surname is written
 * out only when somebody asks for the bearers of its given name: about one in six is on no list and has to be spelt first.
 */

import type { LocalNames } from './local-names.ts';
import { NameRows } from './name-rows.ts';

/** By place in `givenNames.people`, wherever `layOut` was asked for the given name. */
export interface FiledSurnames {
  /** Two words each: the surname as it is seen at a glance (letters-at-a-glance.ts), and the letters that it has twice. */
  readonly seen: Int32Array;
  /** Number of the surname in `list`; below 0, `-1 - n` for number n in `others`. */
  readonly numbers: Int32Array;
  /** The national list. */
  readonly list: NameRows;
  /** Surnames that are not on the list, or not as they are listed. */
  readonly others: NameRows;
  /** By code of a given name: 1 where the surnames of its bearers are written out; else `layOut` does it. */
  readonly isLaidOut: Uint8Array;
  layOut(givenName: number): void;
}

/** How the surnames of one ZIP area are known, by person (row of the area). */
export interface SurnamesByPerson {
  /** Place on the national list of a surname that is filed as it is listed; `NOT_LISTED` otherwise. */
  listedAs(person: number): number;
  /** How it is written where it is not listed, in comparable form. */
  writtenAs(person: number): string;
}

/** What lays out the surnames of one ZIP area after the other: those of one are spoilt by the next. */
export function filedSurnamesMaker(
  surnames: readonly string[],
): (givenNames: LocalNames, surnames: SurnamesByPerson) => FiledSurnames {
  const list = new NameRows(surnames);
  const others = new NameRows();
  let seen = new Int32Array(0);
  let numbers = new Int32Array(0);
  let listed = new Int32Array(0);
  return ({ people, starts, dictionary }, { listedAs, writtenAs }) => {
    const { length } = people;
    others.clear();
    if (numbers.length < length) {
      seen = new Int32Array(4 * length);
      numbers = new Int32Array(2 * length);
      listed = new Int32Array(2 * length);
    }
    const here = { seen, numbers };
    // By person, in one go: people with the same given name are far apart in the columns of the population.
    const places = listed;
    for (let person = 0; person < length; person++) places[person] = listedAs(person);
    const isLaidOut = new Uint8Array(dictionary.size);
    return {
      ...here,
      list,
      others,
      isLaidOut,
      layOut(givenName) {
        isLaidOut[givenName] = 1;
        for (let at = starts[givenName]!; at < starts[givenName + 1]!; at++) {
          const person = people[at]!;
          const place = places[person]!;
          if (place >= 0) {
            here.numbers[at] = place;
            here.seen[2 * at] = list.seen(place);
            here.seen[2 * at + 1] = list.repeated(place);
          } else {
            const other = others.add(writtenAs(person));
            here.numbers[at] = -1 - other;
            here.seen[2 * at] = others.seen(other);
            here.seen[2 * at + 1] = others.repeated(other);
          }
        }
      },
    };
  };
}
