import { describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/estimation/summary.ts';
import { charts } from '../../../src/report/charts/index.ts';
import { peopleByThreshold } from '../../../src/report/charts/people-by-threshold.ts';
import { interval } from '../../../src/report/number.ts';
import { renderPng, renderSvg } from '../../../src/report/render.ts';
import { sampleSummary } from '../sample-summary.ts';

const svg = await renderSvg(peopleByThreshold.spec(sampleSummary));

/** Every element is closed, in order, and no `<` or `&` stands bare. */
function expectWellFormed(xml: string) {
  const open: string[] = [];
  const text = xml.replace(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, closing, name, __, empty) => {
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(text).not.toMatch(/<|&(?!(?:amp|lt|gt|quot|#39);)/);
}

test('the registry names each chart once', () => {
  expect(new Set(charts.map((chart) => chart.id)).size).toBe(charts.length);
});

describe('people by threshold', () => {
  test('draws every estimate of its tables, and says it in words', () => {
    const cells = peopleByThreshold
      .tables(sampleSummary)
      .flatMap((grid) => grid.rows.flatMap((row) => row.cells));
    expect(cells.length).toBe(2 * 4 * 31);
    for (const estimate of cells) {
      if (estimate === undefined) throw new Error('the sample estimates everything');
      expect(svg).toContain(`threshold ${estimate.threshold.toFixed(2)}: ${interval(estimate)}"`);
    }
  });

  test('never draws zero: what was not seen stands at its upper bound', () => {
    const spec = JSON.stringify(peopleByThreshold.spec(sampleSummary));
    expect(spec).not.toContain('"people":0,');
    expect(spec).toContain('"people":30,');
    expect(svg).not.toMatch(/: about 0|Infinity|NaN/);
  });

  test('is well-formed XML with a title and a description, and names its axes', () => {
    expectWellFormed(svg);
    expect(svg).toMatch(
      /^<svg role="img"[^>]*><title id="[^"]+">US citizens wrongly matched[^<]*<\/title><desc /,
    );
    expect(svg).toContain('People wrongly matched (log scale)');
    expect(svg).toContain('Threshold: least name score for a match');
  });

  test('has the same bytes when drawn again', async () => {
    expect(await renderSvg(peopleByThreshold.spec(sampleSummary))).toBe(svg);
  });

  test.each<[string, Partial<Summary>]>([
    ['no estimates', { estimates: [] }],
    ['one threshold', { estimates: sampleSummary.estimates.filter((each) => each.threshold === 0.92) }],
    ['one place', { estimates: sampleSummary.estimates.filter((each) => each.place === 'address') }],
    [
      'a matcher of the user',
      { estimates: sampleSummary.estimates.map((each) => ({ ...each, matcher: '<mine>' })) },
    ],
  ])('draws a summary with %s', async (_, change) => {
    const drawn = await renderSvg(peopleByThreshold.spec({ ...sampleSummary, ...change }));
    expectWellFormed(drawn);
    expect(drawn).not.toMatch(/NaN|Infinity/);
  });
});

test('a PNG holds the text of its SVG, or says in one line what is missing', async () => {
  const blank = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"></svg>';
  const text = blank.replace('></svg>', '><text x="5" y="20" font-family="Inter">Names</text></svg>');
  const [drawn, empty] = await Promise.all([renderPng(text), renderPng(blank)]);
  if ('missing' in drawn) expect(drawn.missing).toMatch(/^no PNG[^\n]+$/);
  else {
    expect([...drawn.png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
    expect(drawn).not.toEqual(empty);
  }
});
