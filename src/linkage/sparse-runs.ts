/** A column of counts that are mostly 0, as it is stored: runs of [places skipped, value]. */

/** Any column of numbers. */
type Column = Float64Array | Uint32Array | Uint8Array;

export function sparseRuns(values: Column): readonly number[] {
  const runs: number[] = [];
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    runs.push(i - last - 1, values[i]!);
    last = i;
  }
  return runs;
}

/** Fills a column of zeros. Throws an Error of one line, with the name of the column, where the runs go beyond it. */
export function readSparseRuns(runs: readonly number[], into: Column, name: string): void {
  let place = -1;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    place += runs[i]! + 1;
    if (place >= into.length) throw new Error(`damaged tally; ${name} is longer than the run's counts`);
    into[place] = runs[i + 1]!;
  }
}
