/**
 * What the checks look at: whole ZIP areas of the generated file, everybody in them, each person with the number of
 * people of the file for whom they stand. Facts are about the 50 states and DC, and so is the sample.
 *
 * Design: every so-many-th person of the file, from a random start, draws in the ZIP area where they live (systematic
 * sampling in the order of the file, state by state, with probability proportional to people). Weights are then
 * scaled so that each origin counts as many people as it has in the whole file, a number that the layout knows: the
 * sample need not be lucky in which communities live in its areas. Where the sample holds nobody of an origin, that
 * origin is missing from the estimates.
 *
 * References: Cochran, "Sampling Techniques", 3rd ed. (1977), sections 9A.3 to 9A.5 (sampling with probability
 * proportional to size) and 5A.9 (post-stratification).
 */

import type { Community } from '../population/communities.ts';
import type { Household } from '../population/household.ts';
import { type Cell, cellOf, type Layout, type ZipArea } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import { below, block, type Stream, stream, uniform } from '../random/stream.ts';

/** One household of a sampled area, with everyone in it. */
interface SampledHousehold {
  /** Place of its cell in `area.cells`. */
  readonly cell: number;
  readonly household: Household;
}

export interface SampledArea {
  readonly area: ZipArea;
  /** Everybody of the area, in the order of its cells. */
  readonly people: PeopleColumns;
  /** The surname of each person, numbered over the sample from 0. */
  readonly surnames: Int32Array;
  /** How many people of the file each person of a cell stands for, by place in `area.cells`. */
  readonly weights: readonly number[];
  /** How many areas of its kind the area stands for, people by people: the weight before it is scaled by origin. */
  readonly areaWeight: number;
  /** Every `householdStep`-th household, with or without a filer: who does not file is known only there. */
  readonly households: readonly SampledHousehold[];
  readonly householdStep: number;
}

export interface Sample {
  readonly population: Population;
  readonly areas: readonly SampledArea[];
  /** How many people are in the sampled areas. */
  readonly people: number;
  /** How many people of the file they stand for: those of the 50 states and DC. */
  readonly represented: number;
  /** How many surnames they have among them. */
  readonly surnames: number;
}

const HOUSEHOLDS_OF_AN_AREA = 300;

/** The community that the people of a cell belong to. */
export function communityOf(cell: Cell): Community {
  return origins[cell.origin]!.community;
}

/**
 * Draws about `people` people of the file, whole ZIP areas of them; all of the file where it has no more.
 * @param seed of the draw of areas; the people are those of the file, whatever the seed
 */
export function drawSample(population: Population, people: number, seed: number): Sample {
  const { layout } = population;
  const zips = statesOf(layout);
  const drawn = drawAreas(layout, zips, people, stream(seed, 'validation/zip-areas'));
  const everybody = peopleByCell(
    layout,
    zips.map((zip) => ({ zip, weight: 1 })),
  );
  const represented = peopleByCell(layout, drawn);
  const scale = everybody.map((count, cell) => (represented[cell]! > 0 ? count / represented[cell]! : 0));

  const starts = stream(seed, 'validation/households');
  const numbering = new Map<number, number>();
  const areas = drawn.map(({ zip, weight }): SampledArea => {
    const area = layout.area(zip);
    const columns = population.people(area);
    const householdStep = Math.max(1, Math.floor(householdsOf(area) / HOUSEHOLDS_OF_AN_AREA));
    return {
      area,
      people: columns,
      surnames: numbered(columns.surname, numbering),
      weights: area.cells.map((_, cell) => weight * scale[cell]!),
      areaWeight: weight,
      households: someHouseholds(population, area, householdStep, starts),
      householdStep,
    };
  });
  return {
    population,
    areas,
    people: areas.reduce((sum, { area }) => sum + area.people, 0),
    represented: everybody.reduce((sum, count) => sum + count, 0),
    surnames: numbering.size,
  };
}

/** Households of an area, with or without a filer. */
function householdsOf({ cells, households }: ZipArea): number {
  return cells.reduce((sum, { nonFiling }) => sum + nonFiling, households);
}

interface DrawnArea {
  readonly zip: number;
  readonly weight: number;
}

/** The ZIP areas of the 50 states and DC, ascending. */
export function statesOf(layout: Layout): readonly number[] {
  return Array.from({ length: layout.zipAreas }, (_, zip) => zip).filter(
    (zip) => layout.area(zip).state !== 'PR',
  );
}

function drawAreas(
  layout: Layout,
  zips: readonly number[],
  people: number,
  draws: Stream,
): readonly DrawnArea[] {
  const sizes = zips.map((zip) => layout.area(zip).people);
  const everybody = sizes.reduce((sum, size) => sum + size, 0);
  // The ZIP area of a random person has this many people.
  const meanSize = sizes.reduce((sum, size) => sum + size ** 2, 0) / everybody;
  const wanted = people >= everybody ? everybody : Math.max(1, Math.round(people / meanSize));
  const step = everybody / wanted;
  const words = new Uint32Array(4);
  block(draws, 0, 0, words);
  const start = uniform(words[0]!);
  const drawsBefore = (person: number) => Math.ceil(person / step - start);
  let first = 0;
  return sizes.flatMap((size, place) => {
    const hits = drawsBefore(first + size) - drawsBefore(first);
    first += size;
    return hits > 0 ? [{ zip: zips[place]!, weight: (hits * step) / size }] : [];
  });
}

/** Weighted people of the areas by place of the cell: cells are in the same order everywhere. */
function peopleByCell(layout: Layout, areas: readonly DrawnArea[]): readonly number[] {
  const people: number[] = [];
  for (const { zip, weight } of areas) {
    layout.area(zip).cells.forEach((cell, place) => {
      people[place] = (people[place] ?? 0) + weight * cell.people;
    });
  }
  return people;
}

function numbered(codes: Int32Array, numbering: Map<number, number>): Int32Array {
  return codes.map((code) => {
    const known = numbering.get(code);
    if (known !== undefined) return known;
    numbering.set(code, numbering.size);
    return numbering.size - 1;
  });
}

function someHouseholds(
  population: Population,
  area: ZipArea,
  step: number,
  starts: Stream,
): readonly SampledHousehold[] {
  const words = new Uint32Array(4);
  block(starts, area.zip, 0, words);
  const households: SampledHousehold[] = [];
  for (let household = below(words[0]!, step); household < householdsOf(area); household += step) {
    const cell = cellOf(area, household);
    households.push({
      cell: area.cells.indexOf(cell),
      household: population.household(area.firstHousehold + household),
    });
  }
  return households;
}
