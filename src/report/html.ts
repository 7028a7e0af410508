/**
 * The report as one HTML file: needs no network and no script, prints, and reads well aloud. Everything that
 * comes from outside is escaped. It holds no date and no duration: the same scenario and seed give the same bytes.
 */

import type { ContextFigure } from '../estimation/fiscal.ts';
import type { Draws, Estimate, Summary } from '../estimation/summary.ts';
import { contextHeading, money, moneyRange } from './context.ts';
import { doubtHeading, doubtNotes, doubtRows, doubtSentences } from './doubt.ts';
import { escapeMarkup as escaped } from './escape.ts';
import {
  causeGrid,
  type EstimateGrid,
  matcherGrid,
  originGrid,
  outcomeGrid,
  ruleGrid,
  statusGrid,
} from './estimate-grid.ts';
import { stylesheet } from './html-style.ts';
import { bare, exactCount, interval, level, percentage, range } from './number.ts';
import { capital, reproduction, sampled, standingCaution, support, thresholdName } from './words.ts';

/** A chart that is already drawn. */
export interface DrawnChart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
  readonly tables: readonly EstimateGrid[];
}

/** The whole of `report.html`. */
export function reportHtml(summary: Summary, charts: readonly DrawnChart[]): string {
  const headline = summary.headline.estimate;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(summary.scenario.title)}: wrong matches estimated</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<header>
<p class="kicker">${escaped(summary.tool)} · scenario ${escaped(summary.scenario.id)} · simulated, all people invented</p>
<h1>${escaped(summary.scenario.title)}</h1>
<p class="question">${escaped(summary.scenario.question)}</p>
</header>
<section class="headline" aria-labelledby="headline">
<h2 id="headline">The estimate</h2>
<p class="answer">${escaped(summary.headline.text)}</p>
<p><strong>${escaped(capital(interval(headline)))}.</strong> ${escaped(support(headline))}</p>
<p>Rule: ${escaped(summary.headline.rule)}</p>
</section>
${section('What this is, and what it is not', list([standingCaution, ...summary.cautions]))}
${summary.draws === undefined ? '' : doubtSection({ ...summary, draws: summary.draws })}
${charts.map(chartSection).join('\n')}
${section('Who is wrongly matched, and why', underRule(summary), ...[statusGrid, causeGrid, originGrid].map((grid) => gridTable(grid(summary))))}
${section('Right, wrong and missed', underRule(summary), gridTable(outcomeGrid(summary)))}
${section('Under other rules', comparisonNote(headline), gridTable(matcherGrid(summary)), gridTable(ruleGrid(summary)))}
${summary.context === undefined ? '' : section(contextHeading, contextTable(summary.context))}
${section('What was simulated', simulatedTable(summary))}
${summary.realised.length === 0 ? '' : section('Rates asked for and rates realized', realisedTable(summary))}
${summary.warnings.length === 0 ? '' : section('What could not be done', list(summary.warnings))}
${section('How to read the numbers', list(readingNotes(headline)))}
${section('How to reproduce this', reproduce(summary))}
</main>
</body>
</html>
`;
}

function section(title: string, ...content: readonly string[]): string {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(title)}</h2>\n${content.join('\n')}\n</section>`;
}

function chartSection({ id, title, svg, tables }: DrawnChart): string {
  const numbers = tables.map(gridTable).join('\n');
  return section(
    title,
    `<figure id="${escaped(id)}" class="scroll" tabindex="0" role="group" aria-label="${escaped(title)}">${svg.trim()}</figure>`,
    `<details>\n<summary>The numbers behind this chart</summary>\n${numbers}\n</details>`,
  );
}

/** A grid as a table: with one column of estimates, number and interval side by side; with several, one below the other. */
function gridTable({ caption, rowTitle, columns, rows }: EstimateGrid): string {
  if (rows.length === 0) return '';
  const levels = [
    ...new Set(rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [level(cell)] : [])))),
  ];
  const alone = columns.length === 1;
  const titles = alone ? [...columns, `${levels.join(', ')} interval`, 'Simulated events'] : columns;
  const head = titles.map((title) => `<th scope="col" class="number">${escaped(title)}</th>`).join('');
  const body = rows.map(({ title, note, cells }) => {
    const explanation = note === undefined ? '' : `<small>${escaped(note)}</small>`;
    const numbers = cells.map(alone ? estimateAlone : estimateCell).join('');
    return `<tr><th scope="row">${escaped(title)}${explanation}</th>${numbers}</tr>`;
  });
  const fullCaption = alone ? caption : `${caption} (below each number its ${levels.join(', ')} interval)`;
  return dataTable(fullCaption, `<th scope="col">${escaped(rowTitle)}</th>${head}`, body);
}

function estimateAlone(estimate: Estimate | undefined): string {
  const cells = estimate
    ? [bare(estimate), range(estimate), exactCount(estimate.events)]
    : ['not estimated', '', ''];
  return cells.map((cell) => `<td class="number">${escaped(cell)}</td>`).join('');
}

