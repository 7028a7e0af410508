/**
 * The record as the tax agency holds it: what the filer or the clerk who keyed a paper return got wrong, and how old
 * the return is. Names and addresses are given as they would be without error; what comes back is as filed.
 *
 * Errors are few, so they are found without making every person. For names, eight people share a block of words, and
 * only those near the chance of an error are looked at closer: an area costs little more than its errors, and a
 * higher rate keeps the errors of a lower one. One place of one name is mistyped, kinds in the order of frequency that
 * Pollock & Zamora found ("Automatic spelling correction in scientific and scholarly text", Communications of the ACM
 * 27, 1984): a letter left out, one too many, another one, two exchanged. In an address a unit is left out, or two
 * digits change places. Whether returns are on paper is drawn by household.
 */

import { block, stream, uniform } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import { canSwapDigits, digitsSwapped } from '../text/digit-errors.ts';
import {
  letterLeftOut,
  lettersTransposed,
  letterTypedTwice,
  neighbouringKey,
  type TypingError,
} from '../text/typing-errors.ts';
import type { Cell, ZipArea } from './layout.ts';
import { familyEntity } from './member-entity.ts';
import { origins } from './origins.ts';
import type { PersonRecord } from './record.ts';

type NameField = 'givenName' | 'surname';
type AddressText = Pick<PersonRecord, 'houseNumber' | 'street' | 'unit'>;

/** A name that is written differently from the person's; `row` counts from the first person of the ZIP area. */
export interface FiledNameError {
  readonly row: number;
  readonly field: NameField;
  readonly text: string;
}

export interface FilingErrors {
  /**
   * The mistyped names of a cell, by row.
   * @param household of a row, counted from the first of the ZIP area
   * @param name as it would be without error, upper case
   */
  nameErrors(
    area: ZipArea,
    cell: Cell,
    household: (row: number) => number,
    name: (row: number, field: NameField) => string,
  ): readonly FiledNameError[];
  /** The same for one person of the cell. */
  nameError(
    area: ZipArea,
    cell: Cell,
    row: number,
    household: number,
    name: (row: number, field: NameField) => string,
  ): FiledNameError | undefined;
  /** A record without error as it was filed: that of row `row` of the ZIP area, of the cell and household. */
  asFiled(record: PersonRecord, area: ZipArea, cell: Cell, household: number, row: number): PersonRecord;
  /** The address on the returns of a household, which is `address` unless something is wrong with it. */
  filedAddress(area: ZipArea, cell: Cell, household: number, address: AddressText): AddressText;
  /** How long ago the household filed the returns that the file holds, in years, in (0, 2). */
  filingAgeYears(area: ZipArea, cell: Cell, household: number): number;
}

const PEOPLE_PER_BLOCK = 8;
const HALF_WORDS = 2 ** 16;
const ROWS_PER_CELL = 2 ** 20;
const OLDEST_YEARS = 2;

/** Kinds of error, and up to which chance each is drawn: an assumption in the order of their frequency. */
const kinds: readonly (readonly [upTo: number, error: TypingError])[] = [
  [0.36, letterLeftOut],
  [0.65, letterTypedTwice],
  [0.86, neighbouringKey],
  [1, lettersTransposed],
];

