import { describe, expect, it } from 'vitest';
import { type Check, judge, type NotModelled, type Tolerance } from '../../src/validation/check.ts';
import type { Measured } from '../../src/validation/estimate.ts';
import type { Sample } from '../../src/validation/sample.ts';

const nobody = {} as Sample;
const check = (target: number, tolerance: Tolerance, measured: Measured | NotModelled): Check => ({
  id: 'a-check',
  fact: 'a fact',
  source: { table: 'a table' },
  unit: 'count',
  target,
  tolerance,
  measure: () => measured,
});
const between = (value: number, low: number, high: number): Measured => ({ value, low, high });

describe('judge', () => {
  it.each<[string, Measured, string]>([
    ['the value is the target', between(100, 90, 110), 'pass'],
    ['the value is within the tolerance, whatever the interval', between(105, 1, 1000), 'pass'],
    ['the value is on the edge', between(110, 110, 110), 'pass'],
    ['the interval reaches the tolerance from above', between(120, 109, 131), 'cannot tell'],
    ['the interval reaches the tolerance from below', between(80, 69, 91), 'cannot tell'],
    ['the interval is infinite', between(500, -Infinity, Infinity), 'cannot tell'],
    ['the interval is above', between(120, 111, 129), 'fail'],
    ['the interval is below', between(80, 71, 89), 'fail'],
    ['there is no number', between(Number.NaN, Number.NaN, Number.NaN), 'fail'],
    ['there is no number, only an interval', between(Number.NaN, -Infinity, Infinity), 'fail'],
  ])('%s', (_, measured, result) => {
    expect(judge(check(100, { relative: 0.1 }, measured), nobody).result).toBe(result);
    expect(judge(check(100, { absolute: 10 }, measured), nobody).result).toBe(result);
  });

  it('gives the distance as a share or as a difference', () => {
    const measured = between(120, 119, 121);
    expect(judge(check(100, { relative: 0.1 }, measured), nobody)).toMatchObject({ distance: 0.2 });
    expect(judge(check(100, { absolute: 10 }, measured), nobody)).toMatchObject({ distance: 20 });
  });

  it('neither passes nor fails what the file has nothing of', () => {
    expect(judge(check(1, { relative: 0.1 }, { notModelled: 'no children' }), nobody)).toMatchObject({
      result: 'not modelled',
      reason: 'no children',
    });
  });
});
