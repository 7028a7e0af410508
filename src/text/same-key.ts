/**
 * Agreement of two values in one phonetic code. Convention: the same value 1, the same code 0.9, else 0; a value
 * without a code agrees with itself only, and a missing one with nothing.
 */

/** What the same code is worth beside the same value: this tool's own grade. */
export const SAME_KEY = 0.9;

/** 1 for the same non-empty value, `SAME_KEY` for a first key in common, else 0. */
export function sameKeySimilarity(
  a: string,
  b: string,
  keysOf: (value: string) => readonly string[],
): number {
  if (a === b) return a === '' ? 0 : 1;
  const [key] = keysOf(a);
  return key !== undefined && key === keysOf(b)[0] ? SAME_KEY : 0;
}
