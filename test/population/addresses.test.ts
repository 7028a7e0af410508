import { describe, expect, it } from 'vitest';
import { neighbourhoods } from '../../src/population/addresses.ts';
import type { ZipArea } from '../../src/population/layout.ts';
import { loadTables } from '../../src/population/tables.ts';
import { expectProportion } from '../expect-proportion.ts';

const tables = loadTables();
const makeNeighbourhood = neighbourhoods(tables, 1);

const zipArea = (zip: number, households: number, dwellings: number): ZipArea => ({
  zip,
  code: '00000',
  city: 'ANYTOWN',
  state: 'XX',
  firstPerson: 0,
  people: households,
  cells: [],
  households,
  dwellings,
});
const all = (dwellings: number) => Array.from({ length: dwellings }, (_, dwelling) => dwelling);

/** Dwellings of a ZIP area by street and house number. */
const doors = (area: ZipArea) => {
  const neighbourhood = makeNeighbourhood(area);
  const units = new Map<string, number[]>();
  for (const dwelling of all(area.dwellings)) {
    const { street, houseNumber, unit } = neighbourhood.addressCode(dwelling);
    const door = `${houseNumber} ${neighbourhood.streetText(street)}`;
    const inside = units.get(door);
    if (inside === undefined) units.set(door, [unit]);
    else inside.push(unit);
  }
  return units;
};

/** The streets of a ZIP area, as on envelopes. */
const streetsOf = (area: ZipArea) => {
  const neighbourhood = makeNeighbourhood(area);
  return all(neighbourhood.streets).map((street) => neighbourhood.streetText(street));
};

const town = zipArea(7, 23_000, 25_000);

describe('addresses', () => {
  it('are shared by nobody, in a ZIP area of any size', () => {
    const sizes = [...all(80).map((size) => size + 1), 1000, 25_000];
    sizes.forEach((dwellings, i) => {
      const neighbourhood = makeNeighbourhood(zipArea(1000 + i, dwellings - 1, dwellings));
      const seen = new Set(
        all(dwellings).map((dwelling) => {
          const { street, houseNumber, unit } = neighbourhood.addressCode(dwelling);
          return `${houseNumber} ${neighbourhood.streetText(street)} ${neighbourhood.unitText(unit)}`;
        }),
      );
      expect(seen.size).toBe(dwellings);
    });
  });

  it('have a unit exactly where a building may hold more than one dwelling, numbered from 1', () => {
    for (const units of doors(town).values()) {
      if (units.length > 1 || units[0] !== 0) {
        expect(units.toSorted((a, b) => a - b)).toEqual(all(units.length).map((unit) => unit + 1));
      }
    }
  });

  it('put the published share of dwellings in buildings of each size', () => {
    const dwellings = new Map<number, number>();
    for (const units of doors(town).values()) {
      dwellings.set(units.length, (dwellings.get(units.length) ?? 0) + units.length / town.dwellings);
    }
    // Census 2000 housing units by units in structure: 1 (mobile homes too), 2, 3-4, 5-9, 10-19, 20 and more.
    const published = new Map([
      [1, 0.737],
      [2, 0.043],
      [4, 0.047],
      [8, 0.047],
      [14, 0.04],
      [40, 0.086],
    ]);
    // One building of a kind may be left part empty.
    for (const [size, share] of published) {
      expect(Math.abs((dwellings.get(size) ?? 0) - share)).toBeLessThan(41 / town.dwellings);
    }
    const inFiveOrMore = [...dwellings].reduce((sum, [size, share]) => sum + (size >= 5 ? share : 0), 0);
    expect(inFiveOrMore).toBeCloseTo(0.047 + 0.04 + 0.086, 2);
  });

  it('are as on an envelope', () => {
    const { unitText } = makeNeighbourhood(town);
    for (const street of streetsOf(town))
      expect(street).toMatch(/^([NSEW] )?[A-Z0-9 ]+ (ST|RD|AVE|DR|LN|CT|WAY|CIR|PL|BLVD)$/);
    expect([0, 1, 40].map(unitText)).toEqual(['', 'APT 1', 'APT 40']);
    for (const dwelling of all(1000)) {
      const { houseNumber } = makeNeighbourhood(town).addressCode(dwelling);
      expect(houseNumber).toBeGreaterThan(100);
      expect(houseNumber).toBeLessThan(10_000);
    }
  });
});