function estimateCell(estimate: Estimate | undefined): string {
  if (estimate === undefined) return '<td class="number">not estimated</td>';
  const around = range(estimate);
  const small = around === '' ? '' : `<small>${escaped(around)}</small>`;
  return `<td class="number">${escaped(bare(estimate))}${small}</td>`;
}

function dataTable(caption: string, head: string, body: readonly string[]): string {
  return [
    `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(caption)}"><table>`,
    `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table></div>',
  ].join('\n');
}

function doubtSection(summary: Summary & { readonly draws: Draws }): string {
  const body = doubtRows(summary.draws, summary.headline.estimate).map(
    ({ title, estimate, chance, assumptions, both }) =>
      `<tr><th scope="row">${escaped(title)}</th>` +
      `${[estimate, chance, assumptions, both].map((cell) => `<td class="number">${escaped(cell)}</td>`).join('')}</tr>`,
  );
  const titles = ['Central values', 'Chance', 'Assumptions', 'Both'];
  const head = titles.map((title) => `<th scope="col" class="number">${title}</th>`).join('');
  const caption = `Two kinds of doubt, apart and together (${level(summary.headline.estimate)} ranges)`;
  return section(
    doubtHeading,
    `<p>${escaped(doubtSentences(summary))}</p>`,
    dataTable(caption, `<th scope="col">Estimate</th>${head}`, body),
    list(doubtNotes),
  );
}

function contextTable(figures: readonly ContextFigure[]): string {
  const body = figures.map(
    (figure) =>
      `<tr><th scope="row">${escaped(figure.source)}: ${escaped(figure.what)}<small>${escaped(figure.basis)} (${escaped(figure.evidence)})</small></th>` +
      `<td class="number">${money(figure.value)}</td><td class="number">${moneyRange(figure)}</td></tr>`,
  );
  const head =
    '<th scope="col">Lost, by source</th><th scope="col" class="number">US dollars</th><th scope="col" class="number">Range</th>';
  return dataTable('Revenue lost; sources are not to be added or set against one another', head, body);
}

function simulatedTable({
  requests,
  taxpayers,
  zipAreas,
  lookedUp,
  heldAgainstEverybody: held,
}: Summary): string {
  const rows = Object.entries({
    Requests: requests,
    'People in the taxpayer file': taxpayers,
    'ZIP areas': zipAreas,
    ...(lookedUp === undefined ? {} : { 'People looked up in all requests': lookedUp }),
    ...(held === undefined ? {} : { 'Requests held against everybody': held }),
  });
  const body = rows.map(
    ([title, part]) => `<tr><th scope="row">${title}</th><td class="number">${sampled(part)}</td></tr>`,
  );
  const head = '<th scope="col">What</th><th scope="col" class="number">Simulated</th>';
  const note =
    'Requests and whole ZIP areas may be sampled and scaled up; the taxpayer file within an area is never thinned, ' +
    'since the chance that a stranger shares a name and place grows with the number of strangers.';
  return `<p>${note}</p>\n${dataTable('Simulated, and what it stands for', head, body)}`;
}

function realisedTable({ realised }: Summary): string {
  const titles = ['Asked', 'Realized', 'Records']
    .map((title) => `<th scope="col" class="number">${title}</th>`)
    .join('');
  const body = realised.map(({ id, asked, realised: rate, records }) => {
    const cells = [percentage(asked), percentage(rate), exactCount(records)];
    const numbers = cells.map((cell) => `<td class="number">${escaped(cell)}</td>`).join('');
    return `<tr><th scope="row"><code>${escaped(id)}</code></th>${numbers}</tr>`;
  });
  return dataTable('Rates in the simulated records', `<th scope="col">Rate</th>${titles}`, body);
}

function readingNotes(headline: Estimate): readonly string[] {
  return [
    'A wrongly matched person is somebody in the taxpayer file who is matched to a request about somebody else. Each person counts once, however many requests reach them.',
    `The interval says how far chance in the simulation may have moved the number: made in this way, ${level(headline)} of intervals hold the model’s true value. It does not cover assumptions that are wrong.`,
    '“Fewer than …, none seen” means that no simulated event stands behind the number. It is an upper bound. It is not zero.',
    'Numbers are rounded to three digits, so parts may not add up to their total.',
    'A threshold is the least name score, between 0 and 1, that counts as a match. A low threshold finds more of the requested people and more of the wrong ones.',
  ];
}

function reproduce(summary: Summary): string {
  return `<pre><code>${escaped(summary.command)}</code></pre>\n<p>${escaped(reproduction)}</p>\n<p>Scenario SHA-256: <code class="hash">${escaped(summary.scenario.sha256)}</code></p>`;
}

function underRule({ headline }: Summary): string {
  return `<p>Rule: ${escaped(headline.rule)}</p>`;
}

function comparisonNote(headline: Estimate): string {
  return `<p>Threshold ${escaped(thresholdName(headline.threshold))} throughout. What-if rules: none of them is known to have been used by any agency.</p>`;
}

function list(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join('\n')}\n</ul>`;
}
