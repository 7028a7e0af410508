/** What is timed is the work that was asked for; how fast it is, no test can say. */

import { describe, expect, it } from 'vitest';
import {
  linkageSpeed,
  matcherSpeed,
  oneToManySpeed,
  pairsPerSecond,
  pairwiseSpeed,
} from '../../src/execution/time-matchers.ts';
import { jaroWinkler } from '../../src/matching/comparators/jaro-winkler.ts';
import { dictionary } from '../../src/matching/dictionary.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { personRecord } from '../matching/person-record.ts';

const patience = { seconds: 0.001 };

describe('speed', () => {
  it('is pairs over time: work of a millisecond or more is never done faster', () => {
    const rate = pairsPerSecond(() => {
      const until = performance.now() + 1;
      while (performance.now() < until);
      return 1000;
    }, patience);
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeLessThanOrEqual(1_000_001);
  });

  it('of values compares every value with every other', () => {
    const seen = new Set<string>();
    const compare = (a: string, b: string) => {
      seen.add(a + b);
      return 0;
    };
    pairwiseSpeed(['A', 'B', 'C'], compare, patience);
    expect([...seen].sort()).toEqual(['AA', 'AB', 'AC', 'BA', 'BB', 'BC', 'CA', 'CB', 'CC']);
  });

  it('of a score has quantiles over pairs', () => {
    const slow = (pair: number) => {
      if (pair !== 0) return 1;
      const until = performance.now() + 0.05;
      while (performance.now() < until);
      return 1;
    };
    const { microseconds } = matcherSpeed([0, 1, 2, 3, 4, 5, 6], slow, patience);
    expect(microseconds.p50).toBeLessThan(microseconds.p95 + 1e-9);
    expect(microseconds.p50).toBeGreaterThanOrEqual(0);
  });

  it('of a search and of a linkage is a number of pairs', () => {
    const names = dictionary(['GARCIA', 'GARZA', 'SMITH']);
    const records = ['GARCIA', 'SMITH'].map((surname) => personRecord({ surname }));
    expect(oneToManySpeed(names, jaroWinkler, patience)).toBeGreaterThan(0);
    for (const matcher of matchers)
      expect(linkageSpeed(records, records, matcher, 0.92, patience)).toBeGreaterThan(0);
  });

  it('of what gives no number is none', () => {
    expect(() => pairwiseSpeed(['A'], () => Number.NaN, patience)).toThrow('no number');
  });
});
