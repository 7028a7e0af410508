/**
 * Dwellings and their addresses. Each ZIP area has its own set of streets; dwellings are houses or units of
 * buildings in the published shares of structures; a building has one house number. Two dwellings share a
 * street address exactly when they are in the same building.
 *
 * Households are dealt to dwellings by a keyed permutation of the ZIP area, so that the household of a dwelling
 * and the dwelling of a household are both one evaluation. Numbers follow hundreds blocks, skewed low, an
 * assumption (no public table was found). Street names are drawn by national frequency; the tail of the list
 * borrows surnames and street words, as real street names do.
 */

import { faker } from '@faker-js/faker/locale/en_US';
import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { permutationOf } from '../random/permutation.ts';
import { below, block, stream } from '../random/stream.ts';
import type { ZipArea } from './layout.ts';
import type { Tables } from './tables.ts';

/** A street address as numbers: street of the ZIP area, house number, and unit (0: the only dwelling there). */
export interface AddressCode {
  readonly street: number;
  readonly houseNumber: number;
  readonly unit: number;
}

/** The dwellings of one ZIP area, numbered from 0. */
export interface Neighbourhood {
  /** How many streets there are. */
  readonly streets: number;
  /** A street as on an envelope; no two are alike. */
  streetText(street: number): string;
  dwellingOf(household: number): number;
  /** The household of a dwelling; at or beyond `area.households` where nobody files. */
  householdAt(dwelling: number): number;
  addressCode(dwelling: number): AddressCode;
  /** A unit as on an envelope; empty for unit 0. */
  unitText(unit: number): string;
}

/**
 * Dwellings by structure, from the shares of housing units by units in structure (Census 2000: detached,
 * attached and mobile homes together; 2; 3-4; 5-9; 10-19; 20 and more), each class at a typical size.
 */
const structures = [
  { units: 1, share: 0.737 },
  { units: 2, share: 0.043 },
  { units: 4, share: 0.047 },
  { units: 8, share: 0.047 },
  { units: 14, share: 0.04 },
  { units: 40, share: 0.086 },
] as const;

/** National road count and slope of the tail beyond the 100 commonest names: see tables/README.md. */
const ALL_ROADS = 9_400_000;
const TAIL_SLOPE = -0.75;
const TAIL_NAMES = 20_000;
/** With about 3,200 buildings to a ZIP area this makes about 270 named roads, the national mean. */
const BUILDINGS_PER_STREET = 12;
const BUILDINGS_PER_BLOCK = 10;
const REMEMBERED = 64;

/** Types and directionals of streets by share: an assumption in the order of their public frequency. */
const streetTypes = weighted([
  ['ST', 30],
  ['RD', 17],
  ['AVE', 17],
  ['DR', 16],
  ['LN', 9],
  ['CT', 5],
  ['WAY', 2],
  ['CIR', 2],
  ['PL', 1],
  ['BLVD', 1],
]);
const directionals = weighted([
  ['', 80],
  ['N ', 5],
  ['S ', 5],
  ['E ', 5],
  ['W ', 5],
]);

/** Makes the neighbourhood of any ZIP area, and remembers the last ones; holds the vocabulary of street names. */
export function neighbourhoods(tables: Tables, seed: number): (area: ZipArea) => Neighbourhood {
  const vocabulary = streetVocabulary(tables);
  const dealing = stream(seed, 'population/dwelling');
  const naming = stream(seed, 'population/street');
  const numbering = stream(seed, 'population/house-number');

  const make = (area: ZipArea): Neighbourhood => {
    const dealt = permutationOf(dealing, area.zip, area.dwellings);
    const plan = buildingPlan(area.dwellings);
    const streetCount = Math.max(1, Math.round(plan.buildings / BUILDINGS_PER_STREET));
    const streetName = namedStreets(vocabulary, naming, area.zip);
    const words = new Uint32Array(4);
    return {
      streets: streetCount,
      streetText(street) {
        const { name, direction, type } = streetName(street);
        return `${directionals.values[direction]!}${vocabulary.names[name]!} ${streetTypes.values[type]!}`;
      },
      dwellingOf: (household) => dealt.at(household),
      householdAt: (dwelling) => dealt.indexOf(dwelling),
      addressCode(dwelling) {
        const { building, unit } = plan.place(dwelling);
        const street = building % streetCount;
        const along = Math.floor(building / streetCount);
        block(numbering, area.zip, street, words);
        // The street's first block is the lower of two draws: low numbers are commoner.
        const firstBlock = 1 + Math.min(below(words[0]!, 60), below(words[1]!, 60));
        const hundred = 100 * (firstBlock + Math.floor(along / BUILDINGS_PER_BLOCK));
        // 37 and 99 have no common factor, so no two buildings of a block get the same number.
        const houseNumber = hundred + 1 + ((below(words[2]!, 99) + 37 * (along % BUILDINGS_PER_BLOCK)) % 99);
        return { street, houseNumber, unit };
      },
      unitText: (unit) => (unit === 0 ? '' : `APT ${unit}`),
    };
  };

  const recent = new Map<number, Neighbourhood>();
  return (area) => {
    let found = recent.get(area.zip);
    if (found === undefined) {
      if (recent.size >= REMEMBERED) recent.clear();
      found = make(area);
      recent.set(area.zip, found);
    }
    return found;
  };
}

