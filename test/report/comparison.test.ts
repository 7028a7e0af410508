/** A comparison in words, files and the chart: it says what was estimated, and no more. */

import { describe, expect, it } from 'vitest';
import type { Comparison, Difference } from '../../src/estimation/compare.ts';
import type { Estimate } from '../../src/estimation/summary.ts';
import { comparisonCharts } from '../../src/report/charts/index.ts';
import { plainComparison, verdict } from '../../src/report/comparison.ts';
import { comparisonJson, renderComparison } from '../../src/report/comparison-files.ts';

const estimate = (
  measure: Estimate['measure'],
  group: string,
  threshold: number,
  value: number,
): Estimate => ({
  ...{ matcher: 'jaro-winkler', place: 'zip', rule: 'all', threshold, measure, group },
  ...{ estimate: value, low: value * 0.8, high: value * 1.2, level: 0.9, events: 50 },
});

function differing(
  measure: Estimate['measure'],
  group: string,
  threshold: number,
  [first, second]: readonly [number, number],
  half: number,
): Difference {
  const difference = second - first;
  return {
    first: estimate(measure, group, threshold, first),
    second: estimate(measure, group, threshold, second),
    difference,
    low: difference - half,
    high: difference + half,
    level: 0.9,
    correlation: 0.9,
  };
}

const at = (threshold: number, scale: number): readonly Difference[] => [
  differing('people-wrongly-matched', 'all', threshold, [9000 * scale, 3000 * scale], 500),
  differing('people-wrongly-matched', 'citizens', threshold, [6000 * scale, 2000 * scale], 400),
  differing('requests-correctly-matched', 'all', threshold, [5000, 4900], 300),
  differing('share-of-matches-wrong', 'all', threshold, [0.64, 0.38], 0.05),
];

const side = (id: string, scale: number): Comparison['first'] => ({
  scenario: { id, title: `The scenario ${id}`, question: 'How many?', sha256: 'a'.repeat(64) },
  seed: 1,
  command: `mismatch simulate ${id} --seed 1 --zips 0.02`,
  headline: { matcher: 'jaro-winkler', place: 'zip', rule: 'all', threshold: 0.92, group: 'citizens' },
  statedRule: 'Jaro-Winkler name score of at least 0.92, in the same ZIP area.',
  curve: [0.8, 0.92, 1].flatMap((threshold) => [
    estimate('people-wrongly-matched', 'citizens', threshold, (6000 * scale) / threshold),
    estimate('requests-correctly-matched', 'all', threshold, 5000),
  ]),
});

const comparison: Comparison = {
  schemaVersion: 1,
  tool: 'mismatch 0.1.0',
  first: side('base', 1),
  second: side('safeguard', 1 / 3),
  paired: true,
  headline: at(0.92, 1),
  byThreshold: [...at(0.8, 3), ...at(0.92, 1), ...at(0.93, 0.9)],
  shared: at(0.92, 1),
};

describe('the comparison as text', () => {
  const text = plainComparison(comparison);

  it('fits a terminal and names both runs with their rules', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain('The scenario base (base)');
    expect(text).toContain('The scenario safeguard (safeguard)');
    expect(text).toContain('Both runs are of the same ZIP areas');
  });

  it('gives each number of both runs, the difference and its interval; shares in points', () => {
    expect(text).toMatch(/US citizens wrongly matched +6,000 +2,000 +-4,000 +-4,400 to -3,600/);
    expect(text).toMatch(/Matches that are wrong +64% +38% +-26 pt +-31 pt to -21 pt/);
  });

  it('shows every twentieth threshold and that of the headline', () => {
    expect(text).toMatch(/^0\.80 /m);
    expect(text).toMatch(/^0\.92 /m);
    expect(text).not.toMatch(/^0\.93 /m);
  });

  it('says so where the runs are not paired', () => {
    expect(plainComparison({ ...comparison, paired: false })).toContain('not paired');
  });
});

describe('the verdict', () => {
  it('calls fewer what is below zero all along its interval, and nothing clear otherwise', () => {
    const words = verdict(comparison.headline);
    expect(words).toContain('6,000 fewer people (90% interval 5,500 to 6,500)');
    expect(words).toContain('4,000 fewer citizens');
    expect(words).toContain('no clearly different number of requests');
  });

  it('calls more what is above', () => {
    const turned = comparison.headline.map((each) => ({
      ...each,
      difference: -each.difference!,
      low: -each.high!,
      high: -each.low!,
    }));
    expect(verdict(turned)).toContain('6,000 more people (90% interval 5,500 to 6,500)');
  });
});

describe('the files', () => {
  it('hold every difference: as JSON that reads back, and as rows', async () => {
    expect(JSON.parse(comparisonJson(comparison))).toEqual(comparison);
    const { files } = await renderComparison(comparison);
    const rows = (files.get('comparison.csv') as string).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 4 + 12 + 4);
    expect(rows[2]).toBe(
      'headline,jaro-winkler,zip,all,0.92,people-wrongly-matched,citizens,6000,2000,-4000,-4400,-3600,0.9,0.9',
    );
    for (const { id } of comparisonCharts) expect([...files.keys()]).toContain(`charts/${id}.svg`);
  });
});

describe.each(comparisonCharts)('chart $id', ({ id, spec }) => {
  it('draws both runs, named, in both panels', async () => {
    const { files } = await renderComparison(comparison);
    const svg = files.get(`charts/${id}.svg`) as string;
    for (const name of ['base', 'safeguard'])
      expect(svg.split(`>${name}<`).length - 1).toBeGreaterThanOrEqual(2);
    expect(svg).toContain('Requests matched to the right person');
    expect(JSON.stringify(spec(comparison))).not.toMatch(/null,null|NaN/);
  });

  it('tells runs of one scenario apart by their seeds', () => {
    const twice = { ...comparison, second: { ...comparison.first, seed: 2 } };
    expect(JSON.stringify(spec(twice))).toContain('seed 2');
  });
});