/** The errors of a file, under its seed. */
export function filingErrors(irs: Scenario['population']['irs'], seed: number): FilingErrors {
  const onPaper = stream(seed, 'population/paper-return');
  const misnamed = stream(seed, 'population/filed-name');
  const mistyping = stream(seed, 'population/filed-name-error');
  const misaddressed = stream(seed, 'population/filed-address');
  const aging = stream(seed, 'population/filing-age');
  const { nameErrors, addressErrors, paperReturns } = irs;
  const mostNames = Math.max(nameErrors.paper.value, nameErrors.electronic.value);
  const mostAddresses = Math.max(addressErrors.paper.value, addressErrors.electronic.value);
  const near = Math.ceil(mostNames * HALF_WORDS);
  const ageExponent = Math.max(0, OLDEST_YEARS / irs.filingAgeYears.value - 1);
  const halves = new Uint32Array(4);
  const words = new Uint32Array(4);

  const rate = (rates: typeof nameErrors, area: ZipArea, cell: Cell, household: number) => {
    block(onPaper, familyEntity(area, cell, household), 0, words);
    return (uniform(words[0]!) < paperReturns.value ? rates.paper : rates.electronic).value;
  };
  const cellNumber = (area: ZipArea, cell: Cell) => area.zip * origins.length + cell.origin;
  /** The half word of a person whose block is in `halves`. */
  const halfOf = (inCell: number) => {
    const word = halves[(inCell % PEOPLE_PER_BLOCK) >>> 1]!;
    return inCell % 2 === 0 ? word & 0xffff : word >>> 16;
  };

  const closer: FilingErrors['nameError'] = (area, cell, row, household, name) => {
    const inCell = row - cell.firstPerson;
    const atMost = rate(nameErrors, area, cell, household);
    if (halfOf(inCell) / HALF_WORDS >= atMost) return undefined;
    block(mistyping, cellNumber(area, cell) * ROWS_PER_CELL + inCell, 0, words);
    const chance = (halfOf(inCell) + uniform(words[0]!)) / HALF_WORDS;
    if (chance >= atMost) return undefined;
    const field = words[1]! % 2 === 0 ? 'givenName' : 'surname';
    const before = name(row, field);
    const text = mistyped(before, uniform(words[1]!), words[2]!, words[3]!);
    return text === before ? undefined : { row, field, text };
  };

  const filedAddress: FilingErrors['filedAddress'] = (area, cell, household, address) => {
    block(misaddressed, familyEntity(area, cell, household), 0, words);
    const chance = uniform(words[0]!);
    const [kind, place] = [words[1]!, words[2]!];
    if (chance >= mostAddresses || chance >= rate(addressErrors, area, cell, household)) return address;
    if (address.unit !== '' && kind % 2 === 0) return { ...address, unit: '' };
    const field = address.houseNumber === '' ? 'street' : 'houseNumber';
    if (!canSwapDigits(address[field])) return address;
    return { ...address, [field]: digitsSwapped(address[field], place) };
  };
  const nameError: FilingErrors['nameError'] = (area, cell, row, household, name) => {
    const inCell = row - cell.firstPerson;
    block(misnamed, cellNumber(area, cell), Math.floor(inCell / PEOPLE_PER_BLOCK), halves);
    return halfOf(inCell) < near ? closer(area, cell, row, household, name) : undefined;
  };

  return {
    nameError,
    filedAddress,
    asFiled(record, area, cell, household, row) {
      const error = nameError(area, cell, row, household, (_, field) => record[field]);
      const { houseNumber, street, unit } = filedAddress(area, cell, household, record);
      return { ...record, houseNumber, street, unit, ...(error && { [error.field]: error.text }) };
    },
    nameErrors(area, cell, household, name) {
      const errors: FiledNameError[] = [];
      for (let first = 0; first < cell.people; first += PEOPLE_PER_BLOCK) {
        block(misnamed, cellNumber(area, cell), first / PEOPLE_PER_BLOCK, halves);
        const end = Math.min(first + PEOPLE_PER_BLOCK, cell.people);
        for (let inCell = first; inCell < end; inCell++) {
          if (halfOf(inCell) >= near) continue;
          const row = cell.firstPerson + inCell;
          const error = closer(area, cell, row, household(row), name);
          if (error !== undefined) errors.push(error);
        }
      }
      return errors;
    },
    filingAgeYears(area, cell, household) {
      block(aging, familyEntity(area, cell, household), 0, words);
      return OLDEST_YEARS * uniform(words[0]!) ** ageExponent;
    },
  };
}

/** A name with one error, of the kind drawn or the next that the name has a place for; itself if it has none. */
function mistyped(name: string, kind: number, place: number, choice: number): string {
  const drawn = kinds.findIndex(([upTo]) => kind < upTo);
  for (let turn = 0; turn < kinds.length; turn++) {
    const [, error] = kinds[(drawn + turn) % kinds.length]!;
    if (error.can(name)) return error.make(name, place, choice);
  }
  return name;
}
