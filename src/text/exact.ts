/** Exact agreement of two values. Convention: missing is no agreement, so two empty values score 0. */

import type { ByteSimilarity } from './jaro-winkler-query.ts';

/** 1 when the values are the same non-empty string, else 0. */
export function exactSimilarity(a: string, b: string): number {
  return a !== '' && a === b ? 1 : 0;
}

/** 1 for values of these lengths that have all characters in common, else 0. */
export function exactBound(lengthA: number, lengthB: number, shared: number): number {
  return lengthA === lengthB && shared === lengthA ? 1 : 0;
}

/** Prepares `query`, not empty, for comparison with many values in a byte column. */
export function exactQuery(query: string): ByteSimilarity {
  const { length } = query;
  return (bytes, start, end) => {
    if (end - start !== length) return 0;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== query.charCodeAt(i)) return 0;
    return 1;
  };
}
