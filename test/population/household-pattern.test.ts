import { describe, expect, it } from 'vitest';
import { filingHouseholds, householdKinds } from '../../src/population/household-catalogue.ts';
import type { Composition } from '../../src/population/household-members.ts';
import {
  householdOfFilers,
  householdPattern,
  patternLength,
} from '../../src/population/household-pattern.ts';
import { assumedHouseholds } from './assumed-households.ts';

const catalogue = filingHouseholds(assumedHouseholds);
const pattern = householdPattern(catalogue, 1, 'test');
const households = Array.from({ length: patternLength }, (_, h) => h);

describe('householdPattern', () => {
  it('repeats, and holds the same households from wherever it is begun', () => {
    for (const h of [0, 1, 137, patternLength - 1]) {
      expect(pattern.compositionOf(h)).toBe(pattern.compositionOf(h + patternLength));
      expect(pattern.compositionOf(h, 77)).toBe(pattern.compositionOf(h + 77));
    }
  });

  it('holds every entry of the catalogue, and every run of entries, in its share to one household', () => {
    const found = new Map<Composition, number>();
    for (const h of households) {
      const of = pattern.compositionOf(h);
      found.set(of, (found.get(of) ?? 0) + 1);
    }
    let cumulative = 0;
    let counted = 0;
    for (const { weight, composition } of catalogue) {
      const count = found.get(composition) ?? 0;
      expect(Math.abs(count - weight * patternLength)).toBeLessThan(1 + 1e-6);
      cumulative += weight * patternLength;
      counted += count;
      expect(Math.abs(counted - cumulative)).toBeLessThan(0.5 + 1e-6);
    }
    expect(counted).toBe(patternLength);
  });

  it('leaves out a kind without a share', () => {
    const kinds = Object.fromEntries(householdKinds.map(({ id }) => [id, id === 'couple' ? 1 : 0]));
    const couples = householdPattern(
      filingHouseholds({ ...assumedHouseholds, kinds: kinds as typeof assumedHouseholds.kinds }),
      1,
      'test',
    );
    expect(households.every((h) => couples.compositionOf(h).isMarried)).toBe(true);
  });

  it.each([0, 1, 2, 1234, patternLength - 1])(
    'finds people and households as counting them does, from household %d of the pattern on',
    (start) => {
      const householdOf: number[] = [];
      const count = patternLength + 1203;
      for (let h = 0; h < count; h++) {
        if (pattern.peopleIn(h, start) !== householdOf.length) expect.fail(`household ${h}`);
        for (let filer = 0; filer < pattern.compositionOf(h, start).filers; filer++) householdOf.push(h);
      }
      expect(pattern.peopleIn(count, start)).toBe(householdOf.length);
      expect(pattern.householdsFor(0, start)).toBe(0);
      householdOf.forEach((household, person) => {
        const isFound =
          pattern.householdOf(person, start) === household &&
          pattern.householdsFor(person + 1, start) === household + 1;
        if (!isFound) expect.fail(`person ${person}`);
      });
    },
  );

  it('goes on for ever: far households hold as many people as near ones', () => {
    const period = pattern.peopleIn(patternLength);
    for (const start of [0, 77, patternLength - 1]) {
      expect(pattern.peopleIn(1e6 * patternLength + 123, start)).toBe(
        1e6 * period + pattern.peopleIn(123, start),
      );
      expect(pattern.householdOf(1e6 * period, start)).toBe(
        1e6 * patternLength + pattern.householdOf(0, start),
      );
    }
  });

  it('is another order under another seed or name', () => {
    for (const other of [householdPattern(catalogue, 2, 'test'), householdPattern(catalogue, 1, 'other')]) {
      const same = households.filter((h) => other.compositionOf(h) === pattern.compositionOf(h));
      // Two shuffles agree in about the sum of squared shares of places.
      const chance = catalogue.reduce((sum, { weight }) => sum + weight ** 2, 0);
      expect(same.length / patternLength).toBeLessThan(chance + 0.03);
    }
  });
});

it('a household of so many filers is one', () => {
  for (const filers of [1, 2, 3, 4, 5]) {
    const of = householdOfFilers(filers);
    expect([of.filers, of.members.length]).toEqual([filers, filers]);
  }
});
