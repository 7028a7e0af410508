/**
 * Which of some people bear a surname like a given one. The people stand next to each other in the columns of
 * filed-surnames.ts; most are passed over at a glance, by what their surnames cannot have in common with the given one:
 *
 * - with a comparator of characters, the letters that only one of the two has leave too few for the floor
 *   (letters-at-a-glance.ts); what is left is compared sixteen at a time (text/one-to-many.ts);
 * - with one of keys, such as sounds, no key is the same (surnames-by-key.ts).
 *
 * With any other comparator everybody is compared.
 */

import type { Comparator, Scan, SimilarValues } from '../matching/comparator.ts';
import type { KernelMemory } from '../text/kernel-memory.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { BLOCK_BYTES, NAMES_A_BLOCK } from '../text/name-blocks.ts';
import { OneToMany } from '../text/one-to-many.ts';
import { type BearerKernel, bearerKernels, LISTED_BYTES, WORD } from './bearer-kernels.ts';
import { type FiledSurnames, filedSurname } from './filed-surnames.ts';
import { LETTERS, neededLetters, seen } from './letters-at-a-glance.ts';
import { ListedBearers } from './listed-bearers.ts';
import type { FoundPeople } from './search.ts';
import { FETCHED_AT_MOST, ROWS_FETCHED_BYTES, surnameFetcher } from './surname-fetch.ts';
import { byKeys } from './surnames-by-key.ts';
import type { ZipNames } from './zip-names.ts';

/** What a search of surnames goes through. */
export type SurnamesOfPeople = Pick<ZipNames, 'filedSurnames' | 'givenNames'>;

/**
 * Adds everybody with one of some given names whose surname is at or above the floor with a given one. The score is the
 * lower one, of the surname or the given name.
 */
export type SurnameSearch = (surname: string, givenNames: SimilarValues, found: FoundPeople) => void;

/**
 * Turns to one ZIP area after another.
 * @param floor the lowest score of interest, above 0
 */
export function surnameSearch(
  comparator: Comparator,
  floor: number,
): (names: SurnamesOfPeople) => SurnameSearch {
  const { scan } = comparator;
  return scan === undefined ? byKeys(comparator, floor) : byLetters(comparator, scan, floor);
}

function byLetters(
  comparator: Comparator,
  scan: Scan,
  floor: number,
): (names: SurnamesOfPeople) => SurnameSearch {
  const neededBy = neededLetters(scan, floor);
  let workshop: Workshop | undefined;
  return ({ filedSurnames, givenNames: { starts, people } }) => {
    const { memory, columns } = filedSurnames;
    if (workshop?.memory !== memory) workshop = new Workshop(memory, scan, floor);
    const here = workshop;
    const { seenAlike, bearers, blocks, oneToMany } = here;
    bearers.makeRoom(starts.length, people.length);
    const glances = { starts: columns.starts, firsts: columns.seen, seconds: columns.repeated };

    return (surname, { codes, scores }, found) => {
      filedSurnames.layOut(codes);
      const asked = {
        first: seen(surname) & LETTERS,
        second: repeatedLetterMask(surname) & LETTERS,
        table: neededBy(surname.length).glanceTable,
      };
      bearers.list(seenAlike, asked, codes, glances);
      const add = (nth: number, score: number) => {
        found.add(people[bearers.placeOf(nth)]!, Math.min(score, scores[bearers.givenNameOf(nth)]!));
      };
      const compareAlone = (nth: number) => {
        const score = comparator.compare(surname, filedSurname(filedSurnames, bearers.placeOf(nth)));
        if (score >= floor) add(nth, score);
      };
      if (!oneToMany?.ask(surname)) {
        for (let nth = 0; nth < bearers.count; nth++) compareAlone(nth);
        return;
      }
      for (let first = 0; first < bearers.count; first += FETCHED_AT_MOST) {
        const fetched = Math.min(bearers.count - first, FETCHED_AT_MOST);
        const apart = here.fetch(filedSurnames, first, fetched);
        oneToMany.find(blocks, fetched);
        for (let i = 0; i < oneToMany.count; i++) add(first + oneToMany.places[i]!, oneToMany.scores[i]!);
        for (let i = 0; i < apart.length; i++) compareAlone(first + apart[i]!);
      }
    };
  };
}

/** Kernels with the memory that they work in, for one area after the other. */
class Workshop {
  readonly memory: KernelMemory;
  readonly seenAlike: BearerKernel;
  readonly bearers: ListedBearers;
  readonly oneToMany: OneToMany | undefined;
  /** Address of surnames in blocks. */
  readonly blocks: number;
  private readonly fetchSurnames: ReturnType<typeof surnameFetcher>;
  private readonly rows: number;
  private readonly apart: number;

  constructor(memory: KernelMemory, { kernel }: Scan, floor: number) {
    this.memory = memory;
    this.seenAlike = bearerKernels(memory).seenAlike;
    this.bearers = new ListedBearers(memory);
    this.oneToMany = kernel && new OneToMany(memory, kernel, floor);
    this.blocks = memory.allocate((FETCHED_AT_MOST / NAMES_A_BLOCK) * BLOCK_BYTES);
    this.fetchSurnames = surnameFetcher(memory);
    this.rows = memory.allocate(ROWS_FETCHED_BYTES);
    this.apart = memory.allocate(WORD * FETCHED_AT_MOST);
  }

  /** Writes surnames of those listed into the blocks; the places of those that fit in none, counted from `first` on. */
  fetch({ columns, list, others }: FiledSurnames, first: number, count: number): Int32Array {
    const from = this.bearers.address + LISTED_BYTES * first;
    const end = this.fetchSurnames(
      from,
      from + LISTED_BYTES * count,
      columns.numbers,
      columns.seen,
      list.texts,
      others.texts,
      this.rows,
      this.blocks,
      this.apart,
    );
    return end === this.apart ? NOBODY : this.memory.words.slice(this.apart / WORD, end / WORD);
  }
}

const NOBODY = new Int32Array(0);
