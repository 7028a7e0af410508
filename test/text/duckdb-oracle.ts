/** DuckDB's own string functions as an oracle; undefined where the optional package is not installed. */

const duckdb = await import('@duckdb/node-api').catch((error: unknown) => {
  console.warn(`DuckDB oracle skipped: ${error instanceof Error ? error.message : error}`);
  return undefined;
});

export const hasDuckdb = duckdb !== undefined;

/** The value of an SQL expression of `a` and `b` for each pair; the pairs hold no apostrophes. */
export async function duckdbOf(
  pairs: readonly (readonly [string, string])[],
  expression: string,
): Promise<readonly number[]> {
  const list = (side: 0 | 1) => `[${pairs.map((pair) => `'${pair[side]}'`).join(',')}]`;
  const instance = await duckdb!.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(
    `select (${expression})::double from (select unnest(${list(0)}) as a, unnest(${list(1)}) as b)`,
  );
  connection.closeSync();
  return result.getRows().map(([value]) => value as number);
}

/** How many decisions at thresholds 0.50, 0.51 ... 1 the two scores decide differently. */
export function flippedDecisions(ours: number, oracle: number): number {
  let flipped = 0;
  for (let percent = 50; percent <= 100; percent++) {
    if (ours >= percent / 100 !== oracle >= percent / 100) flipped++;
  }
  return flipped;
}