describe('house numbers', () => {
  const { streets, addressCode } = makeNeighbourhood(town);
  const numbersOf = all(streets).map(() => new Set<number>());
  for (const dwelling of all(town.dwellings)) {
    const { street, houseNumber } = addressCode(dwelling);
    numbersOf[street]!.add(houseNumber);
  }

  it('are 1 to 99 within a hundreds block, ten buildings to a block, blocks without a gap', () => {
    for (const numbers of numbersOf) {
      const blocks = new Map<number, number>();
      for (const number of numbers) {
        expect(number % 100).toBeGreaterThan(0);
        const hundred = Math.floor(number / 100);
        blocks.set(hundred, (blocks.get(hundred) ?? 0) + 1);
      }
      const inBlocks = [...blocks].sort(([one], [other]) => one - other).map(([, count]) => count);
      expect(inBlocks.slice(0, -1)).toEqual(inBlocks.slice(0, -1).map(() => 10));
      expect(inBlocks.at(-1)).toBeLessThanOrEqual(10);
      expect(Math.max(...blocks.keys()) - Math.min(...blocks.keys())).toBe(blocks.size - 1);
    }
    expect(numbersOf.reduce((sum, numbers) => sum + numbers.size, 0)).toBe(doors(town).size);
  });

  it('end in any of 01 to 99 alike', () => {
    const endings = new Float64Array(100);
    let variance = 0;
    for (const numbers of numbersOf) {
      // An ending has the same chance in every block of the street, and the blocks may repeat each other.
      const blocks = new Set([...numbers].map((number) => Math.floor(number / 100))).size;
      variance += (numbers.size / 99) * blocks;
      for (const number of numbers) endings[number % 100]! += 1;
    }
    const expected = doors(town).size / 99;
    for (let ending = 1; ending < 100; ending++) {
      expect(Math.abs(endings[ending]! - expected), String(ending)).toBeLessThan(5 * Math.sqrt(variance));
    }
  });

  it('are low oftener than high: a first block is the lower of two even draws of 60', () => {
    const firstBlocks = numbersOf.map((numbers) => Math.floor(Math.min(...numbers) / 100));
    expect(Math.min(...firstBlocks)).toBe(1);
    expect(Math.max(...firstBlocks)).toBeLessThanOrEqual(60);
    // The lower of both is above 20 when both are: (40/60)^2.
    expectProportion(firstBlocks.filter((first) => first > 20).length, streets, 4 / 9);
  });
});

describe('streets', () => {
  it('of a ZIP area are all different, about twelve buildings to each', () => {
    const streets = streetsOf(town);
    expect(new Set(streets).size).toBe(streets.length);
    expect(doors(town).size / streets.length).toBeCloseTo(12, 1);
  });

  it('have one directional at most, and a name that is not one', () => {
    for (const street of streetsOf(town)) {
      const [, name] = /^(?:[NSEW] )?(.+) [A-Z]+$/.exec(street) ?? [];
      expect(name, street).toMatch(/^(?![NSEW]\b).*[A-Z]{2}(?<! [NSEW])$/);
    }
  });

  it('are named by national frequency', () => {
    // TIGER/Line: 33,484 of about 9.4 million roads are called Main, 31,450 Second, 29,262 Third.
    const common = /^([NSEW] )?(MAIN|SECOND|THIRD) [A-Z]+$/;
    let found = 0;
    let roads = 0;
    for (let zip = 0; zip < 300; zip++) {
      const streets = streetsOf(zipArea(20_000 + zip, 3700, 4000));
      roads += streets.length;
      found += streets.filter((street) => common.test(street)).length;
    }
    // One drawn twice in a ZIP area with the same type and directional is drawn again, so common names lose a little.
    const share = found / roads / ((33_484 + 31_450 + 29_262) / 9_400_000);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1.05);
  });
});

describe('dwellings', () => {
  it('hold one household each, and the rest nobody who files', () => {
    const neighbourhood = makeNeighbourhood(town);
    const taken = new Set<number>();
    for (let household = 0; household < town.households; household++) {
      const dwelling = neighbourhood.dwellingOf(household);
      expect(neighbourhood.householdAt(dwelling)).toBe(household);
      taken.add(dwelling);
    }
    expect(taken.size).toBe(town.households);
    const empty = all(town.dwellings).filter(
      (dwelling) => neighbourhood.householdAt(dwelling) >= town.households,
    );
    expect(empty).toHaveLength(town.dwellings - town.households);
  });

  it('house communities in any building: neighbours by number are not neighbours by household', () => {
    const neighbourhood = makeNeighbourhood(town);
    const near = all(1000).filter(
      (h) => Math.abs(neighbourhood.dwellingOf(h) - neighbourhood.dwellingOf(h + 1)) < 40,
    );
    expect(near.length).toBeLessThan(20);
  });
});

describe('neighbourhoods', () => {
  it('are the same whoever asks, in whatever order, however many were made between', () => {
    const describeTown = (make: typeof makeNeighbourhood) => {
      const neighbourhood = make(town);
      return [
        ...[15, 0, 300].map((street) => neighbourhood.streetText(street)),
        neighbourhood.streets,
        ...[0, 77, 24_999].map((d) => [neighbourhood.addressCode(d), neighbourhood.householdAt(d)]),
      ];
    };
    const first = describeTown(makeNeighbourhood);
    for (let zip = 100; zip < 300; zip++) makeNeighbourhood(zipArea(zip, 10, 12));
    expect(describeTown(makeNeighbourhood)).toEqual(first);
    expect(describeTown(neighbourhoods(tables, 1))).toEqual(first);
    expect(describeTown(neighbourhoods(tables, 2))).not.toEqual(first);
    expect([15, 0, 300].map((street) => streetsOf(town)[street])).toEqual(first.slice(0, 3));
  });
});
