/** All files of a report, in memory and by their path in the run directory. Putting them on a disk is for others. */

import type { Summary } from '../estimation/summary.ts';
import { charts } from './charts/index.ts';
import { curvesCsv } from './curves-csv.ts';
import { type DrawnChart, reportHtml } from './html.ts';
import { type Draw, drawHere } from './render.ts';
import { summaryJson } from './summary-json.ts';

export interface RenderedFiles {
  /** Path relative to the run directory, to content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** One line for each thing that could not be made. */
  readonly notes: readonly string[];
}

/**
 * Renders everything that is made from the summary alone.
 * @param draw may be that of another thread, which draws while this one writes out the numbers
 */
export async function renderFiles(summary: Summary, draw: Draw = drawHere): Promise<RenderedFiles> {
  const files = new Map<string, string | Uint8Array>();
  const notes = new Set<string>();
  const specs = charts.map(({ spec }) => spec(summary));
  const drawing = draw(specs);
  files.set('summary.json', summaryJson(summary));
  files.set('curves.csv', curvesCsv(summary));
  const drawings = await drawing;
  const drawn = charts.map(({ id, title, tables: tabulate }, place): DrawnChart => {
    const { svg, image } = drawings[place]!;
    const tables = tabulate(summary);
    const estimates = tables.flatMap((grid) =>
      grid.rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined)),
    );
    files.set(`charts/${id}.svg`, svg);
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(specs[place], null, 2)}\n`);
    files.set(`charts/${id}.csv`, curvesCsv({ estimates }));
    if ('png' in image) files.set(`charts/${id}.png`, image.png);
    else notes.add(image.missing);
    return { id, title, svg, tables };
  });
  files.set('report.html', reportHtml(summary, drawn));
  return { files, notes: [...notes] };
}
