/**
 * Where everybody in the taxpayer file lives, as counts: ZIP area, then community, then household, then
 * person. Counts are settled once from the tables and the seed; every index is found from them by arithmetic.
 *
 * The people of the file are dealt to ZIP areas in proportion to their population, and within a ZIP area to
 * communities by shares drawn around those of the state and size of place (see tables/README.md).
 */

import { gammaDraw } from '../random/distributions.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import { communities, communityShares } from './communities.ts';
import { type HouseholdPattern, patternLength } from './household-pattern.ts';
import type { Tables } from './tables.ts';

/** One community of one ZIP area. Numbers of people and households count from the first of the ZIP area. */
export interface Cell {
  readonly community: number;
  readonly firstPerson: number;
  readonly people: number;
  readonly firstHousehold: number;
  readonly households: number;
  /** Where in the household pattern its first household stands. */
  readonly patternStart: number;
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
  readonly cells: readonly Cell[];
  /** Households of which somebody is in the file. */
  readonly households: number;
  /** Dwellings: those of the households, then dwellings where nobody files. */
  readonly dwellings: number;
}

export interface Layout {
  readonly zipAreas: number;
  readonly people: number;
  area(zip: number): ZipArea;
  /** The ZIP area of a person of the national file. */
  zipOf(person: number): number;
  /** People of a community in the ZIP areas before `zip`; `zip` may be the number of ZIP areas. */
  communityPeopleBefore(community: number, zip: number): number;
  /** The ZIP area of person number `person` of a community, counted over the country. */
  zipOfCommunityPerson(community: number, person: number): number;
  /** First and one past the last ZIP area of the state that ZIP area `zip` is in. */
  stateRange(zip: number): readonly [first: number, end: number];
}

/** Dwellings where nobody files, per dwelling where somebody does: an assumption. */
const NON_FILING_DWELLINGS = 0.08;

/** The file covers the 50 states and DC: residents of the territories mostly file with their own tax agency. */
const OUTSIDE_THE_FILE = new Set(['PR', 'AS', 'GU', 'MP', 'VI']);

/** Settles the counts of a taxpayer file of `people` people. */
export function layout(tables: Tables, people: number, pattern: HouseholdPattern, seed: number): Layout {
  const { zipAreas: places } = tables;
  const count = places.zip.length;
  const firstPerson = shareOut(
    people,
    places.population.map((residents, zip) => (OUTSIDE_THE_FILE.has(places.state[zip]!) ? 0 : residents)),
  );
  const spread = stream(seed, 'population/community-spread');
  const rounding = stream(seed, 'population/community-rounding');
  const starting = stream(seed, 'population/pattern-start');
  const words = new Uint32Array(4);

  const cellPeople = new Int32Array(count * communities.length);
  const patternStarts = new Uint16Array(count * communities.length);
  const before = communities.map(() => new Float64Array(count + 1));
  for (let zip = 0; zip < count; zip++) {
    const shares = communityShares(tables, zip, (draw, shape) => gammaDraw(spread, zip, draw * 64, shape));
    const inZip = firstPerson[zip + 1]! - firstPerson[zip]!;
    // Systematic rounding from a random start: whole people, no community favoured, the sum exact.
    block(rounding, zip, 0, words);
    const start = uniform(words[0]!);
    let cumulative = 0;
    let dealt = 0;
    for (let c = 0; c < communities.length; c++) {
      cumulative += shares[c]!;
      const upTo =
        c === communities.length - 1 ? inZip : Math.min(inZip, Math.floor(cumulative * inZip + start));
      cellPeople[zip * communities.length + c] = upTo - dealt;
      before[c]![zip + 1] = before[c]![zip]! + (upTo - dealt);
      dealt = upTo;
      block(starting, zip, c, words);
      patternStarts[zip * communities.length + c] = below(words[0]!, patternLength);
    }
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
    area(zip) {
      const cells: Cell[] = [];
      let person = 0;
      let household = 0;
      for (let community = 0; community < communities.length; community++) {
        const inCell = cellPeople[zip * communities.length + community]!;
        const patternStart = patternStarts[zip * communities.length + community]!;
        const households = pattern.householdsFor(inCell, patternStart);
        cells.push({
          community,
          firstPerson: person,
          people: inCell,
          firstHousehold: household,
          households,
          patternStart,
        });
        person += inCell;
        household += households;
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
        dwellings: household + Math.ceil(household * NON_FILING_DWELLINGS) + 1,
      };
    },
    zipOf: (person) => placeOf(firstPerson, person),
    communityPeopleBefore: (community, zip) => before[community]![zip]!,
    zipOfCommunityPerson: (community, person) => placeOf(before[community]!, person),
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
export function placeOf(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
