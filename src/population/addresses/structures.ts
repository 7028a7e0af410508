/**
 * Structures: how the dwellings of a ZIP area stand, in houses, on lots of mobile-home parks, or in buildings with
 * units.
 *
 * National shares are those of Census 2000 by units in structure (1 detached 60.3%, attached 5.6 and other 0.2
 * together; mobile home 7.6; 2; 3-4; 5-9; 10-19; 20 and more). How settings differ is an assumption; its table is
 * fitted until the settings, weighted by their people, add up to the national shares.
 *
 * A ZIP area is cut into one run of dwellings per structure. A building never has fewer units than its structure
 * says: what is left over after whole buildings becomes one of the least size or none, by lot in proportion, so that
 * the expected shares hold in the smallest area; houses take the difference.
 */

import { rescale } from '../tables/rescale.ts';
import { type Setting, settings } from './settings.ts';

export interface Structure {
  readonly id: string;
  /** Share of the country's dwellings. */
  readonly share: number;
  /** Units of its buildings, one after another, over and over; [1] for a home of its own. */
  readonly sizes: readonly number[];
}

/** Order of the runs; the first takes the difference. Sizes within a class are an assumption. */
export const structures = [
  { id: 'house', share: 0.661, sizes: [1] },
  { id: 'mobile-home', share: 0.076, sizes: [1] },
  { id: 'two', share: 0.043, sizes: [2] },
  { id: 'three-or-four', share: 0.047, sizes: [4, 3] },
  { id: 'five-to-nine', share: 0.047, sizes: [8, 6, 5, 9] },
  { id: 'ten-to-nineteen', share: 0.04, sizes: [12, 16, 10, 18] },
  { id: 'twenty-or-more', share: 0.086, sizes: [24, 40, 20, 60, 36] },
  /** Mobile homes on numbered lots of one address; taken out of the others. */
  { id: 'park', share: 0, sizes: [20, 36, 12, 28] },
] as const satisfies readonly Structure[];

export type StructureId = (typeof structures)[number]['id'];

/** Largest buildings of the two densest settings; an assumption. */
const tall: readonly number[] = [40, 100, 24, 180, 60];

/** Dwellings of each setting by structure, in percent before they are fitted: an assumption. */
const percents: Readonly<Record<Setting, readonly number[]>> = {
  rural: [79.5, 17, 1.2, 1, 0.6, 0.4, 0.3],
  exurban: [77, 11, 3, 3, 2.5, 1.7, 1.8],
  suburban: [69, 6, 4, 5, 5.5, 4.5, 6],
  urban: [56, 3, 6, 7, 7.5, 7, 13.5],
  'inner-city': [30, 0.6, 11, 11, 9, 8, 30.4],
  core: [6, 0.1, 4, 7, 8, 10, 64.9],
};

/** Shares of dwellings by structure in each setting, in the order of `structures`. */
export type StructureShares = readonly (readonly number[])[];

/**
 * The settings' shares, fitted to the country.
 * @param people of the country in each setting, in their order
 * @param lotInPark share of the mobile homes that stand on numbered lots of one address
 */
export function structureShares(people: readonly number[], lotInPark: number): StructureShares {
  const fitted = structures.slice(0, -1);
  const inhabited = settings.flatMap((_, place) => (people[place]! > 0 ? [place] : []));
  const rows = rescale(
    inhabited.map((place) => percents[settings[place]!]),
    inhabited.map((place) => people[place]!),
    fitted.map(({ share }) => share),
  );
  return settings.map((setting, place) => {
    const [house = 0, mobile = 0, ...others] = rows[inhabited.indexOf(place)] ?? unfitted(setting);
    return [house, mobile * (1 - lotInPark), ...others, mobile * lotInPark];
  });
}

const unfitted = (setting: Setting) => percents[setting].map((percent) => percent / 100);

/** Where a dwelling stands: in which building of the area, and in which unit of it, counted from 1 (0: a home of its own). */
export interface Place {
  /** Place in `structures`. */
  readonly structure: number;
  readonly building: number;
  readonly unit: number;
}

export interface BuildingPlan {
  readonly buildings: number;
  placeOf(dwelling: number): Place;
}

interface Run {
  readonly structure: number;
  readonly firstDwelling: number;
  readonly firstBuilding: number;
  /** Of a cycle: units before each building, and of the whole. */
  readonly before: readonly number[];
  readonly cycle: number;
}

/**
 * The buildings of a ZIP area.
 * @param shares by structure, in the order of `structures`
 * @param lot a number in [0, 1) for each structure, which decides whether a last small building stands
 */
export function buildingPlan(
  setting: number,
  shares: readonly number[],
  dwellings: number,
  lot: (structure: number) => number,
): BuildingPlan {
  const sizesOf = (structure: number): readonly number[] =>
    structures[structure]!.id === 'twenty-or-more' && setting >= settings.indexOf('inner-city')
      ? tall
      : structures[structure]!.sizes;

  const counts = new Array<number>(structures.length).fill(0);
  let left = dwellings;
  for (let structure = structures.length - 1; structure > 0; structure--) {
    const wanted = dwellings * shares[structure]!;
    const count = wholeBuildings(wanted, sizesOf(structure), lot(structure));
    if (count > left) continue;
    counts[structure] = count;
    left -= count;
  }
  counts[0] = left;

  const runs: Run[] = [];
  let firstDwelling = 0;
  let firstBuilding = 0;
  counts.forEach((count, structure) => {
    if (count === 0) return;
    const sizes = sizesOf(structure);
    const before = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a + b, 0));
    const cycle = sizes.reduce((a, b) => a + b, 0);
    runs.push({ structure, firstDwelling, firstBuilding, before, cycle });
    const over = count % cycle;
    const started = before.filter((units) => units < over).length;
    firstBuilding += Math.floor(count / cycle) * sizes.length + started;
    firstDwelling += count;
  });
  return {
    buildings: firstBuilding,
    placeOf(dwelling) {
      let r = runs.length - 1;
      while (runs[r]!.firstDwelling > dwelling) r--;
      const run = runs[r]!;
      const within = dwelling - run.firstDwelling;
      const round = Math.floor(within / run.cycle);
      const inCycle = within - round * run.cycle;
      let b = run.before.length - 1;
      while (run.before[b]! > inCycle) b--;
      return {
        structure: run.structure,
        building: run.firstBuilding + round * run.before.length + b,
        unit: run.cycle === 1 ? 0 : 1 + inCycle - run.before[b]!,
      };
    },
  };
}

/** Dwellings of a structure: about `wanted`, cut so that no building has fewer units than the least of `sizes`. */
function wholeBuildings(wanted: number, sizes: readonly number[], lot: number): number {
  const least = Math.min(...sizes);
  const cycle = sizes.reduce((a, b) => a + b, 0);
  let whole = Math.floor(wanted / cycle) * cycle;
  let over = wanted - whole;
  for (const size of sizes) {
    if (over < size) break;
    over -= size;
    whole += size;
  }
  if (over < least) return whole + (lot < over / least ? least : 0);
  return whole + Math.floor(over) + (lot < over - Math.floor(over) ? 1 : 0);
}
