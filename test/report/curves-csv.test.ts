import { expect, test } from 'vitest';
import { curvesCsv } from '../../src/report/curves-csv.ts';
import { summaryJson } from '../../src/report/summary-json.ts';
import { sampleSummary } from './sample-summary.ts';

/** RFC 4180, section 2: quoted fields may hold commas, line breaks and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const some = sampleSummary.headline.estimate;

test('reads back as the same estimates, one row each', () => {
  const [header, ...rows] = parseCsv(curvesCsv(sampleSummary));
  expect(header?.join()).toBe('matcher,place,rule,threshold,measure,group,estimate,low,high,level,events');
  expect(rows.length).toBe(sampleSummary.estimates.length);
  const number = (text: string | undefined) => (text === '' ? null : Number(text));
  for (const [index, cells] of rows.entries()) {
    const estimate = sampleSummary.estimates[index];
    const same =
      cells[0] === estimate?.matcher &&
      cells[1] === estimate?.place &&
      cells[2] === estimate?.rule &&
      number(cells[3]) === estimate?.threshold &&
      cells[4] === estimate?.measure &&
      cells[5] === estimate?.group &&
      number(cells[6]) === estimate?.estimate &&
      number(cells[7]) === estimate?.low &&
      number(cells[8]) === estimate?.high &&
      number(cells[9]) === estimate?.level &&
      number(cells[10]) === estimate?.events;
    if (!same) expect(cells).toEqual(estimate);
  }
});

test.each([1e-7, 1.25e-9, 1e21, 1.5e22, 0, 0.1, 123_456.789])(
  '%d is written without an exponent',
  (estimate) => {
    const cell = parseCsv(curvesCsv({ estimates: [{ ...some, estimate }] }))[1]?.[6] ?? '';
    expect(cell).toMatch(/^\d+(\.\d+)?$/);
    expect(Number(cell)).toBe(estimate);
  },
);

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is not run by a spreadsheet', (matcher) => {
  const cell = parseCsv(curvesCsv({ estimates: [{ ...some, matcher }] }))[1]?.[0];
  expect(cell).toBe(`'${matcher}`);
});

test('commas, quotes and line breaks survive', () => {
  const group = 'a "quoted", wrapped\r\nname';
  expect(parseCsv(curvesCsv({ estimates: [{ ...some, group }] }))[1]?.[5]).toBe(group);
});

test('summary.json reads back as the summary and does not depend on the order of keys', () => {
  const few = { ...sampleSummary, estimates: sampleSummary.estimates.slice(0, 20) };
  expect(JSON.parse(summaryJson(few))).toEqual(few);
  expect(JSON.parse(summaryJson({ ...few, estimates: [] }))).toEqual({ ...few, estimates: [] });
  const reversed = Object.fromEntries(Object.entries(few).reverse()) as unknown as typeof few;
  expect(summaryJson(reversed)).toBe(summaryJson(few));
  expect(summaryJson(few)).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"tool"/);
  expect(summaryJson(few).endsWith('}\n')).toBe(true);
});
