/** Exact agreement of two values. Convention: missing is no agreement, so two empty values score 0. */

/** 1 when the values are the same non-empty string, else 0. */
export function exactSimilarity(a: string, b: string): number {
  return a !== '' && a === b ? 1 : 0;
}
