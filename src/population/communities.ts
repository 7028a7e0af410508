/**
 * Communities: the groups within which names are drawn and beside which people live, and how a ZIP area's
 * residents divide into them.
 *
 * The areas of a cell (a state and a size band of ZIP areas) scatter round the cell's mean shares. Shares are
 * broken off one after another: hispanic takes a Beta fraction of the whole, black a Beta fraction of what is
 * left, then asian, american-indian and other; white is what remains. A community's Beta has as its mean the
 * cell's share of what the earlier ones leave, so every expected share is the cell's, and as its concentration
 * (alpha + beta) a figure fitted for the community and band to the Census: see tables/README.md.
 *
 * Reference: Connor & Mosimann, "Concepts of independence for proportions with a generalization of the
 * Dirichlet distribution", JASA 64 (1969). A Beta fraction is X / (X + Y) with X, Y of shapes alpha, beta.
 */

import type { Tables } from './tables.ts';

/** Every list of values by community is in this order. */
export const communities = ['hispanic', 'white', 'black', 'asian', 'american-indian', 'other'] as const;
export type Community = (typeof communities)[number];

/** The communities whose shares are broken off, in turn. */
const breakingOrder: readonly Community[] = ['hispanic', 'black', 'asian', 'american-indian', 'other'];
const breakingPlaces = breakingOrder.map((community) => communities.indexOf(community));
const white = communities.indexOf('white');

/** One value a community, in their order, as a record. */
export function byCommunity<T>(values: readonly T[]): Readonly<Record<Community, T>> {
  return Object.fromEntries(communities.map((community, index) => [community, values[index]])) as Record<
    Community,
    T
  >;
}

/**
 * The shares of the communities in one ZIP area, in their order, summing to 1.
 * @param zip place of the area in `tables.zipAreas`
 * @param gammaOf a gamma value of the given shape (above 0) and scale 1; `draw` (0 to 9) names the one wanted,
 *   so that the value can be addressed by area and draw
 */
export function communityShares(
  {
    zipAreas,
    stateCommunities,
    communitySpread,
  }: Pick<Tables, 'zipAreas' | 'stateCommunities' | 'communitySpread'>,
  zip: number,
  gammaOf: (draw: number, shape: number) => number,
): number[] {
  const cell = zipAreas.cell[zip]!;
  const band = stateCommunities.band[cell]!;
  const concentrations = communities.map((community) => communitySpread.concentration[community][band] ?? 0);
  return scatteredShares(stateCommunities.shares[cell]!, concentrations, gammaOf);
}

/** Shares scattered round those of a cell; `concentrations` are in the order of the communities. */
export function scatteredShares(
  cellShares: readonly number[],
  concentrations: readonly number[],
  gammaOf: (draw: number, shape: number) => number,
): number[] {
  const shares = communities.map(() => 0);
  let expectedLeft = 1;
  let left = 1;
  for (let turn = 0; turn < breakingPlaces.length; turn++) {
    const community = breakingPlaces[turn]!;
    const mean = expectedLeft > 0 ? Math.min(1, cellShares[community]! / expectedLeft) : 0;
    const fraction = betaFraction(mean, concentrations[community]!, 2 * turn, gammaOf);
    shares[community] = left * fraction;
    left *= 1 - fraction;
    expectedLeft -= cellShares[community]!;
  }
  shares[white] = left;
  return shares;
}

/** A Beta fraction, from the gamma values `draw` and the next. */
function betaFraction(
  mean: number,
  concentration: number,
  draw: number,
  gammaOf: (draw: number, shape: number) => number,
): number {
  if (mean <= 0 || mean >= 1) return mean;
  const taken = gammaOf(draw, mean * concentration);
  const left = gammaOf(draw + 1, (1 - mean) * concentration);
  return taken + left > 0 ? taken / (taken + left) : mean;
}
