/**
 * Chance, ignorance and both. Oracles: with draws that change nothing both is chance; with no chance both is the
 * spread of the draws; normal chance over normal draws is a normal with both variances (closed form, on the log scale).
 */
import { describe, expect, it } from 'vitest';
import { doubtOf, mainEstimates } from '../../src/estimation/draws.ts';
import type { Estimate, Measure } from '../../src/estimation/summary.ts';
import { normalQuantile } from '../../src/statistics/normal.ts';
import { sampleSummary } from '../report/sample-summary.ts';

const Z = normalQuantile(0.95);

function estimate(
  number: number | null,
  spread = 0.1,
  measure: Measure = 'people-wrongly-matched',
): Estimate {
  const bound = (side: number) => {
    if (number === null) return null;
    if (measure !== 'share-of-matches-wrong') return number * Math.exp(side * Z * spread);
    const odds = (number / (1 - number)) * Math.exp(side * Z * spread);
    return odds / (1 + odds);
  };
  return {
    ...{ matcher: 'jaro-winkler', place: 'zip', rule: 'all', threshold: 0.92, group: 'all' },
    measure,
    estimate: number,
    low: bound(-1),
    high: bound(1),
    level: 0.9,
    events: 100,
  };
}

/** Values at the quantiles of a normal distribution on the log scale: a sample without chance. */
const logNormal = (count: number, deviation: number, centre: number) =>
  Array.from({ length: count }, (_, i) =>
    estimate(centre * Math.exp(deviation * normalQuantile((i + 0.5) / count))),
  );
const close = (found: number | undefined, expected: number, relative = 1e-4) =>
  expect(Math.abs(found! / expected - 1)).toBeLessThan(relative);

describe('the doubt about an estimate', () => {
  it('is that of chance where draws change nothing', () => {
    const run = estimate(1000);
    const { chance, ignorance, both } = doubtOf(run, estimate(70), Array(9).fill(estimate(70)));
    expect(ignorance).toEqual({ median: 1000, low: 1000, high: 1000 });
    close(both?.low, chance.low!);
    close(both?.high, chance.high!);
  });

  it('is that of the draws where chance is nearly nothing', () => {
    const drawn = logNormal(999, 0.4, 70);
    const { ignorance, both } = doubtOf(estimate(1000, 1e-4), estimate(70), drawn);
    close(ignorance?.median, 1000);
    close(ignorance?.low, 1000 * Math.exp(-0.4 * Z), 0.003);
    close(ignorance?.high, 1000 * Math.exp(0.4 * Z), 0.003);
    close(both?.low, ignorance!.low, 0.003);
    close(both?.high, ignorance!.high, 0.003);
  });

  it('of both is the root of the sum of squares, for normals', () => {
    const { both } = doubtOf(estimate(1000, 0.3), estimate(70), logNormal(999, 0.4, 70));
    close(both?.low, 1000 * Math.exp(-0.5 * Z), 0.004);
    close(both?.high, 1000 * Math.exp(0.5 * Z), 0.004);
  });

  it('takes shares as logits, and keeps them below 1', () => {
    const share = (number: number) => estimate(number, 0.3, 'share-of-matches-wrong');
    const { ignorance, both } = doubtOf(share(0.9), share(0.8), [share(0.8), share(0.95), share(0.7)]);
    close(ignorance?.median, 0.9, 1e-5);
    // The odds of 0.95 are 19, of 0.8 they are 4: 4.75 times; those of 0.9 are 9.
    close(ignorance?.high, (9 * 4.75) / (1 + 9 * 4.75), 1e-5);
    expect(both!.high).toBeLessThan(1);
    expect(both!.high).toBeGreaterThan(ignorance!.high);
  });

  it('compares with the central values in the sample of the draws, not with the run', () => {
    const { ignorance } = doubtOf(estimate(1000), estimate(50), [estimate(100), estimate(100)]);
    expect(ignorance).toEqual({ median: 2000, low: 2000, high: 2000 });
  });

  it('lets a draw in which nothing happened be nothing', () => {
    const none = { ...estimate(0), low: 0, high: 40, events: 0 };
    const { ignorance, both } = doubtOf(estimate(1000), estimate(50), [none, none, estimate(50)]);
    expect(ignorance).toMatchObject({ low: 0, median: 0 });
    expect(both!.low).toBe(0);
    expect(both!.high).toBeGreaterThan(1000);
  });

  it('is not told where fewer than 20 events stand behind the central values', () => {
    const few = { ...estimate(50), events: 19 };
    expect(doubtOf(few, estimate(50), [estimate(50)])).toMatchObject({ ignorance: null, both: null });
    expect(doubtOf(estimate(50), few, [estimate(50)])).toMatchObject({ ignorance: null, both: null });
    expect(doubtOf(estimate(50), estimate(50), [few]).ignorance).not.toBeNull();
  });

  it('is not told where the run, or the central values in the sample, saw nothing', () => {
    const none = { ...estimate(0), low: 0, high: 40, events: 0 };
    for (const [run, reference] of [
      [none, estimate(50)],
      [estimate(50), none],
      [estimate(null), estimate(50)],
    ] as const) {
      expect(doubtOf(run, reference, [estimate(50)])).toMatchObject({ ignorance: null, both: null });
    }
    expect(doubtOf(estimate(50), estimate(50), [estimate(null)])).toMatchObject({ ignorance: null });
    expect(doubtOf(estimate(50), estimate(50), [])).toMatchObject({ ignorance: null, both: null });
  });

  it('orders its ranges, whatever the draws', () => {
    for (let shift = 0.2; shift < 5; shift += 0.4) {
      const drawn = logNormal(20, 0.3, 50 * shift);
      const { ignorance, both } = doubtOf(estimate(1000), estimate(50), drawn);
      expect(ignorance!.low).toBeLessThan(ignorance!.median);
      expect(ignorance!.median).toBeLessThan(ignorance!.high);
      expect(both!.low).toBeLessThan(ignorance!.median);
      expect(both!.high).toBeGreaterThan(ignorance!.median);
    }
  });
});

describe('the main estimates', () => {
  const main = mainEstimates(sampleSummary);

  it('are all at the place, rule and threshold of the headline, the headline among them', () => {
    expect(main).toContain(sampleSummary.headline.estimate);
    for (const { place, rule, threshold } of main)
      expect({ place, rule, threshold }).toEqual({ place: 'zip', rule: 'all', threshold: 0.92 });
  });

  it('tell the headline rule by cause, and every matcher in short', () => {
    const of = (matcher: string) =>
      main.filter((each) => each.matcher === matcher).map((each) => `${each.measure} ${each.group}`);
    expect(of('exact')).toEqual(
      expect.arrayContaining(['people-wrongly-matched citizens', 'requests-correctly-matched all']),
    );
    expect(of('exact')).toHaveLength(3);
    expect(of('jaro-winkler')).toEqual(
      expect.arrayContaining(['people-wrongly-matched cause:number', 'share-of-matches-wrong all']),
    );
    expect(new Set(main).size).toBe(main.length);
  });
});
