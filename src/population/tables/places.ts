/**
 * Places: ZIP areas, the communities of the adults in each state by size of ZIP area, how much single ZIP areas
 * differ from that, and the commonest street names.
 */

import { byCommunity, type Community, communities } from '../communities.ts';
import { eachRow, field, readTable, sharesOf } from './csv.ts';

/** Columns over the ZIP areas, ordered by state, then ZIP, so that each state is one run. */
export interface ZipAreas {
  /** Five digits. */
  readonly zip: readonly string[];
  /** Upper case. */
  readonly city: readonly string[];
  /** Two letters: 50 states, DC, PR, and the island territories AS, GU, MP, VI (whose population is 0). */
  readonly state: readonly string[];
  /** People of all ages. */
  readonly population: Float64Array;
  /** People per square kilometre. */
  readonly density: Float64Array;
  /** Place in `StateCommunities` of the cell whose communities the area shares. */
  readonly cell: Int32Array;
}

/** Columns over the cells: a state and a size band of ZIP areas. The last cell is the whole country (state ''). */
export interface StateCommunities {
  readonly state: readonly string[];
  /** Size band, a place in `CommunitySpread.leastPopulation`. */
  readonly band: Int32Array;
  /** Adults in 2020. */
  readonly adults: Float64Array;
  /** Shares of adults by community, in their order, summing to 1. */
  readonly shares: readonly (readonly number[])[];
}

/** How alike the ZIP areas of a cell are: see `communityShares`. */
export interface CommunitySpread {
  /** Lower bounds, in people, of the size bands of ZIP areas. */
  readonly leastPopulation: readonly number[];
  /** Beta concentration by size band; the larger, the more alike. White has none: it is what remains. */
  readonly concentration: Readonly<Record<Community, readonly number[]>>;
}

/** A street's base name, without type and direction, and how many roads bear it in the country. */
export interface StreetName {
  readonly name: string;
  readonly roads: number;
}

/** Reads the concentrations. */
export function readCommunitySpread(): CommunitySpread {
  const { header, rows } = readTable('community-spread.csv');
  const concentrationOf = new Map(rows.map(([community, ...bands]) => [community, bands.map(Number)]));
  return {
    leastPopulation: header.slice(1).map(Number),
    concentration: byCommunity(communities.map((community) => concentrationOf.get(community) ?? [])),
  };
}

/** Reads the cells and adds the whole country as the last. */
export function readStateCommunities({ leastPopulation }: CommunitySpread): StateCommunities {
  const { rows } = readTable('state-communities.csv');
  const adults = rows.map((row) => Number(field(row, 2)));
  const shares = rows.map((row) => sharesOf(row, 3));
  const everybody = adults.reduce((a, b) => a + b, 0);
  const country = communities.map(
    (_, community) =>
      shares.reduce((sum, cell, index) => sum + adults[index]! * cell[community]!, 0) / everybody,
  );
  return {
    state: [...rows.map((row) => field(row, 0)), ''],
    band: Int32Array.from([...rows.map((row) => leastPopulation.indexOf(Number(field(row, 1)))), 0]),
    adults: Float64Array.from([...adults, everybody]),
    shares: [...shares, country],
  };
}

/** Reads the ZIP areas and finds the cell of each; an area whose state has no cells gets the whole country's. */
export function readZipAreas({ leastPopulation }: CommunitySpread, cells: StateCommunities): ZipAreas {
  const cellOf = new Map(cells.state.map((state, cell) => [`${state} ${cells.band[cell]}`, cell]));
  const zip: string[] = [];
  const city: string[] = [];
  const state: string[] = [];
  const population: number[] = [];
  const density: number[] = [];
  eachRow('zip-areas.csv.gz', (row) => {
    zip.push(field(row, 0));
    city.push(field(row, 1));
    state.push(field(row, 2));
    population.push(Number(field(row, 3)));
    density.push(Number(field(row, 4)));
  });
  return {
    zip,
    city,
    state,
    population: Float64Array.from(population),
    density: Float64Array.from(density),
    cell: Int32Array.from(population, (people, index) => {
      const band = leastPopulation.findLastIndex((least) => people >= least);
      return cellOf.get(`${state[index]} ${band}`) ?? cells.state.length - 1;
    }),
  };
}

/** Reads the street names, commonest first. */
export function readStreets(): readonly StreetName[] {
  return readTable('streets.csv').rows.map((row) => ({ name: field(row, 0), roads: Number(field(row, 1)) }));
}
