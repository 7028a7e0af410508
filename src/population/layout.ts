/**
 * Where everybody in the taxpayer file lives, as counts: ZIP area, then origin, then household, then person.
 * Counts are settled once from the tables and the seed; every index is found from them by arithmetic.
 *
 * The people of the file are dealt to ZIP areas in proportion to their population (few of Puerto Rico file here); within a ZIP area to
 * communities by shares drawn around those of the state and size of place (tables/README.md), and within these
 * to origins.
 */

import { gammaDraw } from '../random/distributions.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { HouseholdsOfOrigin } from './cell-households.ts';
import { communityShares } from './communities.ts';
import { patternLength } from './household-pattern.ts';
import { originShares, origins } from './origins.ts';
import { statusPatternLength } from './status-pattern.ts';
import type { Tables } from './tables.ts';

/**
 * One origin in one ZIP area. Numbers of people and households count from the first of the ZIP area, where the
 * households in which nobody files come after all of those in which somebody does.
 */
export interface Cell {
  /** Place in `origins`. */
  readonly origin: number;
  readonly firstPerson: number;
  readonly people: number;
  readonly firstHousehold: number;
  /** Households in which somebody files. */
  readonly households: number;
  readonly firstNonFiling: number;
  /** Households in which nobody files. */
  readonly nonFiling: number;
  /** Where in the household pattern its first household stands. */
  readonly patternStart: number;
  /** The same of the pattern of statuses. */
  readonly statusStart: number;
}

/** One ZIP area of the file. */
export interface ZipArea {
  /** Place in the list of ZIP areas. */
  readonly zip: number;
  readonly code: string;
  readonly city: string;
  readonly state: string;
  /** Index in the national file of the first person. */
  readonly firstPerson: number;
  readonly people: number;
  /** In the order of `origins`; some may be empty. */
  readonly cells: readonly Cell[];
  /** Households of which somebody is in the file. */
  readonly households: number;
  /** Number in the country of the first household of the area, those in which nobody files counted too. */
  readonly firstHousehold: number;
  /** One for each household, with or without a filer; an empty area has one that stands empty. */
  readonly dwellings: number;
}

export interface Layout {
  readonly zipAreas: number;
  readonly people: number;
  /** Households of the country, with or without a filer. */
  readonly households: number;
  area(zip: number): ZipArea;
  /** The ZIP area of a person of the national file. */
  zipOf(person: number): number;
  /** The ZIP area of a household of the country. */
  zipOfHousehold(household: number): number;
  /** People of an origin in the ZIP areas before `zip`; `zip` may be the number of ZIP areas. */
  originPeopleBefore(origin: number, zip: number): number;
  /** The ZIP area of person number `person` of an origin, counted over the country. */
  zipOfOriginPerson(origin: number, person: number): number;
  /** First and one past the last ZIP area of the state that ZIP area `zip` is in. */
  stateRange(zip: number): readonly [first: number, end: number];
}

/** Residents of these territories file with their own tax agencies. (Their population in the tables is 0.) */
const OUTSIDE_THE_FILE = new Set(['AS', 'GU', 'MP', 'VI']);

/**
 * Settles the counts of a taxpayer file of `people` people, in households by origin.
 * @param puertoRicoFiling people in the file per resident of Puerto Rico, as a share of the same elsewhere
 */
