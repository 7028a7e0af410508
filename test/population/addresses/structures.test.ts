import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settings } from '../../../src/population/addresses/settings.ts';
import { buildingPlan, structureShares, structures } from '../../../src/population/addresses/structures.ts';

const people = [80, 52, 78, 88, 27, 8.4];
const everybody = people.reduce((a, b) => a + b, 0);
const least = structures.map(({ sizes }) => Math.min(...sizes));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('shares of structures', () => {
  const shares = structureShares(people, 0);

  it('add up over the country to Census 2000', () => {
    structures.forEach(({ id, share }, s) => {
      const national = sum(shares.map((row, place) => row[s]! * people[place]!)) / everybody;
      expect(national, id).toBeCloseTo(share, 8);
    });
    for (const row of shares) expect(sum(row)).toBeCloseTo(1, 12);
    const inFiveOrMore = structures.reduce((total, { share }, s) => total + (least[s]! >= 5 ? share : 0), 0);
    expect(inFiveOrMore).toBeCloseTo(0.173, 12);
    expect(sum(structures.map(({ share }) => share))).toBeCloseTo(1, 12);
  });

  it('have more large buildings the denser the setting, and fewer mobile homes', () => {
    const column = (id: string) => shares.map((row) => row[structures.findIndex((one) => one.id === id)]!);
    expect(column('twenty-or-more')).toEqual(column('twenty-or-more').toSorted((a, b) => a - b));
    expect(column('mobile-home')).toEqual(column('mobile-home').toSorted((a, b) => b - a));
  });

  it('take park lots out of the mobile homes', () => {
    const [mobile, park] = ['mobile-home', 'park'].map((id) => structures.findIndex((one) => one.id === id));
    structureShares(people, 0.25).forEach((row, place) => {
      expect(row[park!]).toBeCloseTo(shares[place]![mobile!]! / 4, 12);
      expect(sum(row)).toBeCloseTo(1, 12);
    });
  });

  it('need no people in a setting', () => {
    for (const row of structureShares([0, 0, 10, 0, 0, 0], 0)) expect(sum(row)).toBeCloseTo(1, 1);
  });
});

describe('a building plan', () => {
  const shares = structureShares(people, 0.05);
  const anyPlan = fc.record({
    setting: fc.nat(settings.length - 1),
    dwellings: fc.integer({ min: 1, max: 3000 }),
    lots: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: structures.length,
      maxLength: structures.length,
    }),
  });

  it('gives every dwelling a place of its own, and every building at least the units of its kind', () => {
    fc.assert(
      fc.property(anyPlan, ({ setting, dwellings, lots }) => {
        const plan = buildingPlan(setting, shares[setting]!, dwellings, (structure) => lots[structure]!);
        const buildings = new Map<number, { structure: number; units: number[] }>();
        for (let dwelling = 0; dwelling < dwellings; dwelling++) {
          const { structure, building, unit } = plan.placeOf(dwelling);
          const found = buildings.get(building);
          if (found === undefined) buildings.set(building, { structure, units: [unit] });
          else {
            expect(found.structure).toBe(structure);
            found.units.push(unit);
          }
        }
        expect(buildings.size).toBe(plan.buildings);
        expect(Math.max(...buildings.keys())).toBe(plan.buildings - 1);
        for (const { structure, units } of buildings.values()) {
          expect(units.length).toBeGreaterThanOrEqual(least[structure]!);
          expect(units).toEqual(least[structure] === 1 ? [0] : units.map((_, i) => i + 1));
        }
      }),
    );
  });

  it('has the expected shares in areas of any size, over the lot', () => {
    const lotOf = (step: number, structure: number) =>
      (step * Math.sqrt([2, 3, 5, 7, 11, 13, 17, 19][structure]!)) % 1;
    for (const dwellings of [90, 333]) {
      const steps = 2000;
      const counts = structures.map(() => 0);
      for (let step = 0; step < steps; step++) {
        const plan = buildingPlan(2, shares[2]!, dwellings, (structure) => lotOf(step, structure));
        for (let dwelling = 0; dwelling < dwellings; dwelling++)
          counts[plan.placeOf(dwelling).structure]! += 1;
      }
      structures.forEach(({ id }, s) => {
        // Lots of an even grid leave an error of the size of one building over the steps.
        const tolerance = 0.004;
        expect(Math.abs(counts[s]! / steps / dwellings - shares[2]![s]!), id).toBeLessThan(tolerance);
      });
    }
  });
});
