/**
 * The surnames of a ZIP area's people as they are filed, in the order of their given names: the bearers of a given name
 * stand next to each other, so that whoever goes through them reads memory from front to back. A surname is written
 * out only when somebody asks for the bearers of its given name: about one in six is on no list and has to be spelt first,
 * once for all who are known to share it.
 *
 * The columns stand in the memory of the kernels that go through them (surname-kernels.ts).
 */

import { KernelMemory } from '../text/kernel-memory.ts';
import { AT_A_TIME, WORD } from './bearer-kernels.ts';
import type { FiledSurname } from './filed-names.ts';
import type { LocalNames } from './local-names.ts';
import { NameRows, ROW_BYTES } from './name-rows.ts';

/** By place in `givenNames.people`, wherever `layOut` was asked for the given name. */
export interface FiledSurnames {
  readonly memory: KernelMemory;
  readonly columns: SurnameColumns;
  /** The national list. */
  readonly list: NameRows;
  /** Surnames that are not on the list, or not as they are listed. */
  readonly others: NameRows;
  /** Writes out the surnames of the bearers of given names (their codes) where that is not done yet. */
  layOut(givenNames: Int32Array): void;
}

/** Addresses of columns of words. */
interface SurnameColumns {
  /** The surname as it is seen at a glance (letters-at-a-glance.ts), and the letters that it has twice or more. */
  readonly seen: number;
  readonly repeated: number;
  /** Number of the surname in `list`; below 0, `-1 - n` for number n in `others`. */
  readonly numbers: number;
  /** By code of a given name: where its bearers start, as in `LocalNames`. */
  readonly starts: number;
}

/** The surname of somebody who is laid out, by place in the columns. */
export function filedSurname({ memory, columns, list, others }: FiledSurnames, place: number): string {
  const number = memory.words[columns.numbers / WORD + place]!;
  return number >= 0 ? list.values[number]! : others.values[-1 - number]!;
}

const NOT_SPELT = -1;

/** What lays out the surnames of one ZIP area after the other: those of one are spoilt by the next. */
export function filedSurnamesMaker(
  surnames: readonly string[],
): (givenNames: LocalNames, surnames: FiledSurname) => FiledSurnames {
  const memory = new KernelMemory();
  const list = new NameRows(memory, surnames);
  const others = new NameRows(memory);
  let columns: SurnameColumns = { seen: 0, repeated: 0, numbers: 0, starts: 0 };
  let listed = new Int32Array(0);
  let spelt = new Int32Array(0);
  let roomForGivenNames = 0;
  const column = (size: number) => memory.allocate(WORD * (size + AT_A_TIME));
  const makeRoom = (people: number, givenNames: number) => {
    if (listed.length < people) {
      const room = Math.max(people, 2 * listed.length);
      columns = { ...columns, seen: column(room), repeated: column(room), numbers: column(room) };
      listed = new Int32Array(room);
      spelt = new Int32Array(room);
    }
    if (roomForGivenNames < givenNames) {
      roomForGivenNames = Math.max(givenNames, 2 * roomForGivenNames);
      columns = { ...columns, starts: column(roomForGivenNames) };
    }
  };
  return ({ people, starts, dictionary }, { listedAs, writtenAs, someoneAlike = (person) => person }) => {
    const { length } = people;
    others.clear();
    makeRoom(length, starts.length);
    const here = columns;
    memory.words.set(starts, here.starts / WORD);
    // By person, in one go: people with the same given name are far apart in the columns of the population. Below 0 of a
    // surname on no list: `-1 - n` where person n has the same.
    const [places, numbersOfOthers] = [listed, spelt];
    for (let person = 0; person < length; person++) {
      const place = listedAs(person);
      places[person] = place >= 0 ? place : -1 - someoneAlike(person);
    }
    numbersOfOthers.fill(NOT_SPELT, 0, length);
    const numberOfOther = (person: number) => {
      if (numbersOfOthers[person] === NOT_SPELT) numbersOfOthers[person] = others.add(writtenAs(person));
      return numbersOfOthers[person]!;
    };
    const isLaidOut = new Uint8Array(dictionary.size);
    const [seen, repeated, numbers] = [here.seen / WORD, here.repeated / WORD, here.numbers / WORD];
    /** Copies what a glance sees of row `number` to a place of the columns. */
    const show = (place: number, { address }: NameRows, number: number) => {
      const { words } = memory;
      const row = (address + ROW_BYTES * number) / WORD;
      words[seen + place] = words[row]!;
      words[repeated + place] = words[row + 1]!;
    };
    const layOutBearers = (givenName: number) => {
      for (let place = starts[givenName]!; place < starts[givenName + 1]!; place++) {
        const person = people[place]!;
        const number = places[person]!;
        if (number >= 0) {
          memory.words[numbers + place] = number;
          show(place, list, number);
        } else {
          const other = numberOfOther(-1 - number);
          memory.words[numbers + place] = -1 - other;
          show(place, others, other);
        }
      }
    };
    return {
      memory,
      columns: here,
      list,
      others,
      layOut(givenNames) {
        for (let i = 0; i < givenNames.length; i++) {
          const givenName = givenNames[i]!;
          if (isLaidOut[givenName] === 1) continue;
          isLaidOut[givenName] = 1;
          layOutBearers(givenName);
        }
      },
    };
  };
}
