/** Draws and warnings in words: in the terminal within 80 columns, in the report, and nothing where there are none. */
import { describe, expect, it } from 'vitest';
import { doubtOf, mainEstimates } from '../../src/estimation/draws.ts';
import type { Summary } from '../../src/estimation/summary.ts';
import { doubtRows } from '../../src/report/doubt.ts';
import { reportHtml } from '../../src/report/html.ts';
import { plainSummary } from '../../src/report/plain-text.ts';
import { summaryJson } from '../../src/report/summary-json.ts';
import { sampleSummary } from './sample-summary.ts';

const estimates = mainEstimates(sampleSummary).map((each) =>
  doubtOf(
    each,
    each,
    [0.5, 1, 1.5, 2].map((factor) => ({ ...each, estimate: each.estimate && each.estimate * factor })),
  ),
);
const summary: Summary = {
  ...sampleSummary,
  warnings: ['tin-digit-error: a rate of 0.5 cannot be met; none of <200> records has anything to act on'],
  draws: { count: 4, zipShare: 0.002, parameters: 1254, estimates },
};
const text = plainSummary(summary);
const flat = text.replaceAll(/\s+/g, ' ');
const html = reportHtml(summary, []);

describe('draws', () => {
  it('are told in the terminal, within 80 columns: a sentence, and three lines for each main estimate', () => {
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(flat).toMatch(
      /Of 90% ranges: chance in the simulation alone gives [\d,]+ to [\d,]+; what is assumed alone gives/,
    );
    expect(flat).toContain('1,254 parameters were drawn over their ranges 4 times');
    expect(flat).toContain('So few draws show the size of the doubt');
    expect(text).toMatch(
      /Wrongly matched: US citizens +chance +[\d,]+ to [\d,]+\n +assumptions +[\d,]+ to [\d,]+\n +both/,
    );
  });

  it('are told in the report, a row for each estimate', () => {
    expect(html).toContain('Two kinds of doubt, apart and together (90% ranges)');
    const [, body = ''] = html.split('Two kinds of doubt, apart and together (90% ranges)</caption>');
    expect(body.split(/<.?tbody>/)[1]!.match(/<tr>/g)).toHaveLength(estimates.length);
    expect(body).toContain('<th scope="row">Exact: People wrongly matched</th>');
  });

  it('print no zero for what was never seen', () => {
    const { measure, group } = estimates[0]!;
    const unseen = estimates.map((each) => ({ ...each, estimate: 0, chance: { low: 0, high: 2900 } }));
    const [row] = doubtRows(
      { ...summary.draws!, estimates: unseen },
      { ...summary.headline.estimate, measure, group },
    );
    expect(row).toMatchObject({ estimate: 'fewer than 2,900', chance: 'none seen' });
  });

  it('say where they cannot be told', () => {
    const untold = estimates.map((each) => ({ ...each, ignorance: null, both: null }));
    const told = plainSummary({ ...summary, draws: { ...summary.draws!, estimates: untold } });
    expect(told.replaceAll(/\s+/g, ' ')).toContain(
      'The headline was seen too seldom for its spread to be told.',
    );
    expect(told).toContain('not told');
  });

  it('stand in summary.json before the estimates', () => {
    const parsed = JSON.parse(summaryJson(summary)) as Summary;
    expect(parsed.draws).toEqual(summary.draws);
    expect(Object.keys(parsed).at(-1)).toBe('estimates');
  });

  it('are not spoken of where nothing was drawn', () => {
    expect(plainSummary(sampleSummary)).not.toMatch(/HOW SURE|not told/);
    expect(reportHtml(sampleSummary, [])).not.toContain('Two kinds of doubt');
    expect(summaryJson(sampleSummary)).not.toContain('"draws"');
  });
});

describe('warnings', () => {
  it('stand in the text, the report and the summary', () => {
    expect(flat).toContain('WHAT COULD NOT BE DONE - tin-digit-error: a rate of 0.5 cannot be met');
    expect(html).toContain('none of &lt;200&gt; records');
    expect(JSON.parse(summaryJson(summary)).warnings).toEqual(summary.warnings);
    expect(plainSummary(sampleSummary)).not.toContain('WHAT COULD NOT BE DONE');
  });
});
