import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthYears,
  childYear,
  parentYear,
  siblingYear,
  spouseYear,
} from '../../src/population/birth-years.ts';
import { filingHouseholds } from '../../src/population/household-catalogue.ts';
import { ageBounds } from '../../src/population/household-members.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';
import { assumedHouseholds } from './assumed-households.ts';

const { population: assumed } = loadScenario('irs-ice-2025');
const decades = Object.entries(assumed.birthDecades).map(([decade, { value }]) => ({
  decade: Number.parseInt(decade, 10),
  weight: value,
}));
const catalogue = filingHouseholds(assumedHouseholds);
const years = birthYears(decades, 0.75, catalogue);
const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Words spread evenly, in no order that two of them would share. */
const wordsOf = (i: number) => [Math.imul(i, 0x9e3779b1) >>> 0, Math.imul(i, 0x85ebca6b) >>> 0] as const;

describe('householders', () => {
  it('have, all together, the ages asked for, though parents of minors are of an age to be', () => {
    const draws = 40_000;
    const found = new Map<number, number>();
    let cumulative = 0;
    let done = 0;
    for (const { weight, composition } of catalogue) {
      cumulative += weight * draws;
      for (; done < Math.round(cumulative); done++) {
        const year = years.householder(composition.ageClass, ...wordsOf(done));
        const decade = Math.floor(year / 10) * 10;
        found.set(decade, (found.get(decade) ?? 0) + 1);
      }
    }
    for (const { decade, weight } of decades) {
      expect(Math.abs((found.get(decade) ?? 0) / done - weight), String(decade)).toBeLessThan(0.012);
    }
  });

  it('who live with minors are 20 to 37 years older than some of them may be', () => {
    for (let i = 0; i < 5000; i++) {
      const year = years.householder(ageBounds.minor, ...wordsOf(i));
      expect(year).toBeGreaterThanOrEqual(2008 - 37);
      expect(year).toBeLessThanOrEqual(2024 - 20);
    }
  });

  it('where nobody files are pensioners as often as asked, but never without lawful status', () => {
    const draws = 20_000;
    let old = 0;
    for (let i = 0; i < draws; i++) {
      if (years.nonFiler(0, false, ...wordsOf(i)) < 1962) old++;
      expect(years.nonFiler(0, true, ...wordsOf(i))).toBeGreaterThan(1961);
    }
    expectProportion(old, draws, 0.75);
  });
});

describe('relatives', () => {
  it('spouses are up to eight years apart, and old enough for the file and for a grown child', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1940, max: 2007 }), fc.boolean(), word, (year, withChild, w) => {
        const householder = withChild ? Math.min(year, 1987) : year;
        const spouse = spouseYear(householder, withChild ? ageBounds.child : 0, w);
        expect(Math.abs(spouse - householder)).toBeLessThanOrEqual(8);
        expect(spouse).toBeLessThanOrEqual(withChild ? 1989 : 2007);
      }),
    );
  });

  it('mothers are 16 to 45 years older than children, who are of the age that they are said to be', () => {
    const kinds = [
      { kind: 'minor', bound: ageBounds.minor, first: 2008, last: 2024 },
      { kind: 'dependant', bound: ageBounds.child + ageBounds.dependant, first: 2000, last: 2007 },
      { kind: 'grown', bound: ageBounds.child, first: 1900, last: 2007 },
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        word,
        word,
        word,
        word,
        fc.boolean(),
        (of, a, b, c, d, isFather) => {
          const year = years.householder(of.bound, a, b);
          const spouse = spouseYear(year, of.bound, c);
          const mother = isFather ? spouse : year;
          const child = childYear(of.kind, mother, Math.max(year, spouse), d);
          expect(child).toBeGreaterThanOrEqual(of.first);
          expect(child).toBeLessThanOrEqual(of.last);
          expect(child - mother).toBeGreaterThanOrEqual(16);
          expect(child - mother).toBeLessThanOrEqual(45);
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('parents at home are 20 to 40 years older', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1945, max: 2007 }), word, (year, w) => {
        const apart = year - parentYear(year, w);
        expect(apart).toBeGreaterThanOrEqual(20);
        expect(apart).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('brothers and sisters are up to eight years apart, and grown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1930, max: 2007 }), word, (year, w) => {
        expect(Math.abs(siblingYear(year, w) - year)).toBeLessThanOrEqual(8);
        expect(siblingYear(year, w)).toBeLessThanOrEqual(2007);
      }),
    );
  });
});
