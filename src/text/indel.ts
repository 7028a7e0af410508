/**
 * Indel similarity: twice the longest common subsequence over the two lengths together, the share of both values
 * that stays when only insertions and deletions are allowed. It is what fuzzywuzzy and RapidFuzz call `ratio`.
 *
 * Reference: Wagner and Fischer (JACM 21, 1974) for the subsequence. Convention: UTF-16 code units; missing is no
 * agreement: an empty value on either side scores 0.
 */

/** Length of the longest common subsequence. */
function commonSubsequence(a: string, b: string): number {
  const row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1]!;
      row[j + 1] = unit === b.charCodeAt(j) ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

/** 2 x longest common subsequence / sum of the lengths, in [0, 1]; 0 when either is empty. */
export function indelSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  return (2 * commonSubsequence(a, b)) / (a.length + b.length);
}
