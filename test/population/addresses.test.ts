import { describe, expect, it } from 'vitest';
import { settingOf, settings } from '../../src/population/addresses/settings.ts';
import { neighbourhoods } from '../../src/population/addresses.ts';
import type { ZipArea } from '../../src/population/layout.ts';
import { loadTables } from '../../src/population/tables.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';

const tables = loadTables();
const assumed = loadScenario('irs-ice-2025').population.addresses;
const makeNeighbourhood = neighbourhoods(tables, assumed, 1);

/** A made-up area in the place, and so in the setting, of the n-th ZIP area of its kind. */
const zipArea = (setting: (typeof settings)[number], dwellings: number, nth = 0, state?: string) => {
  const { density, zip: codes } = tables.zipAreas;
  const alike = codes.flatMap((_, zip) =>
    settingOf(density[zip]!) === settings.indexOf(setting) &&
    (state === undefined ? tables.zipAreas.state[zip] !== 'PR' : tables.zipAreas.state[zip] === state)
      ? [zip]
      : [],
  );
  const zip = alike[nth]!;
  const households = Math.ceil(dwellings * 0.92);
  return {
    zip,
    code: '00000',
    city: 'ANYTOWN',
    state: tables.zipAreas.state[zip]!,
    households,
    dwellings,
  } as ZipArea;
};
const all = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Units by street address. */
const doors = (area: ZipArea) => {
  const { addressCode, addressText } = makeNeighbourhood(area);
  const units = new Map<string, number[]>();
  for (const dwelling of all(area.dwellings)) {
    const code = addressCode(dwelling);
    const { houseNumber, street } = addressText(code);
    const door = `${houseNumber} ${street}`;
    const inside = units.get(door);
    if (inside === undefined) units.set(door, [code.unit]);
    else inside.push(code.unit);
  }
  return units;
};

const town = zipArea('urban', 25_000);
const village = zipArea('rural', 6000);
const island = zipArea('suburban', 9000, 2, 'PR');
const islandCountry = zipArea('exurban', 5000, 2, 'PR');
const kinds = { town, village, island, islandCountry };

describe.each(Object.entries(kinds))('addresses of a %s', (_, area) => {
  const { addressCode, addressText, filedCode, streets } = makeNeighbourhood(area);

  it('are shared by nobody', () => {
    const seen = new Set(
      all(area.dwellings).map((dwelling) => JSON.stringify(addressText(addressCode(dwelling)))),
    );
    expect(seen.size).toBe(area.dwellings);
    const filed = new Set(
      all(area.dwellings).map((dwelling) => JSON.stringify(addressText(filedCode(dwelling)))),
    );
    expect(filed.size).toBe(area.dwellings);
  });

  it('are one street address exactly where they are one building, in text as in numbers', () => {
    const textOf = new Map<number, string>();
    const codeOf = new Map<string, number>();
    for (const dwelling of all(area.dwellings)) {
      const code = filedCode(dwelling);
      const { houseNumber, street } = addressText(code);
      const number = code.houseNumber * streets + code.street;
      const text = `${houseNumber} ${street}`;
      expect(code.street).toBeLessThan(streets);
      expect(textOf.get(number) ?? text).toBe(text);
      expect(codeOf.get(text) ?? number).toBe(number);
      textOf.set(number, text);
      codeOf.set(text, number);
    }
  });

  it('are in one building exactly where their units have one street address', () => {
    const { buildingOf } = makeNeighbourhood(area);
    const doorOf = new Map<number, string>();
    const buildings = new Map<string, number>();
    for (const dwelling of all(area.dwellings)) {
      const { street, houseNumber, unit } = addressCode(dwelling);
      const building = buildingOf(dwelling);
      expect(building >= 0).toBe(unit > 0);
      if (unit === 0) continue;
      const door = `${houseNumber} of ${street}`;
      expect(doorOf.get(building) ?? door).toBe(door);
      expect(buildings.get(door) ?? building).toBe(building);
      doorOf.set(building, door);
      buildings.set(door, building);
    }
  });

  it('have a unit exactly where a building holds more than one dwelling, numbered from 1', () => {
    for (const units of doors(area).values()) {
      if (units.length > 1 || units[0] !== 0) {
        expect(units.toSorted((a, b) => a - b)).toEqual(all(units.length).map((unit) => unit + 1));
        expect(units.length).toBeGreaterThan(1);
      }
    }
  });
});