export function layout(
  tables: Tables,
  people: number,
  householdsOf: readonly Pick<HouseholdsOfOrigin, 'pattern' | 'nonFiling'>[],
  seed: number,
  puertoRicoFiling = 0,
): Layout {
  const { zipAreas: places } = tables;
  const count = places.zip.length;
  const inTheFile = (state: string) => {
    if (OUTSIDE_THE_FILE.has(state)) return 0;
    return state === 'PR' ? puertoRicoFiling : 1;
  };
  const firstPerson = shareOut(
    people,
    places.population.map((residents, zip) => residents * inTheFile(places.state[zip]!)),
  );
  const ofCommunities = stream(seed, 'population/community-spread');
  const ofOrigins = stream(seed, 'population/origin-spread');
  const rounding = stream(seed, 'population/origin-rounding');
  const starting = stream(seed, 'population/cell-start');
  const roundingNonFiling = stream(seed, 'population/non-filing');
  const words = new Uint32Array(4);

  const cellPeople = new Int32Array(count * origins.length);
  const patternStarts = new Uint16Array(count * origins.length);
  const statusStarts = new Uint16Array(count * origins.length);
  const nonFilers = new Int32Array(count * origins.length);
  const firstHousehold = new Float64Array(count + 1);
  const before = origins.map(() => new Float64Array(count + 1));
  for (let zip = 0; zip < count; zip++) {
    const inZip = firstPerson[zip + 1]! - firstPerson[zip]!;
    const shares =
      inZip === 0
        ? []
        : originShares(
            tables,
            zip,
            communityShares(tables, zip, (draw, shape) => gammaDraw(ofCommunities, zip, draw * 64, shape)),
            (draw, shape) => gammaDraw(ofOrigins, zip, draw * 64, shape),
          );
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
      cellPeople[cell] = upTo - dealt;
      before[origin]![zip + 1] = before[origin]![zip]! + (upTo - dealt);
      dealt = upTo;
      block(starting, zip, origin, words);
      patternStarts[cell] = below(words[0]!, patternLength);
      statusStarts[cell] = below(words[1]!, statusPatternLength);
      const { pattern, nonFiling } = householdsOf[origin]!;
      const filing = pattern.householdsFor(cellPeople[cell]!, patternStarts[cell]);
      if (filing > 0 && nonFiling > 0) {
        block(roundingNonFiling, zip, origin, words);
        nonFilers[cell] = Math.floor(filing * nonFiling + uniform(words[0]!));
      }
      households += filing + nonFilers[cell]!;
    }
    firstHousehold[zip + 1] = firstHousehold[zip]! + households;
  }

  const stateFirst = new Int32Array(count);
  const stateEnd = new Int32Array(count);
  for (let zip = 0, first = 0; zip < count; zip++) {
    if (places.state[zip] !== places.state[first]) first = zip;
    stateFirst[zip] = first;
  }
  for (let zip = count - 1, end = count; zip >= 0; zip--) {
    if (zip + 1 < count && places.state[zip] !== places.state[zip + 1]) end = zip + 1;
    stateEnd[zip] = end;
  }

  return {
    zipAreas: count,
    people,
    households: firstHousehold[count]!,
    area(zip) {
      const filing = origins.map((_, origin) => {
        const cell = zip * origins.length + origin;
        return householdsOf[origin]!.pattern.householdsFor(cellPeople[cell]!, patternStarts[cell]);
      });
      const allFiling = filing.reduce((sum, households) => sum + households, 0);
      const cells: Cell[] = [];
      let person = 0;
      let household = 0;
      let nonFiling = allFiling;
      for (let origin = 0; origin < origins.length; origin++) {
        const cell = zip * origins.length + origin;
        const inCell = cellPeople[cell]!;
        const patternStart = patternStarts[cell]!;
        const households = filing[origin]!;
        cells.push({
          origin,
          firstPerson: person,
          people: inCell,
          firstHousehold: household,
          households,
          firstNonFiling: nonFiling,
          nonFiling: nonFilers[cell]!,
          patternStart,
          statusStart: statusStarts[cell]!,
        });
        person += inCell;
        household += households;
        nonFiling += nonFilers[cell]!;
      }
      return {
        zip,
        code: places.zip[zip]!,
        city: places.city[zip]!,
        state: places.state[zip]!,
        firstPerson: firstPerson[zip]!,
        people: person,
        cells,
        households: household,
        firstHousehold: firstHousehold[zip]!,
        dwellings: Math.max(1, nonFiling),
      };
    },
    zipOf: (person) => placeOf(firstPerson, person),
    zipOfHousehold: (household) => placeOf(firstHousehold, household),
    originPeopleBefore: (origin, zip) => before[origin]![zip]!,
    zipOfOriginPerson: (origin, person) => placeOf(before[origin]!, person),
    stateRange: (zip) => [stateFirst[zip]!, stateEnd[zip]!],
  };
}

/** Cumulative whole counts that deal `total` out in proportion to `weights`; the last is `total`. */
export function shareOut(total: number, weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  const cumulative = new Float64Array(weights.length + 1);
  let running = 0;
  for (let i = 0; i < weights.length; i++) {
    running += weights[i]!;
    cumulative[i + 1] = i === weights.length - 1 ? total : Math.round((total * running) / sum);
  }
  return cumulative;
}

/** The interval of ascending `bounds` that holds `value`: the last i with bounds[i] <= value. */
export function placeOf(bounds: Float64Array | Int32Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
