/** Intervals of differences against closed forms and a published example. */

import { describe, expect, it } from 'vitest';
import { independentDifference, pairedDifference } from '../../src/statistics/difference-interval.ts';
import { studentQuantile } from '../../src/statistics/student.ts';

const around = (estimate: number, half: number) => ({
  estimate,
  low: estimate - half,
  high: estimate + half,
});

describe('the interval of a difference of independent estimates', () => {
  it('has the half-widths of two normal estimates added in squares', () => {
    expect(independentDifference(around(10, 3), around(14, 4))).toEqual({ low: -1, high: 9 });
  });

  it('is the published one for two proportions with Wilson intervals', () => {
    // Newcombe (Statistics in Medicine 17, 1998), table II, example a, method 10: 56/70 less 48/80 is 0.2,
    // interval 0.0524 to 0.3339; the Wilson intervals are 0.6916 to 0.8771 and 0.4904 to 0.7005 (rounded).
    const { low, high } = independentDifference(
      { estimate: 48 / 80, low: 0.49043, high: 0.70048 },
      { estimate: 56 / 70, low: 0.69164, high: 0.87711 },
    );
    expect(low).toBeCloseTo(0.0524, 3);
    expect(high).toBeCloseTo(0.3339, 3);
  });

  it('has an upper and a lower end where neither count was ever seen', () => {
    const none = (high: number) => ({ estimate: 0, low: 0, high });
    expect(independentDifference(none(3), none(5))).toEqual({ low: -3, high: 5 });
  });
});

describe('the interval of a difference of paired estimates', () => {
  const paired = { difference: 4, variance: 9, degrees: 12, eventWeight: 0, level: 0.9 };

  it("is Student's", () => {
    const half = 3 * studentQuantile(0.05, 12);
    expect(pairedDifference(paired).low).toBeCloseTo(4 - half, 12);
    expect(pairedDifference(paired).high).toBeCloseTo(4 + half, 12);
  });

  it('leaves room for one unseen kind of event, three times its weight at 90%', () => {
    const { low, high } = pairedDifference({ ...paired, difference: 0, variance: 0, eventWeight: 10 });
    expect(high).toBeCloseTo(29.957, 3);
    expect(low).toBe(-high);
  });

  it('has no end where nothing tells how far the difference spreads', () => {
    expect(pairedDifference({ ...paired, degrees: 0 })).toEqual({ low: -Infinity, high: Infinity });
  });
});