it('small areas have no address twice, whatever their size', () => {
  const sizes = [...all(30).map((size) => size + 1), 300];
  for (const setting of settings) {
    for (const dwellings of sizes) {
      const area = { ...zipArea(setting, dwellings, sizes.indexOf(dwellings)), dwellings };
      const units = [...doors(area).values()];
      expect(units.reduce((sum, inside) => sum + inside.length, 0)).toBe(dwellings);
      for (const inside of units) expect(new Set(inside).size).toBe(inside.length);
    }
  }
});

describe('addresses on envelopes', () => {
  it('of streets have number, directional, name and type', () => {
    const types =
      'ST|RD|AVE|DR|LN|CT|CIR|WAY|PL|BLVD|TRL|TER|LOOP|HWY|PKWY|CV|PT|RUN|RDG|SQ|XING|PATH|ALY|PASS|BND';
    const line = new RegExp(`^([NS]?[EW]? |[NS] )?[A-Z0-9 ]+ (${types})( [NS][EW])?$`);
    const { addressCode, addressText } = makeNeighbourhood(town);
    for (const dwelling of all(town.dwellings)) {
      const { houseNumber, street, unit } = addressText(addressCode(dwelling));
      expect(houseNumber).toMatch(/^[1-9][0-9]{2,3}$/);
      if (!line.test(street)) expect.fail(street);
      expect(unit).toMatch(/^$|^(APT|UNIT|#|FL|BLDG|STE|LOT|TRLR) /);
    }
  });

  it('of routes and boxes have no number of their own', () => {
    const { addressCode, filedCode, addressText } = makeNeighbourhood(village);
    const written = (code: ReturnType<typeof addressCode>) => {
      const { houseNumber, street, unit } = addressText(code);
      return `${houseNumber}|${street}|${unit}`;
    };
    const kindsSeen = new Set<string>();
    for (const dwelling of all(village.dwellings)) {
      const home = addressCode(dwelling);
      const filed = filedCode(dwelling);
      kindsSeen.add(home.kind).add(filed.kind);
      if (home.kind === 'route') expect(written(home)).toMatch(/^\|(RR|HC) [1-9][0-9]* BOX [1-9][0-9]*\|$/);
      if (filed.kind === 'po-box') expect(written(filed)).toMatch(/^\|PO BOX [1-9][0-9]*\|$/);
      else expect(filed).toEqual(home);
    }
    expect([...kindsSeen].sort()).toEqual(['po-box', 'route', 'street']);
  });

  it('of the island name the urbanization before the street, and the block before the number', () => {
    const { addressCode, addressText } = makeNeighbourhood(island);
    let developed = 0;
    for (const dwelling of all(island.dwellings)) {
      const { houseNumber, street } = addressText(addressCode(dwelling));
      if (street.startsWith('URB ')) {
        developed++;
        if (!/^URB [A-Z ]+ CALLE [A-Z0-9 ]+$/.test(street) || !/^[A-Z][1-9][0-9]?$/.test(houseNumber))
          expect.fail(`${houseNumber} ${street}`);
      } else if (!/^(CALLE|AVE|CALLEJON|CAMINO|PASEO) [A-Z ]+$/.test(street)) expect.fail(street);
    }
    const share = developed / island.dwellings;
    expect(share).toBeGreaterThan(assumed.puertoRico.urbanization.value - 0.2);
    expect(share).toBeLessThan(assumed.puertoRico.urbanization.value + 0.2);
  });
});

describe('boxes', () => {
  const sharesOf = (area: ZipArea) => {
    const { addressCode, filedCode } = makeNeighbourhood(area);
    const dwellings = all(area.dwellings);
    return {
      poBoxes: dwellings.filter((dwelling) => filedCode(dwelling).kind === 'po-box').length,
      routes: dwellings.filter((dwelling) => addressCode(dwelling).kind === 'route').length,
      singles: dwellings.filter((dwelling) => addressCode(dwelling).unit === 0).length,
    };
  };

  it('are as many as assumed, by setting', () => {
    const { rural, exurban, elsewhere } = assumed.poBox;
    for (const [area, share] of [
      [village, rural],
      [zipArea('exurban', 9000), exurban],
      [town, elsewhere],
    ] as const) {
      expectProportion(sharesOf(area).poBoxes, area.dwellings, share.value);
    }
    const { routes, singles } = sharesOf(village);
    expectProportion(routes, singles, assumed.ruralRoute.value + assumed.highwayContract.value);
    expect(sharesOf(town).routes).toBe(0);
    const there = sharesOf(islandCountry);
    expectProportion(there.routes, there.singles, assumed.puertoRico.route.value);
  });

  it('do not move the home: more of them leave every other address as it was', () => {
    const none = { value: 0, assumption: 'for a test' };
    const { addressCode, filedCode } = neighbourhoods(
      tables,
      { ...assumed, poBox: { rural: none, exurban: none, elsewhere: none } },
      1,
    )(village);
    const before = makeNeighbourhood(village);
    for (const dwelling of all(village.dwellings)) {
      expect(addressCode(dwelling)).toEqual(before.addressCode(dwelling));
      expect(filedCode(dwelling)).toEqual(before.addressCode(dwelling));
    }
  });
});

describe('house numbers', () => {
  const { addressCode } = makeNeighbourhood(town);
  const numbersOf = new Map<number, Set<number>>();
  for (const dwelling of all(town.dwellings)) {
    const { street, houseNumber } = addressCode(dwelling);
    numbersOf.set(street, (numbersOf.get(street) ?? new Set()).add(houseNumber));
  }
  const streets = [...numbersOf.values()];

  it('are 1 to 99 within a hundreds block, ten buildings to a block, blocks without a gap', () => {
    for (const numbers of streets) {
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
    expect(streets.reduce((sum, numbers) => sum + numbers.size, 0)).toBe(doors(town).size);
  });

  it('end in any of 01 to 99 alike', () => {
    const endings = new Float64Array(100);
    let variance = 0;
    for (const numbers of streets) {
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
    const firstBlocks = streets.map((numbers) => Math.floor(Math.min(...numbers) / 100));
    expect(Math.min(...firstBlocks)).toBe(1);
    expect(Math.max(...firstBlocks)).toBeLessThanOrEqual(60);
    // The lower of both is above 20 when both are: (40/60)^2.
    expectProportion(firstBlocks.filter((first) => first > 20).length, streets.length, 4 / 9);
  });

  it('stand about twelve buildings to a street', () => {
    expect(doors(town).size / streets.length).toBeCloseTo(12, 1);
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
    const describeAll = (make: typeof makeNeighbourhood) =>
      Object.values(kinds).map((area) => {
        const { addressCode, addressText, filedCode, streets, householdAt } = make(area);
        return [4999, 0, 77, 2500].map((d) => [
          streets,
          addressText(addressCode(d)),
          addressText(filedCode(d)),
          householdAt(d),
        ]);
      });
    const first = describeAll(makeNeighbourhood);
    for (let zip = 100; zip < 300; zip++) makeNeighbourhood({ ...town, zip, dwellings: 12 });
    expect(describeAll(makeNeighbourhood)).toEqual(first);
    expect(describeAll(neighbourhoods(tables, assumed, 1))).toEqual(first);
    expect(describeAll(neighbourhoods(tables, assumed, 2))).not.toEqual(first);
  });
});
