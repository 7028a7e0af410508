/** Published figures beside a run: amounts of money in words, and a table of them for a terminal. */

import type { ContextFigure } from '../estimation/fiscal.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** Said wherever these figures are shown. */
export const contextHeading = 'Context: arithmetic on published figures, not a simulation';

const units = [
  { from: 1e9, word: 'billion' },
  { from: 1e6, word: 'million' },
] as const;
const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** `$8.6 billion`; three significant digits. */
export function money(dollars: number): string {
  const unit = units.find(({ from }) => dollars >= from);
  return unit === undefined
    ? `$${digits.format(dollars)}`
    : `$${digits.format(dollars / unit.from)} ${unit.word}`;
}

/** `$4.3 billion to $17.2 billion`. */
export function moneyRange({ low, high }: ContextFigure): string {
  return `${money(low)} to ${money(high)}`;
}

/** The figures source by source, each source with its basis; no line longer than `width` unless a number is. */
export function contextText(figures: readonly ContextFigure[], width: number): string {
  const bases = [...new Set(figures.map(({ source, basis }) => `${source}\n${basis}`))];
  return bases
    .map((key) => {
      const [source, basis] = key.split('\n') as [string, string];
      const rows = figures.filter((figure) => figure.source === source);
      const facts = [...new Set(rows.map(({ evidence }) => evidence))].join(', ');
      const numbers = table(rows, [
        { title: 'Lost', cell: ({ what }) => what },
        { title: 'US dollars', align: 'right', cell: ({ value }) => money(value) },
        { title: 'Range', align: 'right', cell: moneyRange },
      ]);
      return [...wrap(`${source} (${facts}). ${basis}`, width), numbers].join('\n');
    })
    .join('\n\n');
}
