/** All files of a comparison, in memory and by their path. Putting them on a disk is for others. */

import type { Comparison, Difference } from '../estimation/compare.ts';
import { comparisonCharts } from './charts/index.ts';
import { csvValue } from './curves-csv.ts';
import { drawHere } from './render.ts';
import type { RenderedFiles } from './write.ts';

/** `comparison.json`: the head indented for readers, each difference on one line. */
export function comparisonJson({ headline, byThreshold, shared, ...head }: Comparison): string {
  const list = (differences: readonly Difference[]) =>
    differences.length === 0
      ? '[]'
      : `[\n${differences.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`;
  const opening = JSON.stringify(head, null, 2).slice(0, -'\n}'.length);
  return `${opening},\n  "headline": ${list(headline)},\n  "byThreshold": ${list(byThreshold)},\n  "shared": ${list(shared)}\n}\n`;
}

/** Renders everything that is made from the comparison. */
export async function renderComparison(comparison: Comparison): Promise<RenderedFiles> {
  const files = new Map<string, string | Uint8Array>([
    ['comparison.json', comparisonJson(comparison)],
    ['comparison.csv', comparisonCsv(comparison)],
  ]);
  const notes = new Set<string>();
  const specs = comparisonCharts.map(({ spec }) => spec(comparison));
  const drawings = await drawHere(specs);
  for (const [place, { id }] of comparisonCharts.entries()) {
    const { svg, image } = drawings[place]!;
    files.set(`charts/${id}.svg`, svg);
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(specs[place], null, 2)}\n`);
    if ('png' in image) files.set(`charts/${id}.png`, image.png);
    else notes.add(image.missing);
  }
  return { files, notes: [...notes] };
}

const columns = [
  ...['at', 'matcher', 'place', 'rule', 'threshold', 'measure', 'group'],
  ...['first', 'second', 'difference', 'low', 'high', 'level', 'correlation'],
];

/** One row a difference, rule and threshold being those of the first run; a number that does not exist is an empty cell. */
function comparisonCsv({ headline, byThreshold, shared }: Comparison): string {
  const rows = (at: string, differences: readonly Difference[]) =>
    differences.map(({ first, second, difference, low, high, level, correlation }) =>
      [
        ...[at, first.matcher, first.place, first.rule, first.threshold, first.measure, first.group],
        ...[first.estimate, second.estimate, difference, low, high, level, correlation],
      ]
        .map(csvValue)
        .join(','),
    );
  return [
    columns.join(','),
    ...rows('headline', headline),
    ...rows('by-threshold', byThreshold),
    ...rows('shared', shared),
    '',
  ].join('\r\n');
}
