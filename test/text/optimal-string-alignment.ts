/** The optimal string alignment distance, by its textbook table: edits, and exchanges of two neighbours. */
export function optimalStringAlignment(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]![j]!;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const replaced = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced);
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) least = Math.min(least, at(i - 2, j - 2) + 1);
      table[i]![j] = least;
    }
  }
  return at(one.length, other.length);
}
