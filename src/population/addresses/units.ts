/**
 * Unit designators: how the units of a building are written. A building has one way for all of them.
 *
 * Reference: USPS Publication 28, section 213 and appendix C2 (APT, BLDG, FL, LOT, STE, TRLR, UNIT and, where none
 * is known, #). How often each is used is an assumption.
 */

import type { StructureId } from './structures.ts';
import { type WeightedWords, weightedWords } from './weighted.ts';

const letter = (unit: number) => String.fromCharCode(64 + unit);

/** Ways of writing unit 1, 2, 3 ... by id. */
const designators = {
  apt: (unit: number) => `APT ${unit}`,
  /** Nine units at most. */
  'apt-letter': (unit: number) => `APT ${letter(unit)}`,
  /** Eight to a floor: APT 101 to 108, then 201. */
  'apt-floor': (unit: number) => `APT ${100 * Math.ceil(unit / 8) + 1 + ((unit - 1) % 8)}`,
  unit: (unit: number) => `UNIT ${unit}`,
  'unit-letter': (unit: number) => `UNIT ${letter(unit)}`,
  number: (unit: number) => `# ${unit}`,
  floor: (unit: number) => `FL ${unit}`,
  /** Twelve to a building of a complex. */
  building: (unit: number) => `BLDG ${Math.ceil(unit / 12)} APT ${1 + ((unit - 1) % 12)}`,
  suite: (unit: number) => `STE ${99 + unit}`,
  lot: (unit: number) => `LOT ${unit}`,
  trailer: (unit: number) => `TRLR ${unit}`,
} as const satisfies Readonly<Record<string, (unit: number) => string>>;

type DesignatorId = keyof typeof designators;

const ways = (entries: readonly (readonly [DesignatorId, number])[]): WeightedWords => weightedWords(entries);

const few = ways([
  ['apt', 38],
  ['apt-letter', 22],
  ['unit', 14],
  ['unit-letter', 8],
  ['number', 8],
  ['floor', 10],
]);
const some = ways([
  ['apt', 58],
  ['apt-letter', 14],
  ['unit', 16],
  ['number', 12],
]);
const many = ways([
  ['apt', 32],
  ['apt-floor', 38],
  ['unit', 14],
  ['number', 7],
  ['building', 8.5],
  ['suite', 0.5],
]);
const lots = ways([
  ['lot', 65],
  ['trailer', 20],
  ['unit', 8],
  ['number', 7],
]);

const waysOf: Readonly<Record<StructureId, WeightedWords>> = {
  house: few,
  'mobile-home': few,
  two: few,
  'three-or-four': few,
  'five-to-nine': some,
  'ten-to-nineteen': many,
  'twenty-or-more': many,
  park: lots,
};

const ids = Object.keys(designators) as readonly DesignatorId[];

/** The place of a way of writing the units of a building, drawn by one random word. */
export function drawDesignator(structure: StructureId, word: number): number {
  const { words, draw } = waysOf[structure];
  return ids.indexOf(words[draw(word)] as DesignatorId);
}

/** A unit as on an envelope; empty for unit 0. */
export function unitText(unit: number, designator: number): string {
  return unit === 0 ? '' : designators[ids[designator]!](unit);
}
