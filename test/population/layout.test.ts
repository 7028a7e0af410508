import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities } from '../../src/population/communities.ts';
import { placeFinder, shareOut } from '../../src/population/cumulative.ts';
import { filingHouseholds } from '../../src/population/household-catalogue.ts';
import { householdPattern, patternLength } from '../../src/population/household-pattern.ts';
import { layout } from '../../src/population/layout.ts';
import { origins } from '../../src/population/origins.ts';
import { statusPatternLength } from '../../src/population/status-pattern.ts';
import { loadTables } from '../../src/population/tables.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { assumedHouseholds } from './assumed-households.ts';

const tables = loadTables();
const pattern = householdPattern(filingHouseholds(assumedHouseholds), 1, 'test');
const householdsOf = origins.map(() => ({ pattern, nonFiling: 0.1 }));
const people = 213_000_000;
const settled = layout(tables, people, householdsOf, 1);
const territories = ['PR', 'AS', 'GU', 'MP', 'VI'];

describe('layout', () => {
  it('tiles the file: ZIP areas, then origins, each beginning where the last one ended', () => {
    for (const [size, laidOut] of [
      [people, settled],
      [300_001, layout(tables, 300_001, householdsOf, 2)],
      [1, layout(tables, 1, householdsOf, 3)],
    ] as const) {
      let person = 0;
      let before = 0;
      for (let zip = 0; zip < laidOut.zipAreas; zip++) {
        const area = laidOut.area(zip);
        let inArea = 0;
        let households = 0;
        let tiled = area.firstPerson === person && area.cells.length === origins.length;
        for (const cell of area.cells) {
          tiled &&= area.cells[cell.origin] === cell;
          tiled &&= cell.firstPerson === inArea && cell.firstHousehold === households && cell.people >= 0;
          tiled &&= cell.households === pattern.householdsFor(cell.people, cell.patternStart);
          inArea += cell.people;
          households += cell.households;
        }
        tiled &&= area.people === inArea && area.households === households;
        let nonFiling = households;
        for (const cell of area.cells) {
          tiled &&= cell.firstNonFiling === nonFiling;
          tiled &&= Math.abs(cell.nonFiling - cell.households * 0.1) < 1;
          nonFiling += cell.nonFiling;
        }
        tiled &&= area.firstHousehold === before && area.dwellings === Math.max(1, nonFiling);
        before += nonFiling;
        person += inArea;
        if (!tiled) expect.fail(`ZIP area ${area.code} does not begin where the last one ended`);
      }
      expect(person).toBe(size);
      expect(laidOut.households).toBe(before);
    }
  });

  it('finds the ZIP area of the first and last person of each', () => {
    for (let zip = 0; zip < settled.zipAreas; zip += 17) {
      const area = settled.area(zip);
      if (area.people === 0) continue;
      expect(settled.zipOf(area.firstPerson)).toBe(zip);
      expect(settled.zipOf(area.firstPerson + area.people - 1)).toBe(zip);
    }
  });

  it('finds the ZIP area of the first and last household of each', () => {
    for (let zip = 0; zip < settled.zipAreas; zip += 17) {
      const area = settled.area(zip);
      if (area.people === 0) continue;
      expect(settled.zipOfHousehold(area.firstHousehold)).toBe(zip);
      expect(settled.zipOfHousehold(area.firstHousehold + area.dwellings - 1)).toBe(zip);
    }
  });

  it('counts each origin along the country', () => {
    origins.forEach((_, origin) => {
      for (let zip = 0; zip < settled.zipAreas; zip += 17) {
        const before = settled.originPeopleBefore(origin, zip);
        const here = settled.area(zip).cells[origin]!.people;
        expect(settled.originPeopleBefore(origin, zip + 1)).toBe(before + here);
        if (here === 0) continue;
        expect(settled.zipOfOriginPerson(origin, before)).toBe(zip);
        expect(settled.zipOfOriginPerson(origin, before + here - 1)).toBe(zip);
      }
    });
  });

  it('knows which ZIP areas make up a state', () => {
    const { state } = tables.zipAreas;
    const runs = new Map(
      [...new Set(state)].map((code) => [code, [state.indexOf(code), state.lastIndexOf(code) + 1]]),
    );
    for (const [code, run] of runs) {
      for (const zip of [run[0]!, Math.floor((run[0]! + run[1]!) / 2), run[1]! - 1]) {
        expect(settled.stateRange(zip), code).toEqual(run);
      }
    }
  });

  it('deals people to ZIP areas by their population, and none to the territories', () => {
    const { population, state } = tables.zipAreas;
    const inside = (zip: number) => !territories.includes(state[zip]!);
    const residents = population.reduce((sum, count, zip) => sum + (inside(zip) ? count : 0), 0);
    population.forEach((count, zip) => {
      const expected = inside(zip) ? (people * count) / residents : 0;
      if (Math.abs(settled.area(zip).people - expected) > 1)
        expect.fail(`${settled.area(zip).people}; not ${expected}`);
    });
  });

  it('deals people to the ZIP areas of Puerto Rico in the share asked for', () => {
    const { population, state } = tables.zipAreas;
    const withIsland = layout(tables, people, householdsOf, 1, 0.2);
    const weight = (zip: number) => {
      if (state[zip] === 'PR') return 0.2 * population[zip]!;
      return territories.includes(state[zip]!) ? 0 : population[zip]!;
    };
    const all = population.reduce((sum, _, zip) => sum + weight(zip), 0);
    let inhabited = 0;
    population.forEach((_, zip) => {
      if (state[zip] !== 'PR') return;
      const { people: here, cells } = withIsland.area(zip);
      expect(Math.abs(here - (people * weight(zip)) / all)).toBeLessThanOrEqual(1);
      if (here > 0) inhabited++;
      for (const { origin, people: inCell } of cells) {
        if (origins[origin]!.community === 'hispanic' && origins[origin]!.id !== 'caribbean-hispanic') {
          expect(inCell).toBe(0);
        }
      }
    });
    expect(inhabited).toBeGreaterThan(100);
  });

  // Expectation and variance of what communities and origins hold, in closed form. A community's share is what the
  // earlier ones left times a Beta fraction of mean f and concentration c; an origin's is that times its part of a
  // Dirichlet distribution of mean m and concentration s. Left, fraction and part are independent.
  describe('gives their shares of the country', () => {
    const { population, state, cell } = tables.zipAreas;
    const { stateOrigins, stateCommunities, communitySpread, origins: facts } = tables;
    const order = ['hispanic', 'black', 'asian', 'american-indian', 'other', 'white'] as const;
    const moments = () => ({ expected: 0, variance: 0 });
    const ofCommunity = new Map(communities.map((community) => [community, moments()]));
    const ofOrigin = origins.map(moments);
    population.forEach((_, zip) => {
      if (territories.includes(state[zip]!)) return;
      const here = settled.area(zip).people;
      const shares = stateCommunities.shares[cell[zip]!]!;
      const band = stateCommunities.band[cell[zip]!]!;
      const parts = stateOrigins.shares[stateOrigins.states.indexOf(state[zip]!)]!;
      let left = 1;
      let leftSquared = 1;
      for (const name of order) {
        const share = shares[communities.indexOf(name)]!;
        const mean = name === 'white' ? 1 : Math.min(1, share / left);
        const concentration = name === 'white' ? 0 : communitySpread.concentration[name][band]!;
        const spread = (mean * (1 - mean)) / (concentration + 1);
        const squared = leftSquared * (mean ** 2 + spread);
        const community = ofCommunity.get(name)!;
        community.expected += here * share;
        community.variance += here ** 2 * (squared - share ** 2);
        origins.forEach((origin, index) => {
          if (origin.community !== name) return;
          const part = parts[index]!;
          const partSquared = part ** 2 + (part * (1 - part)) / (facts[origin.id].spread + 1);
          ofOrigin[index]!.expected += here * share * part;
          ofOrigin[index]!.variance += here ** 2 * (squared * partSquared - (share * part) ** 2);
        });
        left -= share;
        leftSquared *= (1 - mean) ** 2 + spread;
      }
    });
    const expectNear = (found: number, { expected, variance }: ReturnType<typeof moments>) => {
      expect(Math.abs(found - expected)).toBeLessThan(5 * Math.sqrt(variance));
      expect(found / expected).toBeGreaterThan(0.9);
      expect(found / expected).toBeLessThan(1.1);
    };
    const peopleOf = (origin: number) => settled.originPeopleBefore(origin, settled.zipAreas);

    it.each(communities)('to the %s community', (community) => {
      const found = origins.reduce(
        (sum, origin, index) => sum + (origin.community === community ? peopleOf(index) : 0),
        0,
      );
      expectNear(found, ofCommunity.get(community)!);
    });

    it.each(origins.map(({ id }, origin) => ({ id, origin })))('to the $id origin', ({ origin }) => {
      expectNear(peopleOf(origin), ofOrigin[origin]!);
    });
  });

  it('is settled by the seed', () => {
    const cells = (seed: number) => {
      const laidOut = layout(tables, 500_000, householdsOf, seed);
      return [1000, 9000, 30_000].map((zip) => laidOut.area(zip));
    };
    expect(cells(4)).toEqual(cells(4));
    expect(cells(4)).not.toEqual(cells(5));
  });

  it('keeps the mix of a ZIP area when the file grows', () => {
    const larger = layout(tables, 2 * people, householdsOf, 1);
    for (let zip = 500; zip < settled.zipAreas; zip += 997) {
      settled.area(zip).cells.forEach((cell, origin) => {
        expect(Math.abs(larger.area(zip).cells[origin]!.people - 2 * cell.people)).toBeLessThan(4);
      });
    }
  });

  it.each([
    ['household', 'patternStart', patternLength],
    ['status', 'statusStart', statusPatternLength],
  ] as const)(
    'starts origins anywhere in the %s pattern, every place alike, one apart from the next',
    (_, key, length) => {
      const starts = new Float64Array(length);
      const steps = new Float64Array(length);
      for (let zip = 0; zip < settled.zipAreas; zip++) {
        const { cells } = settled.area(zip);
        cells.forEach((cell, origin) => {
          starts[cell[key]]! += 1;
          steps[(cells[(origin + 1) % cells.length]![key] - cell[key] + length) % length]! += 1;
        });
      }
      const expected = (settled.zipAreas * origins.length) / length;
      for (const counts of [starts, steps]) {
        const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
        expect(statistic).toBeLessThan(chiSquareQuantile(1 - 1e-6, length - 1));
      }
    },
  );

  it('starts an origin at the same place of the patterns whatever the size of the file', () => {
    const startsOf = (of: typeof settled) =>
      Array.from({ length: 300 }, (_, i) =>
        of.area(100 * i).cells.map(({ patternStart, statusStart }) => [patternStart, statusStart]),
      );
    expect(startsOf(layout(tables, 300_000, householdsOf, 1))).toEqual(startsOf(settled));
    expect(startsOf(layout(tables, 300_000, householdsOf, 2))).not.toEqual(startsOf(settled));
  });
});

