/** The end of a run in plain words for a terminal, 80 columns wide. It says what was estimated and no more. */

import type { Draws, Estimate, Summary } from '../estimation/summary.ts';
import { contextHeading, contextText } from './context.ts';
import { doubtHeading, doubtNotes, doubtRows, doubtSentences } from './doubt.ts';
import { causeGrid, type EstimateGrid, type EstimateRow, outcomeGrid, statusGrid } from './estimate-grid.ts';
import { bare, exactCount, interval, level, range } from './number.ts';
import { table } from './table.ts';
import { sampled, standingCaution, support } from './words.ts';
import { wrap } from './wrap.ts';

const width = 80;

/** The summary as text, with a line break at its end. */
export function plainSummary(summary: Summary): string {
  const { scenario, headline, requests, taxpayers, zipAreas, seed, cautions, context, draws, warnings } =
    summary;
  const { lookedUp, heldAgainstEverybody: held } = summary;
  const parts = [
    paragraph(`${scenario.title} (scenario ${scenario.id}, seed ${seed})`),
    paragraph(scenario.question),
    heading('The estimate'),
    paragraph(headline.text),
    paragraph(`Estimate: ${interval(headline.estimate)}. ${support(headline.estimate)}`),
    paragraph(`Rule: ${headline.rule}`),
    ...[statusGrid, causeGrid, outcomeGrid].map((grid) => gridText(grid(summary))),
    ...(draws === undefined ? [] : doubtText({ ...summary, draws })),
    ...(context === undefined ? [] : [heading(contextHeading), contextText(context, width)]),
    heading('What was simulated'),
    [
      `Requests         ${sampled(requests)}`,
      `Taxpayer file    ${sampled(taxpayers)} people`,
      `ZIP areas        ${sampled(zipAreas)}`,
      ...(lookedUp === undefined ? [] : [`Looked up        ${sampled(lookedUp)} people, in all requests`]),
      ...(held === undefined ? [] : [`Held             ${sampled(held)} requests, against everybody`]),
    ].join('\n'),
    heading('What this is, and what it is not'),
    [standingCaution, ...cautions].map(bullet).join('\n'),
    ...(warnings.length === 0 ? [] : [heading('What could not be done'), warnings.map(bullet).join('\n')]),
    heading('Again'),
    `  ${summary.command}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function gridText({ caption, rowTitle, rows }: EstimateGrid): string {
  if (rows.length === 0) return '';
  const levels = new Set(rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [level(cell)] : []))));
  const first = (words: (estimate: Estimate) => string) => (row: EstimateRow) =>
    row.cells[0] === undefined ? '' : words(row.cells[0]);
  const numbers = table(rows, [
    { title: rowTitle, cell: (row) => row.title },
    { title: 'Estimate', align: 'right', cell: first(bare) },
    { title: `${[...levels].join(', ')} interval`, align: 'right', cell: first(range) },
    { title: 'Simulated', align: 'right', cell: first((estimate) => exactCount(estimate.events)) },
  ]);
  const notes = rows.flatMap((row) => (row.note === undefined ? [] : [bullet(`${row.title}: ${row.note}.`)]));
  return [heading(caption), numbers, notes.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** Each main estimate of the headline's rule takes three lines: chance, assumptions, both. */
function doubtText(summary: Summary & { readonly draws: Draws }): readonly string[] {
  const lines = doubtRows(summary.draws, summary.headline.estimate)
    .filter(({ isShort }) => isShort)
    .flatMap(({ title, chance, assumptions, both }) => [
      { title, from: 'chance', range: chance },
      { title: '', from: 'assumptions', range: assumptions },
      { title: '', from: 'both', range: both },
    ]);
  const numbers = table(lines, [
    { title: 'Estimate', cell: ({ title }) => title },
    { title: 'Doubt from', cell: ({ from }) => from },
    { title: `${level(summary.headline.estimate)} range`, align: 'right', cell: ({ range: told }) => told },
  ]);
  return [
    heading(doubtHeading),
    paragraph(doubtSentences(summary)),
    numbers,
    doubtNotes.map(bullet).join('\n'),
  ];
}

function heading(text: string): string {
  return text.toUpperCase();
}

function paragraph(text: string): string {
  return wrap(text, width).join('\n');
}

function bullet(text: string): string {
  return `- ${wrap(text, width - 2).join('\n  ')}`;
}
