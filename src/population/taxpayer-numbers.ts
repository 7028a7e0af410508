/**
 * Taxpayer numbers that nobody has: nine digits from ranges that were never issued, so that no simulated number
 * can be somebody's.
 *
 * SSN-like numbers: the Social Security Administration has never assigned area 000 or 666, nor group 00, nor any
 * area from 900 on (www.ssa.gov/employer/randomizationfaqs.html). From 900 on the tax agency issues numbers of its
 * own, told apart by the group, the fourth and fifth digit: ITINs 50-65, 70-88, 90-92 and 94-99, ATINs 93, and
 * its internal IRSNs 01-10, 17-19, 28-29, 37-39, 49, 66 and 89 (TaxSlayer Pro support, "Internal Revenue Service
 * Number (IRSN)" and "Valid Range for ITINs"). The groups that none of them uses are split here: 67-69 look like
 * ITINs, the others below 50 stand for SSNs.
 *
 * That leaves 41.97 million SSN-like and 3 million ITIN-like numbers, fewer than there are people. Person i has
 * number (i mod N) of a seeded permutation of the N: whoever is fewer than N places away in the file has another
 * number, people farther apart may share one. Across the country compare who somebody is, never the digits.
 */

import { type Permutation, permutation } from '../random/permutation.ts';

export type NumberKind = 'ssn' | 'itin';

const SERIALS = 10_000;

/** A block of numbers: every area with every group. */
interface NumberBlock {
  readonly areas: readonly number[];
  readonly groups: readonly number[];
}

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const blocks: Readonly<Record<NumberKind, readonly NumberBlock[]>> = {
  ssn: [
    { areas: [0], groups: from(1, 99) },
    { areas: [666], groups: from(0, 99) },
    { areas: from(1, 899).filter((area) => area !== 666), groups: [0] },
    {
      areas: from(900, 999),
      groups: [0, ...from(11, 16), ...from(20, 27), ...from(30, 36), ...from(40, 48)],
    },
  ],
  itin: [{ areas: from(900, 999), groups: from(67, 69) }],
};

const sizeOf = ({ areas, groups }: NumberBlock) => areas.length * groups.length * SERIALS;

/** How many numbers of each kind there are. */
export const numberCounts: Readonly<Record<NumberKind, number>> = {
  ssn: blocks.ssn.reduce((sum, one) => sum + sizeOf(one), 0),
  itin: blocks.itin.reduce((sum, one) => sum + sizeOf(one), 0),
};

/** The nine digits of a person of the taxpayer file; `person` is an index from 0. */
export type TaxpayerNumbers = (kind: NumberKind, person: number) => string;

/** The numbers of the people of a file, under its seed. */
export function taxpayerNumbers(seed: number): TaxpayerNumbers {
  const order = numberOrder(seed);
  return (kind, person) => digits(kind, order[kind].at(person % numberCounts[kind]));
}

function numberOrder(seed: number): Readonly<Record<NumberKind, Permutation>> {
  return {
    ssn: permutation(seed, 'population/ssn', numberCounts.ssn),
    itin: permutation(seed, 'population/itin', numberCounts.itin),
  };
}

/** Number `place` of a kind, in [0, numberCounts[kind]), as nine digits in ascending order within a block. */
export function digits(kind: NumberKind, place: number): string {
  let rest = place;
  for (const one of blocks[kind]) {
    if (rest < sizeOf(one)) {
      const series = Math.floor(rest / SERIALS);
      const area = one.areas[Math.floor(series / one.groups.length)]!;
      const group = one.groups[series % one.groups.length]!;
      return pad(area, 3) + pad(group, 2) + pad(rest % SERIALS, 4);
    }
    rest -= sizeOf(one);
  }
  throw new RangeError(`no such ${kind} number; a place is in [0, ${numberCounts[kind]}): ${place}`);
}

/** The kind of nine digits and their place in it: what `digits` made them from; `undefined` for any other text. */
function placeOfDigits(tin: string): { readonly kind: NumberKind; readonly place: number } | undefined {
  const kind = numberKind(tin);
  if (kind === undefined) return undefined;
  let before = 0;
  for (const one of blocks[kind]) {
    const area = one.areas.indexOf(Number(tin.slice(0, 3)));
    const group = one.groups.indexOf(Number(tin.slice(3, 5)));
    if (area >= 0 && group >= 0) {
      return { kind, place: before + (area * one.groups.length + group) * SERIALS + Number(tin.slice(5)) };
    }
    before += sizeOf(one);
  }
  return undefined;
}

/**
 * Who may have a number: the people of a file of `people` who have it if they have one of its kind at all. None for
 * digits that are no simulated number.
 */
export function ownersOfNumbers(seed: number, people: number): (tin: string) => readonly number[] {
  const order = numberOrder(seed);
  return (tin) => {
    const found = placeOfDigits(tin);
    if (found === undefined) return [];
    const owners: number[] = [];
    const count = numberCounts[found.kind];
    for (let person = order[found.kind].indexOf(found.place); person < people; person += count)
      owners.push(person);
    return owners;
  };
}

/** Which kind of simulated number nine digits are; `undefined` for any other text, a real number among them. */
export function numberKind(tin: string): NumberKind | undefined {
  if (!/^[0-9]{9}$/.test(tin)) return undefined;
  const area = Number(tin.slice(0, 3));
  const group = Number(tin.slice(3, 5));
  const isIn = (one: NumberBlock) => one.areas.includes(area) && one.groups.includes(group);
  if (blocks.ssn.some(isIn)) return 'ssn';
  return blocks.itin.some(isIn) ? 'itin' : undefined;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
