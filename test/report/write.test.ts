import { expect, test } from 'vitest';
import type { Estimate } from '../../src/estimation/summary.ts';
import { causeGrid, statusGrid } from '../../src/report/estimate-grid.ts';
import { bare, range } from '../../src/report/number.ts';
import { plainSummary } from '../../src/report/plain-text.ts';
import { renderFiles } from '../../src/report/write.ts';
import { sampleSummary } from './sample-summary.ts';

const { files, notes } = await renderFiles(sampleSummary);
const html = String(files.get('report.html'));
const text = plainSummary(sampleSummary);
const inTables = [statusGrid, causeGrid]
  .flatMap((grid) => grid(sampleSummary).rows.flatMap((row) => row.cells))
  .filter((cell): cell is Estimate => cell !== undefined);

test('all files of the contract are made, and again with the same bytes', async () => {
  const drawings = ['svg', 'vl.json', 'csv', ...(notes.length === 0 ? ['png'] : [])];
  const names = drawings.map((extension) => `charts/people-by-threshold.${extension}`);
  expect([...files.keys()].sort()).toEqual(['curves.csv', 'report.html', 'summary.json', ...names].sort());
  const again = await renderFiles(sampleSummary);
  for (const [path, content] of files) expect(again.files.get(path), path).toEqual(content);
});

test('the report loads nothing and runs nothing', () => {
  expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|base)\b/i);
  expect(html).not.toMatch(/\s(?:src|srcset|href|xlink:href)=/i);
  expect(html).not.toMatch(/url\(|@import/i);
  expect(html.replaceAll(/xmlns(?::\w+)?="[^"]*"/g, '')).not.toMatch(/https?:/);
});

test('the report escapes what comes from outside', () => {
  expect(html).not.toContain('<name>');
  expect(html).toContain('IRS &amp; ICE, 2025: a &lt;name&gt; and address rule');
});

test('the report names its language and has one title for each table and section', () => {
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html.match(/<caption>/g)?.length).toBe(html.match(/<table>/g)?.length);
  expect(html.match(/<h1>/g)?.length).toBe(1);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/aria-labelledby="([^" ]+)/g)) expect(ids).toContain(id);
});

test.each([
  ['the report', html],
  ['the terminal', text],
])('%s shows number and interval of every status and cause', (_, words) => {
  expect(inTables.length).toBe(7 + 6);
  for (const estimate of inTables) {
    expect(words).toContain(bare(estimate));
    expect(words).toContain(range(estimate));
  }
});

test.each([
  ['the report', html],
  ['the terminal', text],
])('%s states its rule and its cautions, and never a zero as a finding', (_, words) => {
  const flat = words.replaceAll(/\s+/g, ' ');
  expect(flat).toContain('Jaro-Winkler name score of at least 0.92, in the same ZIP area');
  expect(flat).toContain('model estimates for invented people under a stated rule');
  for (const caution of sampleSummary.cautions) expect(flat).toContain(caution);
  expect(flat).toMatch(/fewer than 30/);
  expect(flat).not.toMatch(/about 0\b|\b0 to 30|the IRS rule/);
});

test('the terminal text fits 80 columns', () => {
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
