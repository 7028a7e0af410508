import { describe, expect, it } from 'vitest';
import {
  filingHouseholds,
  type HouseholdAssumptions,
  householdKinds,
  meanSize,
  nonFilingHouseholds,
  tilted,
  tiltFor,
  type Weighted,
} from '../../src/population/household-catalogue.ts';
import {
  type Composition,
  composition,
  largestHousehold,
  type Member,
  returnNumbers,
} from '../../src/population/household-members.ts';
import { assumedHouseholds as assumed } from './assumed-households.ts';

const catalogue = filingHouseholds(assumed);
const nonFiling = nonFilingHouseholds(
  { alone: 0.5, couple: 0.2, 'lone-parent': 0.1, 'couple-with-minors': 0.2 },
  assumed,
);
const shareOf = (is: (of: Composition) => boolean, entries: readonly Weighted[] = catalogue) =>
  entries.reduce((sum, { weight, composition: of }) => sum + (is(of) ? weight : 0), 0);
const has = (is: Partial<Member>) => (of: Composition) =>
  of.members.some(({ role, filing }) => (is.role ?? role) === role && (is.filing ?? filing) === filing);
const ofKind = (id: keyof HouseholdAssumptions['kinds']) => {
  const only = Object.fromEntries(householdKinds.map((kind) => [kind.id, kind.id === id ? 1 : 0]));
  return filingHouseholds({ ...assumed, kinds: only as HouseholdAssumptions['kinds'] });
};

describe('every household', () => {
  it('has the householder first, and those who file before those who do not', () => {
    for (const { composition: of } of [...catalogue, ...nonFiling]) {
      expect(of.members[0]!.role).toBe('householder');
      expect(of.members.filter(({ role }) => role === 'householder')).toHaveLength(1);
      const files = of.members.map(({ filing }) => filing !== 'does-not-file');
      expect(files).toEqual(files.toSorted((a, b) => Number(b) - Number(a)));
      expect(of.filers).toBe(files.filter(Boolean).length);
      expect(of.members.length).toBeLessThanOrEqual(largestHousehold);
    }
  });

  it('has a spouse or partner second, and a joint return of exactly two', () => {
    for (const { composition: of } of [...catalogue, ...nonFiling]) {
      of.members.forEach(({ role, filing }, place) => {
        if (role === 'spouse' || role === 'partner') expect(place).toBe(1);
        if (filing === 'joint-spouse') expect([place, of.members[0]!.filing]).toEqual([1, 'joint-primary']);
      });
      expect(has({ filing: 'joint-primary' })(of)).toBe(has({ filing: 'joint-spouse' })(of));
    }
  });

  it('files where it is said to, and only there', () => {
    expect(catalogue.every(({ composition: of }) => of.filers > 0)).toBe(true);
    expect(nonFiling.every(({ composition: of }) => of.filers === 0)).toBe(true);
  });

  it('has a head of household exactly where somebody unmarried supports a child', () => {
    for (const { composition: of } of catalogue) {
      const supports = of.members.some(
        ({ role, filing }) => role === 'minor' || (role === 'child' && filing !== 'single'),
      );
      expect(of.members[0]!.filing === 'head-of-household').toBe(supports && !of.isMarried);
    }
  });

  it('is not larger than there are numbers for', () => {
    const crowd = Array.from(
      { length: largestHousehold },
      (): Member => ({
        role: 'housemate',
        filing: 'single',
      }),
    );
    expect(() => composition([{ role: 'householder', filing: 'single' }, ...crowd])).toThrow(
      'too many members; at most 12: 13',
    );
  });
});

describe('shares', () => {
  it('are those of the kinds', () => {
    expect(shareOf(() => true)).toBeCloseTo(1, 12);
    expect(shareOf(has({ role: 'partner' }))).toBeCloseTo(0.1, 12);
    expect(shareOf(has({ role: 'sibling' }))).toBeCloseTo(0.05, 12);
    expect(shareOf(({ isMarried }) => isMarried)).toBeCloseTo(0.4, 12);
    expect(shareOf(({ members }) => members.length === 1)).toBeCloseTo(0.2, 12);
  });

  it('of families with minors, grown children and parents are those asked for, each on its own', () => {
    const couples = ofKind('couple');
    const minors = (of: Composition) => of.members.filter(({ role }) => role === 'minor').length;
    expect(shareOf((of) => minors(of) > 0, couples)).toBeCloseTo(0.4, 12);
    expect(shareOf((of) => minors(of) === 3, couples)).toBeCloseTo(0.4 * 0.15, 12);
    expect(shareOf(has({ role: 'child' }), couples)).toBeCloseTo(0.3, 12);
    expect(shareOf(has({ role: 'parent', filing: 'single' }), couples)).toBeCloseTo(0.05, 12);
    expect(shareOf((of) => minors(of) > 0 && has({ role: 'parent' })(of), couples)).toBeCloseTo(0.04, 12);
    expect(shareOf(has({ filing: 'separate' }), couples)).toBeCloseTo(0.05, 12);
    const grown = (of: Composition) => of.members.filter(({ role }) => role === 'child');
    const dependants = couples.reduce(
      (sum, { weight, composition: of }) =>
        sum + weight * grown(of).filter(({ filing }) => filing === 'dependant-who-files').length,
      0,
    );
    expect(dependants).toBeCloseTo(0.3 * 1.3 * 0.35, 12);
  });

  it('give every lone parent a child', () => {
    for (const { composition: of } of ofKind('lone-parent')) expect(of.childPlaces.length).toBeGreaterThan(0);
  });
});

describe('tilting', () => {
  it('meets the mean size, and keeps the weights as they are for the size they have', () => {
    for (const size of [1.5, 2.2, 3, 3.8]) {
      expect(meanSize(tilted(catalogue, tiltFor(catalogue, size)))).toBeCloseTo(size, 9);
    }
    expect(tiltFor(catalogue, meanSize(catalogue))).toBeCloseTo(0, 9);
  });

  it('favours larger households alike, whatever their kind', () => {
    const tilt = tiltFor(catalogue, 3);
    tilted(catalogue, tilt).forEach(({ weight }, i) => {
      const { weight: before, composition: of } = catalogue[i]!;
      expect(Math.log(weight / before) / of.members.length).toBeCloseTo(tilt, 9);
    });
  });
});

it('returns are numbered in the order of the members, two on a joint one', () => {
  const member = (role: Member['role'], filing: Member['filing']): Member => ({ role, filing });
  const members = [
    member('householder', 'joint-primary'),
    member('spouse', 'joint-spouse'),
    member('child', 'dependant-who-files'),
    member('parent', 'single'),
    member('minor', 'does-not-file'),
  ];
  expect(returnNumbers(members)).toEqual([0, 0, 1, 2, -1]);
});
