/**
 * The origins in figures: how large each is in its community, how many of it were born abroad, and how the
 * communities of each state divide. The state table holds rough percentages for some states; those and the
 * national shares (for the other states) are fitted until they add up over the 50 states and DC to the national
 * shares. Puerto Rico stands outside: its row is as given.
 */

import { communities } from '../communities.ts';
import { byOrigin, type OriginId, origins } from '../origins.ts';
import { field, readTable } from './csv.ts';
import type { StateCommunities } from './places.ts';
import { normalised, rescale } from './rescale.ts';

export interface OriginFacts {
  /** Share of the community's adults, in (0, 1]. */
  readonly shareOfCommunity: number;
  /** Share of the origin's adults who were born outside the United States and Puerto Rico, in [0, 1]. */
  readonly bornAbroad: number;
  /** Dirichlet concentration, the same for all origins of a community; the larger, the more alike ZIP areas are. */
  readonly spread: number;
}

/** How the communities of each state divide among their origins. */
export interface StateOrigins {
  readonly states: readonly string[];
  /** By state: shares of the origins within their own community, in the order of `origins`. */
  readonly shares: readonly (readonly number[])[];
}

/** Reads the figures of every origin. */
export function readOrigins(): Readonly<Record<OriginId, OriginFacts>> {
  const rows = new Map(readTable('origins.csv').rows.map((row) => [field(row, 0), row]));
  return byOrigin(
    origins.map(({ id }) => {
      const row = rows.get(id) ?? [];
      const [shareOfCommunity, bornAbroad, spread] = [1, 4, 7].map((column) => Number(field(row, column)));
      return { shareOfCommunity: shareOfCommunity!, bornAbroad: bornAbroad!, spread: spread! };
    }),
  );
}

/** Reads the states' percentages and fits them to the national shares. */
export function readStateOrigins(
  facts: Readonly<Record<OriginId, OriginFacts>>,
  { state, adults, shares }: StateCommunities,
): StateOrigins {
  const { header, rows } = readTable('origin-states.csv');
  const percentOf = new Map(rows.map((row) => [field(row, 0), row]));
  const states = [...new Set(state)].filter((code) => code !== '');
  const result = states.map(() => origins.map(() => 0));
  communities.forEach((community, place) => {
    const members = origins.flatMap((origin, index) => (origin.community === community ? [index] : []));
    const national = members.map((index) => facts[origins[index]!.id].shareOfCommunity);
    const seeds = states.map((code) => {
      const row = percentOf.get(code) ?? [];
      const percent = members.map((index) => Number(row[header.indexOf(origins[index]!.id)] ?? 0));
      return percent.some((value) => value > 0) ? normalised(percent) : national;
    });
    const people = states.map((code) =>
      state.reduce(
        (sum, cellState, cell) =>
          sum + (cellState === code && code !== 'PR' ? adults[cell]! * shares[cell]![place]! : 0),
        0,
      ),
    );
    rescale(seeds, people, national).forEach((row, index) => {
      members.forEach((origin, part) => {
        result[index]![origin] = row[part]!;
      });
    });
  });
  return { states, shares: result };
}
