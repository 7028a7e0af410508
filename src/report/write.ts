/** All files of a report, in memory and by their path in the run directory. Putting them on a disk is for others. */

import type { Summary } from '../estimation/summary.ts';
import { charts } from './charts/index.ts';
import { curvesCsv } from './curves-csv.ts';
import { type DrawnChart, reportHtml } from './html.ts';
import { renderPng, renderSvg } from './render.ts';
import { summaryJson } from './summary-json.ts';

export interface RenderedFiles {
  /** Path relative to the run directory, to content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** One line for each thing that could not be made. */
  readonly notes: readonly string[];
}

/** Renders everything that is made from the summary alone. */
export async function renderFiles(summary: Summary): Promise<RenderedFiles> {
  const files = new Map<string, string | Uint8Array>();
  const notes = new Set<string>();
  const drawn: DrawnChart[] = [];
  files.set('summary.json', summaryJson(summary));
  files.set('curves.csv', curvesCsv(summary));
  for (const { id, title, spec: specify, tables: tabulate } of charts) {
    const spec = specify(summary);
    const tables = tabulate(summary);
    const svg = await renderSvg(spec);
    const image = await renderPng(svg);
    const estimates = tables.flatMap((grid) =>
      grid.rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined)),
    );
    files.set(`charts/${id}.svg`, svg);
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${id}.csv`, curvesCsv({ estimates }));
    if ('png' in image) files.set(`charts/${id}.png`, image.png);
    else notes.add(image.missing);
    drawn.push({ id, title, svg, tables });
  }
  files.set('report.html', reportHtml(summary, drawn));
  return { files, notes: [...notes] };
}
