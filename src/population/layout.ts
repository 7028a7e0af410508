/**
 * Where everybody in the taxpayer file lives: ZIP area, then origin, then household, then person. Counts are settled
 * once (layout-counts.ts); every index is found from them by arithmetic.
 */

import type { HouseholdsOfOrigin } from './cell-households.ts';
import { placeFinder } from './cumulative.ts';
import { type LayoutCounts, layoutCounts } from './layout-counts.ts';
import { origins } from './origins.ts';
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
  /** What the layout is made of, for another thread to make it again. */
  readonly counts: LayoutCounts;
  /** Five digits of a ZIP area. */
  code(zip: number): string;
  area(zip: number): ZipArea;
  /** As many as in `area`, cheaper. */
  peopleIn(zip: number): number;
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

/**
 * Settles the counts of a taxpayer file of `people` people, in households by origin.
 * @param puertoRicoFiling people in the file per resident of Puerto Rico, as a share of the same elsewhere
 * @param settled the counts of a layout of the same arguments, which another thread made
 */
export function layout(
  tables: Tables,
  people: number,
  householdsOf: readonly Pick<HouseholdsOfOrigin, 'pattern' | 'nonFiling'>[],
  seed: number,
  puertoRicoFiling = 0,
  settled: LayoutCounts = layoutCounts(tables, people, householdsOf, seed, puertoRicoFiling),
): Layout {
  const { zipAreas: places } = tables;
  const count = places.zip.length;
  const { firstPerson, firstHousehold, cellPeople, filing, nonFiling, patternStarts, statusStarts } = settled;
  const peopleBefore = origins.map((_, origin) =>
    settled.peopleBefore.subarray(origin * (count + 1), (origin + 1) * (count + 1)),
  );

  const zipOfPersonOf = peopleBefore.map(placeFinder);

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
    counts: settled,
    code: (zip) => places.zip[zip]!,
    area(zip) {
      const firstCell = zip * origins.length;
      let allFiling = 0;
      for (let origin = 0; origin < origins.length; origin++) allFiling += filing[firstCell + origin]!;
      const cells: Cell[] = [];
      let person = 0;
      let household = 0;
      let nonFilingHousehold = allFiling;
      for (let origin = 0; origin < origins.length; origin++) {
        const cell = firstCell + origin;
        cells.push({
          origin,
          firstPerson: person,
          people: cellPeople[cell]!,
          firstHousehold: household,
          households: filing[cell]!,
          firstNonFiling: nonFilingHousehold,
          nonFiling: nonFiling[cell]!,
          patternStart: patternStarts[cell]!,
          statusStart: statusStarts[cell]!,
        });
        person += cellPeople[cell]!;
        household += filing[cell]!;
        nonFilingHousehold += nonFiling[cell]!;
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
        dwellings: Math.max(1, nonFilingHousehold),
      };
    },
    peopleIn: (zip) => firstPerson[zip + 1]! - firstPerson[zip]!,
    zipOf: placeFinder(firstPerson),
    zipOfHousehold: placeFinder(firstHousehold),
    originPeopleBefore: (origin, zip) => peopleBefore[origin]![zip]!,
    zipOfOriginPerson: (origin, person) => zipOfPersonOf[origin]!(person),
    stateRange: (zip) => [stateFirst[zip]!, stateEnd[zip]!],
  };
}

/** The cell that holds household `household` of the ZIP area. */
export function cellOf(area: ZipArea, household: number): Cell {
  const cell = area.cells.find((c) =>
    household < area.households
      ? household < c.firstHousehold + c.households
      : household < c.firstNonFiling + c.nonFiling,
  );
  if (cell !== undefined) return cell;
  throw new RangeError(`no such household in ZIP area ${area.code}: ${household} of ${area.dwellings}`);
}