interface BuildingPlan {
  readonly buildings: number;
  place(dwelling: number): { readonly building: number; readonly unit: number };
}

function buildingPlan(dwellings: number): BuildingPlan {
  const sections: { firstDwelling: number; firstBuilding: number; units: number }[] = [];
  let share = 0;
  let dwelling = 0;
  let building = 0;
  for (const structure of structures) {
    share += structure.share;
    const end = structure === structures[structures.length - 1] ? dwellings : Math.round(dwellings * share);
    sections.push({ firstDwelling: dwelling, firstBuilding: building, units: structure.units });
    building += Math.ceil((end - dwelling) / structure.units);
    dwelling = end;
  }
  return {
    buildings: building,
    place(dwelling) {
      let s = sections.length - 1;
      while (sections[s]!.firstDwelling > dwelling) s--;
      const { firstDwelling, firstBuilding, units } = sections[s]!;
      const within = dwelling - firstDwelling;
      return {
        building: firstBuilding + Math.floor(within / units),
        unit: units === 1 ? 0 : 1 + (within % units),
      };
    },
  };
}

interface StreetVocabulary {
  readonly names: readonly string[];
  readonly table: AliasTable;
}

function streetVocabulary(tables: Tables): StreetVocabulary {
  const common = tables.streets;
  const words = (faker.rawDefinitions.location?.street_name ?? [])
    .map((name) => name.toUpperCase().replace(/^[NSEW] | [NSEW]$/g, '')) // directionals are drawn apart
    .map((name) => name.split(' ').slice(0, -1).join(' '))
    .filter((name) => /^[A-Z ]{2,}$/.test(name)); // no 10TH beside TENTH
  const tail = [...new Set([...words, ...tables.surnames.names.slice(0, TAIL_NAMES)])]
    .filter((name) => !common.some((street) => street.name.toUpperCase() === name))
    .slice(0, TAIL_NAMES);
  const tailRoads = ALL_ROADS - common.reduce((sum, street) => sum + street.roads, 0);
  const relative = tail.map((_, i) => (common.length + 1 + i) ** TAIL_SLOPE);
  const relativeSum = relative.reduce((a, b) => a + b, 0);
  return {
    names: [...common.map((street) => street.name.toUpperCase()), ...tail],
    table: aliasTable([
      ...common.map((street) => street.roads),
      ...relative.map((value) => (tailRoads * value) / relativeSum),
    ]),
  };
}

/** The streets of one ZIP area, as many as are asked for: drawn by frequency, redrawn while the full name is taken. */
function namedStreets(
  { table }: StreetVocabulary,
  naming: ReturnType<typeof stream>,
  zip: number,
): (street: number) => StreetName {
  const taken = new Set<number>();
  const streets: StreetName[] = [];
  const words = new Uint32Array(4);
  let draw = 0;
  return (street) => {
    for (; streets.length <= street; draw++) {
      block(naming, zip, draw, words);
      const name = pick(table, words[0]!, words[1]!);
      const direction = directionals.draw(words[2]!);
      const type = streetTypes.draw(words[3]!);
      const code = (name * directionals.values.length + direction) * streetTypes.values.length + type;
      if (taken.has(code)) continue;
      taken.add(code);
      streets.push({ name, direction, type });
    }
    return streets[street]!;
  };
}

/** The parts of a street's name, as places in their lists. */
interface StreetName {
  readonly name: number;
  readonly direction: number;
  readonly type: number;
}

/** A short list to draw from by one word; weights count out of 100. */
function weighted(entries: readonly (readonly [string, number])[]) {
  const places = entries.flatMap(([, weight], place) => Array.from({ length: weight }, () => place));
  return {
    values: entries.map(([value]) => value),
    draw: (word: number) => places[below(word, places.length)]!,
  };
}
