/**
 * "Did you mean": the nearest of the known words by Levenshtein distance, case ignored, and only when it is
 * near. A third of the longer word may differ, or all that follows when a word was broken off; beyond that a guess
 * would mislead more than help.
 */
import { distance } from 'fastest-levenshtein';

/** The candidate most like `word`, the earliest of equals, or `undefined` when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewestEdits = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    const brokenOff = word.length >= 3 && candidate.toLowerCase().startsWith(word.toLowerCase());
    const near = brokenOff || edits * 3 <= Math.max(word.length, candidate.length);
    if (near && edits < fewestEdits) [best, fewestEdits] = [candidate, edits];
  }
  return best;
}

/** `; did you mean x?`, to be appended to a message, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : `; did you mean ${candidate}?`;
}
