import { describe, expect, it } from 'vitest';
import { communities } from '../../src/population/communities.ts';
import { byOrigin, originShares, origins } from '../../src/population/origins.ts';
import { loadTables } from '../../src/population/tables.ts';
import { gammaDraw } from '../../src/random/distributions.ts';
import { stream } from '../../src/random/stream.ts';

const tables = loadTables();
const source = stream(1, 'test/origin-shares');
const gamma = (area: number) => (draw: number, shape: number) => gammaDraw(source, area, 64 * draw, shape);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const membersOf = (community: string) =>
  origins.flatMap((origin, index) => (origin.community === community ? [index] : []));

describe('the origins', () => {
  it('stand together by community, in its order', () => {
    expect([...new Set(origins.map(({ community }) => community))]).toEqual([...communities]);
    const places = origins.map(({ community }) => communities.indexOf(community));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  it('have each one label and description', () => {
    for (const column of ['id', 'label', 'describe'] as const) {
      expect(new Set(origins.map((origin) => origin[column])).size).toBe(origins.length);
    }
  });

  it('make up their community', () => {
    for (const community of communities) {
      const shares = membersOf(community).map((index) => tables.origins[origins[index]!.id].shareOfCommunity);
      expect(sum(shares)).toBeCloseTo(1, 9);
    }
  });

  it('have figures within their ranges and one spread a community', () => {
    for (const { id, community } of origins) {
      const { bornAbroad, spread } = tables.origins[id];
      expect(bornAbroad).toBeGreaterThanOrEqual(0);
      expect(bornAbroad).toBeLessThan(1);
      expect(spread).toBe(tables.origins[origins[membersOf(community)[0]!]!.id].spread);
    }
  });

  // American Community Survey 2019, tables B05003: who is not a citizen by birth.
  it.each([
    ['hispanic', 0.449],
    ['white', 0.046],
    ['black', 0.126],
    ['asian', 0.752],
  ] as const)('bring %s adults born abroad to their share', (community, expected) => {
    const facts = membersOf(community).map((index) => tables.origins[origins[index]!.id]);
    const abroad = sum(facts.map(({ shareOfCommunity, bornAbroad }) => shareOfCommunity * bornAbroad));
    expect(Math.abs(abroad - expected)).toBeLessThan(0.005);
  });
});

describe('origins by state', () => {
  const { stateOrigins, stateCommunities } = tables;

  it('add up to the origins of the country', () => {
    communities.forEach((community, place) => {
      for (const index of membersOf(community)) {
        let people = 0;
        let everybody = 0;
        stateCommunities.state.forEach((state, cell) => {
          const row = stateOrigins.shares[stateOrigins.states.indexOf(state)];
          if (row === undefined || state === 'PR') return;
          const adults = stateCommunities.adults[cell]! * stateCommunities.shares[cell]![place]!;
          people += adults * row[index]!;
          everybody += adults;
        });
        expect(people / everybody).toBeCloseTo(tables.origins[origins[index]!.id].shareOfCommunity, 6);
      }
    });
  });

  it('put Cubans in Florida and Mexicans in Texas', () => {
    const share = (state: string, id: string) =>
      stateOrigins.shares[stateOrigins.states.indexOf(state)]![origins.findIndex((o) => o.id === id)]!;
    expect(share('FL', 'caribbean-hispanic')).toBeGreaterThan(0.4);
    expect(share('TX', 'mexican')).toBeGreaterThan(0.8);
    expect(share('PR', 'caribbean-hispanic')).toBe(1);
  });
});

describe('originShares', () => {
  const zip = tables.zipAreas.zip.indexOf('90210');
  const shares = [0.3, 0.3, 0.1, 0.2, 0.05, 0.05];

  it('divides each community exactly', () => {
    const divided = originShares(tables, zip, shares, gamma(1));
    communities.forEach((community, place) => {
      expect(sum(membersOf(community).map((index) => divided[index]!))).toBeCloseTo(shares[place]!, 12);
    });
  });

  it('asks for each value once, by the place of the origin', () => {
    const asked: number[] = [];
    originShares(tables, zip, shares, (draw, shape) => {
      expect(shape).toBeGreaterThan(0);
      asked.push(draw);
      return shape;
    });
    expect(asked).toEqual(
      origins.flatMap(({ community }, i) => (membersOf(community).length > 1 ? [i] : [])),
    );
  });

  it('has the shares of the state as its mean', () => {
    const expected = tables.stateOrigins.shares[tables.stateOrigins.states.indexOf('CA')]!;
    const byMean = originShares(tables, zip, shares, (_, shape) => shape);
    byMean.forEach((share, index) => {
      const place = communities.indexOf(origins[index]!.community);
      expect(share).toBeCloseTo(shares[place]! * expected[index]!, 12);
    });
  });

  it('scatters as a Dirichlet distribution of the stated concentration', () => {
    const draws = 4000;
    const mean = tables.stateOrigins.shares[tables.stateOrigins.states.indexOf('CA')]![0]!;
    const values = Array.from(
      { length: draws },
      (_, seed) => originShares(tables, zip, shares, gamma(seed))[0]! / shares[0]!,
    );
    const average = sum(values) / draws;
    const variance = sum(values.map((value) => (value - average) ** 2)) / (draws - 1);
    expect(average).toBeCloseTo(mean, 1);
    expect(variance / ((mean * (1 - mean)) / (tables.origins.mexican.spread + 1))).toBeGreaterThan(0.85);
    expect(variance / ((mean * (1 - mean)) / (tables.origins.mexican.spread + 1))).toBeLessThan(1.15);
  });

  it('asks for no gamma value of shape 0', () => {
    const area = tables.zipAreas.state.indexOf('PR');
    const divided = originShares(tables, area, shares, (_, shape) => {
      expect(shape).toBeGreaterThan(0);
      return shape;
    });
    expect(divided[2]).toBe(0.3);
  });

  it('falls back on the national shares where no value is above 0', () => {
    const divided = originShares(tables, zip, shares, () => 0);
    expect(sum(divided)).toBeCloseTo(1, 12);
  });
});

describe('byOrigin', () => {
  it('names one value for each', () => {
    expect(byOrigin(origins.map(({ label }) => label)).korean).toBe('Korean');
  });
});