describe('shareOut', () => {
  it('deals a whole exactly, nobody more than one from their due', () => {
    const weights = [3, 0, 1.5, 7, 0.25];
    const cumulative = shareOut(1001, weights);
    expect(cumulative[0]).toBe(0);
    expect(cumulative.at(-1)).toBe(1001);
    weights.forEach((weight, i) => {
      expect(Math.abs(cumulative[i + 1]! - cumulative[i]! - (1001 * weight) / 11.75)).toBeLessThan(1);
    });
    expect(cumulative[2]).toBe(cumulative[1]);
  });
});

describe('placeFinder', () => {
  it('finds the interval, past empty ones', () => {
    const find = placeFinder(Float64Array.of(0, 3, 3, 5));
    expect([0, 2, 3, 4].map(find)).toEqual([0, 0, 2, 2]);
  });

  it('finds what a look at every bound finds, however long the intervals', () => {
    const length = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(100_000));
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 60 }), (lengths) => {
        const bounds = Float64Array.of(0, ...lengths);
        for (let i = 0; i < lengths.length; i++) bounds[i + 1] = bounds[i]! + lengths[i]!;
        const find = placeFinder(bounds);
        for (const value of [...bounds].flatMap((bound) => [bound - 1, bound, bound + 1])) {
          if (value < 0 || value >= bounds.at(-1)!) continue;
          expect(find(value)).toBe(bounds.findLastIndex((bound) => bound <= value));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
