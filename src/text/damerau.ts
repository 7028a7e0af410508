/**
 * Damerau similarity in the variant called optimal string alignment: edits as in Levenshtein, and the exchange of
 * two neighbouring characters for one edit; no part of a value is edited twice.
 *
 * Reference: Damerau (CACM 7, 1964); Boytsov (ACM JEA 16, 2011) for the two variants. The unrestricted distance,
 * which DuckDB and most libraries call Damerau-Levenshtein, may edit between two characters that it exchanges:
 * CA to ABC is 2 edits there and 3 here.
 * Convention: lengths and edits count UTF-16 code units. Missing is no agreement: an empty value on either side, or
 * on both, scores 0.
 */

/** Edits that turn one value into the other, exchanges of neighbours included. */
export function damerauDistance(a: string, b: string): number {
  const width = b.length + 1;
  let twoBack = new Uint32Array(width);
  let back = Uint32Array.from({ length: width }, (_, j) => j);
  let row = new Uint32Array(width);
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    row[0] = i;
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = Math.min(back[j]! + 1, row[j - 1]! + 1, back[j - 1]! + (unit === other ? 0 : 1));
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        edits = Math.min(edits, twoBack[j - 2]! + 1);
      }
      row[j] = edits;
    }
    [twoBack, back, row] = [back, row, twoBack];
  }
  return back[b.length]!;
}

/** 1 - distance / length of the longer value, in [0, 1]; 0 when either is empty. */
export function damerauSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return 1 - damerauDistance(a, b) / Math.max(a.length, b.length);
}
