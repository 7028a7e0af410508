/**
 * Iterative proportional fitting of how the rows of a table divide among its columns.
 *
 * Reference: Deming & Stephan, "On a least squares adjustment of a sampled frequency table when the expected
 * marginal totals are known", Annals of Mathematical Statistics 11 (1940).
 */

/**
 * Multiplies the columns by factors and normalises the rows until the weighted column means are the targets.
 * @param rows how each row divides, in any unit; a zero stays zero
 * @param rowWeights of the rows, which the fit keeps
 * @param targets the columns' shares, summing to 1
 * @returns the divided rows, each summing to 1; the means are within 1e-9 of the targets where the zeros allow it
 */
export function rescale(
  rows: readonly (readonly number[])[],
  rowWeights: ArrayLike<number>,
  targets: readonly number[],
): readonly (readonly number[])[] {
  const everything = Array.from(rowWeights).reduce((a, b) => a + b, 0);
  let factors = targets.map(() => 1);
  for (let round = 0, error = 1; error > 1e-9 && round < 500; round++) {
    const means = targets.map(() => 0);
    rows.forEach((row, index) => {
      const sum = row.reduce((total, share, column) => total + share * factors[column]!, 0);
      const weight = rowWeights[index]! / sum / everything;
      for (let column = 0; column < means.length; column++) {
        means[column]! += row[column]! * factors[column]! * weight;
      }
    });
    error = Math.max(...means.map((mean, column) => Math.abs(mean / targets[column]! - 1)));
    factors = factors.map((factor, column) => (factor * targets[column]!) / means[column]!);
  }
  return rows.map((row) => normalised(row.map((share, column) => share * factors[column]!)));
}

/** The values over their sum. */
export function normalised(values: readonly number[]): readonly number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
}
