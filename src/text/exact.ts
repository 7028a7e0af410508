/** Exact agreement of two values. Convention: missing is no agreement, so two empty values score 0. */

/** 1 when the values are the same non-empty string, else 0. */
export function exactSimilarity(a: string, b: string): number {
  return a !== '' && a === b ? 1 : 0;
}

/** 1 for values of these lengths that have all characters in common, else 0. */
export function exactBound(lengthA: number, lengthB: number, shared: number): number {
  return lengthA === lengthB && shared === lengthA ? 1 : 0;
}
