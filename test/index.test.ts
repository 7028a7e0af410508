/** The library does what the contract says of it. */

import { describe, expect, it } from 'vitest';
import { comparator, loadScenario, matcher, phoneticKeys, population, simulate } from '../src/index.ts';

describe('the library', () => {
  it('has comparators and matchers by id, and names the known ones when asked for another', () => {
    expect(comparator('levenshtein')('GARCIA', 'GARZIA')).toBeCloseTo(5 / 6, 12);
    expect(() => comparator('nope')).toThrow(
      'unknown comparator; one of exact, levenshtein, jaro-winkler, double-metaphone: nope',
    );
    expect(() => matcher('nope')).toThrow(/^unknown matcher; one of exact/);
    expect(phoneticKeys('double-metaphone')('SCHMIDT')).toEqual(['XMT', 'SMT']);
  });

  it('makes any person of the file, alone', () => {
    const file = population('irs-ice-2025', 1);
    expect(file.size).toBe(213_000_000);
    const { index, record } = file.person(81_273_112);
    expect(index).toBe(81_273_112);
    expect(record.zip).toMatch(/^\d{5}$/);
    expect(file.person(81_273_112).record).toEqual(record);
    expect(matcher('exact').score(record, record)).toBe(1);
    expect(() => file.person(213_000_000)).toThrow(
      /an index is a whole number in \[0, 213000000\): 213000000/,
    );
  });

  it('simulates without writing anything', async () => {
    const base = loadScenario('irs-ice-2025');
    const small = {
      ...base,
      population: { ...base.population, people: { value: 300_000, assumption: 'for a test' } },
      requests: { ...base.requests, count: { value: 1000, assumption: 'for a test' } },
    };
    const progress: number[] = [];
    const run = await simulate(small, {
      workers: 1,
      sampling: { zipShare: 0.05 },
      onProgress: ({ done, total }) => progress.push(done / total),
    });
    expect(run.summary.requests.represented).toBe(1000);
    expect(run.summary.headline.estimate.threshold).toBe(0.92);
    expect(progress.at(-1)).toBe(1);
  });

  it('stops when told to', async () => {
    const reason = new Error('enough');
    await expect(simulate('irs-ice-2025', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
