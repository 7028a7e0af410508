import { describe, expect, it } from 'vitest';
import { drawSample } from '../../src/validation/sample.ts';
import { smallWorld } from '../small-world.ts';

const { population } = smallWorld({ seed: 3, people: 4000, requests: 10, zipAreas: 15 });
const { layout } = population;
const inhabited = Array.from({ length: layout.zipAreas }, (_, zip) => layout.area(zip)).filter(
  ({ people }) => people > 0,
);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('the whole file', () => {
  const sample = drawSample(population, population.size, 1);

  it('is every ZIP area, each person standing for one', () => {
    expect(sample.areas.map(({ area }) => area.zip)).toEqual(inhabited.map(({ zip }) => zip));
    expect(sample.people).toBe(population.size);
    for (const { areaWeight, weights, area } of sample.areas) {
      expect(areaWeight).toBeCloseTo(1, 12);
      area.cells.forEach(({ people }, cell) => {
        if (people > 0) expect(weights[cell]).toBeCloseTo(1, 12);
      });
    }
  });

  it('numbers surnames as the codes do', () => {
    const codes = sample.areas.flatMap(({ people }) => [...people.surname]);
    const numbers = sample.areas.flatMap(({ surnames }) => [...surnames]);
    expect(new Set(numbers).size).toBe(sample.surnames);
    expect(new Set(codes).size).toBe(sample.surnames);
    expect(new Set(codes.map((code, i) => `${code} ${numbers[i]}`)).size).toBe(sample.surnames);
  });

  it('has the filers of every household once, where no area is large', () => {
    const filers = sample.areas.flatMap(({ households }) =>
      households.flatMap(({ household }) => household.members.filter(({ person }) => person >= 0)),
    );
    const missing = sample.areas.filter(({ householdStep }) => householdStep > 1).length;
    expect(missing).toBeLessThan(sample.areas.length);
    expect(new Set(filers.map(({ person }) => person)).size).toBe(filers.length);
    for (const { area, households, householdStep } of sample.areas) {
      expect(Math.abs(households.length * householdStep - area.dwellings)).toBeLessThan(householdStep);
      if (householdStep === 1) {
        const inFile = households.flatMap(({ household }) => household.members.filter((m) => m.person >= 0));
        expect(inFile.length).toBe(area.people);
      }
    }
  });
});

describe('a part of the file', () => {
  it('is the same under the same seed, and another under another', () => {
    const zips = (seed: number) => drawSample(population, 1000, seed).areas.map(({ area }) => area.zip);
    expect(zips(7)).toEqual(zips(7));
    const seeds = Array.from({ length: 10 }, (_, seed) => zips(seed).join());
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('is whole ZIP areas', () => {
    for (const { area, people } of drawSample(population, 1000, 1).areas) {
      expect(people).toEqual(population.people(area));
    }
  });

  it('stands for as many people of each origin as the file has', () => {
    const { areas } = drawSample(population, 2500, 2);
    layout.area(0).cells.forEach((_, cell) => {
      const seen = sum(areas.map(({ area, weights }) => weights[cell]! * area.cells[cell]!.people));
      const inFile = sum(inhabited.map(({ cells }) => cells[cell]!.people));
      if (areas.some(({ area }) => area.cells[cell]!.people > 0)) expect(seen).toBeCloseTo(inFile, 6);
    });
  });

  // Unbiased: over many draws each area stands for itself. 200 draws; six standard errors of a weight, where
  // Var(weight) <= E(hits) (step / people)^2.
  it('stands for each ZIP area alike, however large', () => {
    const draws = 200;
    const total = new Map<number, number>();
    let step = 0;
    for (let seed = 0; seed < draws; seed++) {
      for (const { area, areaWeight } of drawSample(population, 1500, seed).areas) {
        total.set(area.zip, (total.get(area.zip) ?? 0) + areaWeight);
        if (step === 0 || areaWeight * area.people < step) step = areaWeight * area.people;
      }
    }
    for (const { zip, people } of inhabited) {
      const error = Math.sqrt(step / people / draws);
      expect(Math.abs((total.get(zip) ?? 0) / draws - 1)).toBeLessThan(6 * error);
    }
  });
});
