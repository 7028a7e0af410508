import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../src/estimation/summary.ts';
import { bare, interval, people, percentage, point, range } from '../../src/report/number.ts';

const some: Estimate = {
  matcher: 'exact',
  place: 'zip',
  rule: 'all',
  threshold: 0.92,
  measure: 'people-wrongly-matched',
  group: 'all',
  estimate: 123_456,
  low: 101_234,
  high: 147_890,
  level: 0.9,
  events: 1234,
};
const never: Estimate = { ...some, estimate: 0, low: 0, high: 2841, events: 0 };

test.each([
  [123_456, '123,000'],
  [1_280_000, '1,280,000'],
  [999_600, '1,000,000'],
  [1234, '1,230'],
  [47.3, '47'],
  [2.41, '2.4'],
  [0.02, 'under 0.1'],
  [0, '0'],
])('%d people are written %s', (count, text) => {
  expect(people(count)).toBe(text);
});

test('a printed number of people is within half a percent, from 100 people on', () => {
  fc.assert(
    fc.property(fc.double({ min: 100, max: 3e8, noNaN: true }), (count) => {
      const printed = Number(people(count).replaceAll(',', ''));
      expect(Math.abs(printed - count) / count).toBeLessThanOrEqual(0.005);
    }),
  );
});

test.each([
  [0.2034, '20.3%'],
  [1, '100%'],
  [0.99996, 'over 99.9%'],
  [0.0000001, 'under 0.001%'],
])('a share of %d is written %s', (share, text) => {
  expect(percentage(share)).toBe(text);
});

describe('an estimate in words', () => {
  test('carries its interval and its level', () => {
    expect(interval(some)).toBe('about 123,000 (90% interval 101,000 to 148,000)');
    expect(bare(some)).toBe('123,000');
  });

  test('is none, without a bound, where the rule leaves no room for it', () => {
    const ruledOut = { ...never, high: 0 };
    expect(point(ruledOut)).toBe('none');
    expect(range(ruledOut)).toBe('');
    expect(interval(ruledOut)).toBe('none');
  });

  test('is an upper bound where nothing was seen, rounded up so that it still holds', () => {
    expect(interval(never)).toBe('fewer than 2,900 (none seen)');
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (high) => {
        const words = point({ ...never, high });
        expect(words).toMatch(/^fewer than [1-9]/);
        expect(Number(words.replace(/[^0-9.]/g, ''))).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  test('says so where the number does not exist', () => {
    const nothing = {
      ...some,
      measure: 'share-of-matches-wrong',
      estimate: null,
      low: null,
      high: null,
    } as const;
    expect(interval(nothing)).toBe('not defined');
    expect(range(nothing)).toBe('');
    expect(interval({ ...never, high: null })).toBe('none seen, no bound known');
  });

  test('uses the unit of its measure', () => {
    const share = { ...some, measure: 'share-of-matches-wrong', estimate: 0.2, low: 0.1, high: 0.3 } as const;
    expect(interval(share)).toBe('about 20% (90% interval 10% to 30%)');
    expect(interval({ ...share, estimate: 0, low: 0, high: 0.0212, events: 0 })).toBe(
      'less than 2.2% (none seen)',
    );
  });
});
