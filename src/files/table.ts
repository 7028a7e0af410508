/** What a table in a file is, whatever its format: the names of its columns, and its rows a batch at a time. */

/** A row of a file: the cells asked for, or why they cannot be read. */
export interface TableRow {
  /** Line of the file on which it begins, from 1, the header among them; in Parquet the number of the row, from 1. */
  readonly line: number;
  /** In the order asked for, without blanks around them; '' is a missing value. Empty where there is a problem. */
  readonly cells: readonly string[];
  /** What is wrong with the row, in words. */
  readonly problem?: string;
}

export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  /** All rows, once, with the cells of these columns (places in `columns`; -1 gives an empty cell). */
  rows(columns: readonly number[]): AsyncIterable<readonly TableRow[]>;
}
