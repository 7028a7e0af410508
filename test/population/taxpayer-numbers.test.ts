import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, numberCounts, numberKind, taxpayerNumbers } from '../../src/population/taxpayer-numbers.ts';

const kinds = ['ssn', 'itin'] as const;

/** Groups of the numbers from 900 on that the tax agency issues: ITIN, ATIN, IRSN. */
const issuedByTaxAgency = (group: number) =>
  (group >= 50 && group <= 65) ||
  (group >= 70 && group <= 88) ||
  (group >= 90 && group <= 99) ||
  (group >= 1 && group <= 10) ||
  (group >= 17 && group <= 19) ||
  [28, 29, 37, 38, 39, 49, 66, 89].includes(group);

/** Whether anybody may have been given the number: the published rules, written the other way round. */
const mayBeIssued = (tin: string) => {
  const [area, group, serial] = [tin.slice(0, 3), tin.slice(3, 5), tin.slice(5)].map(Number);
  if (area! >= 900) return issuedByTaxAgency(group!);
  return area !== 0 && area !== 666 && group !== 0 && serial !== 0;
};

describe('simulated numbers', () => {
  it('are never issued: 100,000 people', () => {
    const numberOf = taxpayerNumbers(1);
    for (let person = 0; person < 100_000; person++) {
      for (const kind of kinds) {
        const tin = numberOf(kind, person * 2131);
        if (!/^[0-9]{9}$/.test(tin) || mayBeIssued(tin) || numberKind(tin) !== kind) expect.fail(tin);
      }
    }
  });

  it('are never issued: the edges of every block, and the whole table once in 997', () => {
    for (const kind of kinds) {
      for (let place = 0; place < numberCounts[kind]; place += 9970) {
        for (const near of [
          place,
          Math.ceil(place / 10_000) * 10_000,
          Math.ceil(place / 10_000) * 10_000 - 1,
        ]) {
          if (near < 0 || near >= numberCounts[kind]) continue;
          const tin = digits(kind, near);
          if (mayBeIssued(tin) || numberKind(tin) !== kind) expect.fail(tin);
        }
      }
      expect(mayBeIssued(digits(kind, numberCounts[kind] - 1))).toBe(false);
      expect(() => digits(kind, numberCounts[kind])).toThrow(RangeError);
    }
  });

  it('are as many as the ranges hold, no two alike', () => {
    // 99 groups of area 000, all of 666, group 00 of 898 areas, 31 groups of 100 areas; 3 groups of 100 areas.
    expect(numberCounts).toEqual({ ssn: 10_000 * (99 + 100 + 898 + 3100), itin: 10_000 * 300 });
    for (const kind of kinds) {
      const series = new Set<string>();
      for (let place = 0; place < numberCounts[kind]; place += 10_000) series.add(digits(kind, place));
      expect(series.size).toBe(numberCounts[kind] / 10_000);
    }
  });

  it('differ between neighbours, and return after the whole table', () => {
    const numberOf = taxpayerNumbers(3);
    const seen = new Set(Array.from({ length: 50_000 }, (_, person) => numberOf('itin', person)));
    expect(seen.size).toBe(50_000);
    expect(numberOf('itin', 7 + numberCounts.itin)).toBe(numberOf('itin', 7));
    expect(numberOf('ssn', 7)).not.toBe(taxpayerNumbers(4)('ssn', 7));
  });

  it('are told from any number that may be somebody’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const tin = String(value).padStart(9, '0');
        if (numberKind(tin) !== undefined) expect(mayBeIssued(tin), tin).toBe(false);
      }),
    );
    for (const real of ['078051120', '900700001', '987654321', '999930000', '900010000', '900660000', '']) {
      expect(numberKind(real), real).toBeUndefined();
    }
  });
});
