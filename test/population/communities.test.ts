import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities, communityShares, scatteredShares } from '../../src/population/communities.ts';
import { loadTables } from '../../src/population/tables.ts';
import { gammaDraw } from '../../src/random/distributions.ts';
import { stream } from '../../src/random/stream.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('scatteredShares', () => {
  it('are shares, whatever the gamma values', () => {
    const weights = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }).filter((parts) => sum(parts) > 0);
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (parts, gammas) => {
          const cell = parts.map((part) => part / sum(parts));
          const shares = scatteredShares(cell, [5, 0, 2, 6, 1, 300], (draw) => gammas[draw]!);
          expect(sum(shares)).toBeCloseTo(1, 9);
          for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 1 },
    );
  });

  it('leave out a community that the cell does not have, and ask for no gamma value of shape 0', () => {
    const shares = scatteredShares([0.5, 0.5, 0, 0, 0, 0], [5, 0, 2, 6, 1, 300], (_, shape) => {
      expect(shape).toBeGreaterThan(0);
      return shape;
    });
    expect(shares).toEqual([0.5, 0.5, 0, 0, 0, 0]);
  });

  it('have the shares of the cell as their means', () => {
    const cell = [0.2, 0.5, 0.12, 0.1, 0.03, 0.05];
    const source = stream(1, 'test/scattered-shares');
    const areas = 20_000;
    const means = communities.map(() => 0);
    for (let area = 0; area < areas; area++) {
      const shares = scatteredShares(cell, [5, 0, 2.5, 6, 9, 300], (draw, shape) =>
        gammaDraw(source, area, 64 * draw, shape),
      );
      shares.forEach((share, community) => {
        means[community]! += share / areas;
      });
    }
    // Standard errors are below 0.002: five of them.
    means.forEach((mean, community) => {
      expect(Math.abs(mean - cell[community]!)).toBeLessThan(0.01);
    });
  });
});

describe('communityShares', () => {
  const tables = loadTables();
  const { state, population } = tables.zipAreas;
  const areas = Array.from(population.keys()).filter((zip) => state[zip] !== 'PR' && population[zip]! > 0);
  const people = sum(areas.map((zip) => population[zip]!));
  const adultsOfPeople = 258_336_802 / people; // adults of 50 states and DC, 2020 Census

  // Mean number of adults of their own community in the ZIP area of a random adult, 2020 Census.
  it.each([
    ['hispanic', 14_020],
    ['white', 14_287],
    ['black', 9580],
    ['asian', 7756],
  ] as const)('gather %s adults as the Census found them', (name, expected) => {
    const community = communities.indexOf(name);
    const seeds = [1, 2, 3];
    const neighbours = seeds.map((seed) => {
      const source = stream(seed, 'test/community-shares');
      const adults = areas.map((zip) => {
        const shares = communityShares(tables, zip, (draw, shape) =>
          gammaDraw(source, zip, 64 * draw, shape),
        );
        return shares[community]! * population[zip]! * adultsOfPeople;
      });
      return sum(adults.map((count) => count ** 2)) / sum(adults);
    });
    expect(Math.abs(sum(neighbours) / seeds.length / expected - 1)).toBeLessThan(0.05);
  });
});
