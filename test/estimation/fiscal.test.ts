/** The context figures: by hand from the published ones, each on its own basis. */

import { describe, expect, it } from 'vitest';
import { contextFigures } from '../../src/estimation/fiscal.ts';
import { contextText } from '../../src/report/context.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const assumption = 'for a test';
const figures = (filing: number, low: number, high: number, compliance = 0) =>
  contextFigures({
    context: {
      filingFall: { value: filing, low, high, assumption },
      overallComplianceFall: { value: compliance, assumption },
    },
  });
const of = (all: ReturnType<typeof figures>, evidence: string, what: string) => {
  const found = all.find((figure) => figure.evidence === evidence && figure.what.includes(what))!;
  return [found.value, found.low, found.high];
};

describe('the context of a scenario', () => {
  it('is the published loss for the published fall, and in proportion for another', () => {
    expect(of(figures(0.1, 0.1, 0.1), 'itep-10pp', 'federal')).toEqual([8.6e9, 8.6e9, 8.6e9]);
    expect(of(figures(0.15, 0.05, 0.2), 'itep-10pp', 'federal')).toEqual([12.9e9, 4.3e9, 17.2e9]);
    expect(of(figures(0.1, 0.1, 0.1), 'itep-10pp', 'state')).toEqual([0.9e9, 0.9e9, 0.9e9]);
    expect(of(figures(0.1, 0.1, 0.1), 'itep-10pp', 'all taxes')).toEqual([9.5e9, 9.5e9, 9.5e9]);
    expect(of(figures(0.1, 0.1, 0.1, 0.001), 'tpc-1pp', 'all taxpayers')).toEqual([4e9, 4e9, 4e9]);
  });

  it('passes a projection on with its own range, whatever is assumed', () => {
    for (const all of [figures(0, 0, 0), figures(0.2, 0.1, 0.3)]) {
      expect(of(all, 'ybl-loss', '2026 to 2035')).toEqual([313e9, 147e9, 479e9]);
      expect(all.find(({ what }) => what === 'federal revenue, 2026')).toMatchObject({
        value: 25e9,
        low: 12e9,
        high: 39e9,
      });
    }
  });

  it('is nothing where filing does not fall, but for the projection', () => {
    for (const { evidence, high } of figures(0, 0, 0)) {
      if (evidence !== 'ybl-loss') expect(high).toBe(0);
    }
  });

  it('rests each figure on one fact alone', () => {
    for (const { evidence, low, value, high } of contextFigures(loadScenario('fiscal-chill'))) {
      expect(['itep-10pp', 'ybl-loss', 'tpc-1pp']).toContain(evidence);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  it('is empty for a scenario without one', () => {
    expect(contextFigures(loadScenario('irs-ice-2025'))).toEqual([]);
  });

  it('is told in a terminal, each source under its own basis', () => {
    const text = contextText(figures(0.1, 0.05, 0.2, 0.001), 80);
    expect(text).toContain('$8.6 billion  $4.3 billion to $17.2 billion');
    expect(text).toContain('$25 billion');
    expect(text.match(/Lost /g)).toHaveLength(3);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
