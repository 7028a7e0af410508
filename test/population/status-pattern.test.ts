import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternLength } from '../../src/population/household-pattern.ts';
import { statusPattern, statusPatternLength } from '../../src/population/status-pattern.ts';
import { statuses } from '../../src/population/statuses.ts';

const shares = [0.55, 0.2, 0.1, 0.03, 0.12];
const pattern = statusPattern(shares, 1, 'mexican');
const all = (count: number) => Array.from({ length: count }, (_, i) => i);
const places = all(statuses.length);

describe('statusPattern', () => {
  it('repeats after 2003 households, a prime that the household pattern is no multiple of', () => {
    expect(statusPatternLength).toBe(2003);
    expect(all(44).filter((divisor) => divisor > 1 && statusPatternLength % divisor === 0)).toEqual([]);
    // So the two patterns together repeat only after their product, and every kind of household meets every status.
    expect(patternLength % statusPatternLength).not.toBe(0);
    for (const household of [0, 1, 1000, 2002, 54_321]) {
      for (const start of [0, 17, 2002]) {
        expect(pattern.statusOf(household + statusPatternLength, start)).toBe(
          pattern.statusOf(household, start),
        );
      }
    }
  });

  it('honours any shares to one household in 2003, and leaves out a status without a share', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(1000), { minLength: statuses.length, maxLength: statuses.length })
          .filter((weights) => weights.some((weight) => weight > 0)),
        fc.nat(statusPatternLength - 1),
        (weights, start) => {
          const total = weights.reduce((a, b) => a + b, 0);
          const made = statusPattern(
            weights.map((weight) => weight / total),
            3,
            'white',
          );
          weights.forEach((weight, status) => {
            const count = made.countOf(status, statusPatternLength, start);
            expect(Math.abs(count - (statusPatternLength * weight) / total)).toBeLessThan(1 + 1e-9);
            if (weight === 0) expect(count).toBe(0);
          });
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each([0, 1, 137, 1001, 2002])(
    'counts and finds households of a status as going through them does, from household %d of the pattern on',
    (start) => {
      const counts = places.map(() => 0);
      for (let household = 0; household < 4500; household++) {
        const status = pattern.statusOf(household, start);
        expect(status).toBe(pattern.statusOf(start + household, 0));
        expect(places.map((place) => pattern.countOf(place, household, start))).toEqual(counts);
        expect(pattern.nthOf(status, counts[status]!, start)).toBe(household);
        counts[status]! += 1;
      }
    },
  );

  it('is inverted by nthOf, however far on', () => {
    fc.assert(
      fc.property(
        fc.nat(statuses.length - 1),
        fc.nat(10_000_000),
        fc.nat(statusPatternLength - 1),
        (status, nth, start) => {
          const household = pattern.nthOf(status, nth, start);
          expect(pattern.statusOf(household, start)).toBe(status);
          expect(pattern.countOf(status, household, start)).toBe(nth);
          expect(pattern.countOf(status, household + 1, start)).toBe(nth + 1);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is shuffled: neighbours are of one status about as often as strangers', () => {
    const inARow = all(statusPatternLength).filter(
      (household) => pattern.statusOf(household, 0) === pattern.statusOf(household + 1, 0),
    ).length;
    const byChance = shares.reduce((sum, share) => sum + share ** 2, 0);
    // Standard deviation 0.011 under independence.
    expect(Math.abs(inARow / statusPatternLength - byChance)).toBeLessThan(0.06);
  });

  it('is one and the same when made again, and another under another seed or name', () => {
    const column = (of: typeof pattern) => all(statusPatternLength).map((h) => of.statusOf(h, 0));
    expect(column(statusPattern(shares, 1, 'mexican'))).toEqual(column(pattern));
    expect(column(statusPattern(shares, 2, 'mexican'))).not.toEqual(column(pattern));
    expect(column(statusPattern(shares, 1, 'white'))).not.toEqual(column(pattern));
  });
});
