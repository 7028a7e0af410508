/**
 * `summary.json`: the summary with its keys in one fixed order, so that equal summaries give equal bytes. The head
 * is indented for readers; each estimate takes one line, which keeps a file of many thousand of them greppable.
 */

import { estimateKeys, type Summary } from '../estimation/summary.ts';

/** The order in which keys are written, at whatever depth. Keys not listed follow in alphabetical order. */
const keyOrder: readonly string[] = [
  ...['schemaVersion', 'tool', 'scenario', 'id', 'title', 'question', 'sha256', 'seed'],
  ...['requests', 'taxpayers', 'zipAreas', 'lookedUp', 'heldAgainstEverybody', 'represented', 'simulated'],
  ...['headline', 'text', 'cautions', 'warnings', 'asked', 'realised', 'records'],
  ...['count', 'zipShare', 'parameters'],
  ...estimateKeys,
  ...['chance', 'ignorance', 'both', 'median'],
];
/** `JSON.stringify` writes the keys that it is given, in this order. */
const estimateColumns = [...estimateKeys];
const rank = new Map(keyOrder.map((key, index) => [key, index]));

/** The text of `summary.json`, with a line break at its end. */
export function summaryJson(summary: Summary): string {
  const { estimates, ...head } = summary;
  const opening = JSON.stringify(ordered(head), null, 2).slice(0, -'\n}'.length);
  const lines = estimates.map((estimate) => `    ${JSON.stringify(estimate, estimateColumns)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `${opening},\n  "estimates": ${list}\n}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

function place(key: string): number {
  return rank.get(key) ?? keyOrder.length;
}
