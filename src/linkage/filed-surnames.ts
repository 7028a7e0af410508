/**
 * The surnames of a ZIP area's people as they are filed, in the order of their given names: the bearers of a given name
 * stand next to each other, so that whoever goes through them reads memory from front to back. A surname is written
 * out only when somebody asks for the bearers of its given name: about one in six is on no list and has to be spelt first,
 * once for all who are known to share it. Those of no list that are common are spelt once for all areas, and stand at the
 * end of the list from then on.
 *
 * The columns stand in the memory of the kernels that fill them and go through them (surname-layout.ts, bearer-kernels.ts).
 */

import { KernelMemory } from '../text/kernel-memory.ts';
import { AT_A_TIME, WORD } from './bearer-kernels.ts';
import type { FiledSurname } from './filed-names.ts';
import type { LocalNames } from './local-names.ts';
import { GLANCE_BYTES, NameRows } from './name-rows.ts';
import { surnameLayout } from './surname-layout.ts';

/** By place in `givenNames.people`, wherever `layOut` was asked for the given name. */
export interface FiledSurnames {
  readonly memory: KernelMemory;
  readonly columns: SurnameColumns;
  /** The national list, and what was added to it. */
  readonly list: NameRows;
  /** Numbers below, from 0, are places on the national list. */
  readonly onNationalList: number;
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

/** Addresses of what is worked with besides. */
interface Workspace extends SurnameColumns {
  /** Given names asked for; and by given name a byte, 1 where the bearers are laid out. */
  readonly asked: number;
  readonly isLaidOut: number;
  /** By place in the columns the person. */
  readonly people: number;
  /** By person the number of the surname in `list`; below 0, `-1 - n` where person n has the same. */
  readonly numbersByPerson: number;
  /** Places of surnames to be spelt. */
  readonly unlisted: number;
}

const NOT_SPELT = -1;

/** What lays out the surnames of one ZIP area after the other: those of one are spoilt by the next. */
export function filedSurnamesMaker(
  surnames: readonly string[],
): (givenNames: LocalNames, surnames: FiledSurname) => FiledSurnames {
  const memory = new KernelMemory();
  const list = new NameRows(memory, surnames);
  const others = new NameRows(memory);
  const layOutSurnames = surnameLayout(memory);
  const roomFor = workspaces(memory);
  // By person: as `numbersByPerson`, which memory that grows would leave; and the number of a surname that has been spelt.
  let byPerson = new Int32Array(0);
  let spelt = new Int32Array(0);
  const added = addedTo(list);
  return (givenNames, { listedAs, writtenAs, someoneAlike = (person) => person, commonAs = () => -1 }) => {
    const size = givenNames.people.length;
    const here = roomFor(size, givenNames.starts.length);
    const { seen, repeated, numbers, starts, asked, isLaidOut, people, numbersByPerson, unlisted } = here;
    others.clear();
    memory.words.set(givenNames.starts, starts / WORD);
    memory.words.set(givenNames.people, people / WORD);
    memory.bytes.fill(0, isLaidOut, isLaidOut + givenNames.starts.length);
    if (spelt.length < size) {
      spelt = new Int32Array(2 * size);
      byPerson = new Int32Array(2 * size);
    }
    // By person, in one go: people with the same given name are far apart in the columns of the population.
    for (let person = 0; person < size; person++) {
      const place = listedAs(person);
      if (place >= 0) byPerson[person] = place;
      else {
        const common = commonAs(person);
        byPerson[person] = common < 0 ? -1 - someoneAlike(person) : added(common, person, writtenAs);
      }
    }
    memory.words.set(byPerson.subarray(0, size), numbersByPerson / WORD);
    const speltHere = spelt.fill(NOT_SPELT, 0, size);
    const layOutUnlisted = (place: number) => {
      const person = -1 - memory.words[numbers / WORD + place]!;
      if (speltHere[person] === NOT_SPELT) speltHere[person] = others.add(writtenAs(person));
      const number = speltHere[person]!;
      const { words } = memory;
      const glance = (others.glances + GLANCE_BYTES * number) / WORD;
      words[numbers / WORD + place] = -1 - number;
      words[seen / WORD + place] = words[glance]!;
      words[repeated / WORD + place] = words[glance + 1]!;
    };
    return {
      memory,
      columns: here,
      list,
      onNationalList: surnames.length,
      others,
      layOut(codes) {
        memory.words.set(codes, asked / WORD);
        const end = layOutSurnames(
          asked,
          asked + WORD * codes.length,
          isLaidOut,
          starts,
          people,
          numbersByPerson,
          list.glances,
          seen,
          repeated,
          numbers,
          unlisted,
        );
        for (let at = unlisted; at < end; at += WORD) layOutUnlisted(memory.words[at / WORD]!);
      },
    };
  };
}

/** The number in `list` of a surname by its place among common ones; spelt and added when first asked for. */
function addedTo(list: NameRows) {
  // By place: one more than the number.
  let numbers = new Int32Array(0);
  return (common: number, person: number, writtenAs: (person: number) => string): number => {
    if (common >= numbers.length) {
      const before = numbers;
      numbers = new Int32Array(2 * (common + 1));
      numbers.set(before);
    }
    if (numbers[common] === 0) numbers[common] = list.add(writtenAs(person)) + 1;
    return numbers[common]! - 1;
  };
}

/** Room for so many people and given names, the same as before while it is enough. */
function workspaces(memory: KernelMemory): (people: number, givenNames: number) => Workspace {
  const column = (size: number) => memory.allocate(WORD * (size + AT_A_TIME));
  const peopleColumns = (size: number) => ({
    ...{ seen: column(size), repeated: column(size), numbers: column(size) },
    ...{ people: column(size), numbersByPerson: column(size), unlisted: column(size) },
  });
  const givenNameColumns = (size: number) => ({
    ...{ starts: column(size), asked: column(size), isLaidOut: memory.allocate(size) },
  });
  let room = { people: 0, givenNames: 0 };
  let workspace: Workspace = { ...peopleColumns(0), ...givenNameColumns(0) };
  return (people, givenNames) => {
    if (room.people < people) {
      room = { ...room, people: Math.max(people, 2 * room.people) };
      workspace = { ...workspace, ...peopleColumns(room.people) };
    }
    if (room.givenNames < givenNames) {
      room = { ...room, givenNames: Math.max(givenNames, 2 * room.givenNames) };
      workspace = { ...workspace, ...givenNameColumns(room.givenNames) };
    }
    return workspace;
  };
}
