/**
 * The counts of who lives where, settled from the tables and the seed: plain arrays in memory that threads can share,
 * for settling them takes longer than anything else about a population.
 *
 * The people of the file are dealt to ZIP areas in proportion to their population (few of Puerto Rico file here); within
 * a ZIP area to communities by shares drawn around those of the state and size of place (tables/README.md), and within
 * these to origins.
 */

import { gammaDraw } from '../random/distributions.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { HouseholdsOfOrigin } from './cell-households.ts';
import { communityShares } from './communities.ts';
import { shareOut } from './cumulative.ts';
import { patternLength } from './household-pattern.ts';
import { originShares, origins } from './origins.ts';
import { statusPatternLength } from './status-pattern.ts';
import type { Tables } from './tables.ts';

/** A cell is an origin of a ZIP area: number `zip * origins.length + origin`. */
export interface LayoutCounts {
  /** By ZIP area, and past the last of them: people of the file in the areas before. */
  readonly firstPerson: Float64Array;
  /** The same of households, with or without a filer. */
  readonly firstHousehold: Float64Array;
  /** By origin, one after the other: what `firstPerson` is for everybody. */
  readonly peopleBefore: Float64Array;
  /** People by cell. */
  readonly cellPeople: Int32Array;
  /** Households by cell in which somebody files. */
  readonly filing: Int32Array;
  /** Households by cell in which nobody files. */
  readonly nonFiling: Int32Array;
  /** Where a cell begins in the pattern of households, and in that of statuses. */
  readonly patternStarts: Uint16Array;
  readonly statusStarts: Uint16Array;
}

/** Residents of these territories file with their own tax agencies. (Their population in the tables is 0.) */
const OUTSIDE_THE_FILE = new Set(['AS', 'GU', 'MP', 'VI']);
/** Draws of a gamma value: see `gammaDraw`. */
const GAMMA_DRAWS = 64;

/** The counts of a file of `people` people; see `layout`. */
export function layoutCounts(
  tables: Tables,
  people: number,
  householdsOf: readonly Pick<HouseholdsOfOrigin, 'pattern' | 'nonFiling'>[],
  seed: number,
  puertoRicoFiling: number,
): LayoutCounts {
  const { zipAreas: places } = tables;
  const count = places.zip.length;
  const inTheFile = (state: string) => {
    if (OUTSIDE_THE_FILE.has(state)) return 0;
    return state === 'PR' ? puertoRicoFiling : 1;
  };
  const firstPerson = sharedDoubles(count + 1);
  firstPerson.set(
    shareOut(
      people,
      places.population.map((residents, zip) => residents * inTheFile(places.state[zip]!)),
    ),
  );
  const sharesOf = areaShares(tables, seed);
  const rounding = stream(seed, 'population/origin-rounding');
  const starting = stream(seed, 'population/cell-start');
  const roundingNonFiling = stream(seed, 'population/non-filing');
  const words = new Uint32Array(4);

  const cells = count * origins.length;
  const cellPeople = sharedIntegers(cells);
  const filing = sharedIntegers(cells);
  const nonFiling = sharedIntegers(cells);
  const patternStarts = sharedHalves(cells);
  const statusStarts = sharedHalves(cells);
  const firstHousehold = sharedDoubles(count + 1);
  const peopleBefore = sharedDoubles(origins.length * (count + 1));
  for (let zip = 0; zip < count; zip++) {
    const inZip = firstPerson[zip + 1]! - firstPerson[zip]!;
    const shares = inZip === 0 ? [] : sharesOf(zip);
    // Systematic rounding from a random start: whole people, no origin favoured, the sum exact.
    block(rounding, zip, 0, words);
    const start = uniform(words[0]!);
    let cumulative = 0;
    let dealt = 0;
    let households = 0;
    for (let origin = 0; origin < origins.length; origin++) {
      const cell = zip * origins.length + origin;
      cumulative += shares[origin] ?? 0;
      const isLast = origin === origins.length - 1;
      const upTo = isLast ? inZip : Math.min(inZip, Math.floor(cumulative * inZip + start));
      const before = origin * (count + 1) + zip;
      peopleBefore[before + 1] = peopleBefore[before]! + (upTo - dealt);
      cellPeople[cell] = upTo - dealt;
      dealt = upTo;
      block(starting, zip, origin, words);
      patternStarts[cell] = below(words[0]!, patternLength);
      statusStarts[cell] = below(words[1]!, statusPatternLength);
      const of = householdsOf[origin]!;
      const filed = of.pattern.householdsFor(cellPeople[cell]!, patternStarts[cell]!);
      filing[cell] = filed;
      if (filed > 0 && of.nonFiling > 0) {
        block(roundingNonFiling, zip, origin, words);
        nonFiling[cell] = Math.floor(filed * of.nonFiling + uniform(words[0]!));
      }
      households += filed + nonFiling[cell]!;
    }
    firstHousehold[zip + 1] = firstHousehold[zip]! + households;
  }
  return {
    firstPerson,
    firstHousehold,
    peopleBefore,
    cellPeople,
    filing,
    nonFiling,
    patternStarts,
    statusStarts,
  };
}

/** The shares of the origins in a ZIP area, in their order. */
function areaShares(tables: Tables, seed: number): (zip: number) => readonly number[] {
  const ofCommunities = stream(seed, 'population/community-spread');
  const ofOrigins = stream(seed, 'population/origin-spread');
  const words = new Uint32Array(4);
  let area = 0;
  const community = (draw: number, shape: number) =>
    gammaDraw(ofCommunities, area, draw * GAMMA_DRAWS, shape, words);
  const origin = (draw: number, shape: number) =>
    gammaDraw(ofOrigins, area, draw * GAMMA_DRAWS, shape, words);
  return (zip) => {
    area = zip;
    return originShares(tables, zip, communityShares(tables, zip, community), origin);
  };
}

const sharedDoubles = (length: number) => new Float64Array(new SharedArrayBuffer(8 * length));
const sharedIntegers = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
const sharedHalves = (length: number) => new Uint16Array(new SharedArrayBuffer(2 * length));
